namespace Bot.Search.Index;

/// <summary>Which term stands how often in which sentence, and which sentence in which document: the flat arrays that a search reads.</summary>
internal sealed class Postings
{
    private const int CountBits = 5;
    private const uint CountMask = (1 << CountBits) - 1;

    /// <summary>The documents' ids.</summary>
    public required string[] Ids { get; init; }

    /// <summary>The terms.</summary>
    public required TermDictionary Terms { get; init; }

    /// <summary>The first sentence of each document, and the end of the last.</summary>
    public required int[] FirstSentence { get; init; }

    /// <summary>The document of each sentence.</summary>
    public required int[] DocumentOf { get; init; }

    /// <summary>How much a match in each sentence counts.</summary>
    public required float[] WeightOf { get; init; }

    /// <summary>Whether each sentence is to be matched whole.</summary>
    public required bool[] PenalizesExtraTerms { get; init; }

    /// <summary>The length of each document in words, with their fields' weights.</summary>
    public required float[] Lengths { get; init; }

    /// <summary>How many documents have each term.</summary>
    public required int[] Documents { get; init; }

    /// <summary>The first posting of each term, and the end of the last.</summary>
    public required int[] Starts { get; init; }

    /// <summary>
    /// All postings: the sentence in the upper bits, how often the term stands in it in the lower five, where 31 is 31 or more. Those of a
    /// term ascend by sentence.
    /// </summary>
    public required uint[] All { get; init; }

    /// <summary>A posting of a term that stands once in a sentence.</summary>
    /// <exception cref="OverflowException">There are more sentences than 27 bits can number.</exception>
    public static uint Pack(int sentence) => checked((uint)sentence * (CountMask + 1)) + 1;

    /// <summary>A posting of a term that stands once more.</summary>
    public static uint CountedOnce(uint posting) => Count(posting) < CountMask ? posting + 1 : posting;

    /// <summary>The sentence of a posting.</summary>
    public static int Sentence(uint posting) => (int)(posting >> CountBits);

    /// <summary>How often the term of a posting stands in its sentence.</summary>
    public static int Count(uint posting) => (int)(posting & CountMask);

    /// <summary>The postings of a term.</summary>
    public ReadOnlySpan<uint> Of(int term) => All.AsSpan(Starts[term], Starts[term + 1] - Starts[term]);

    /// <summary>The bytes that they occupy, without the ids.</summary>
    public long SizeInBytes =>
        Terms.SizeInBytes + PenalizesExtraTerms.Length
        + ((FirstSentence.Length + DocumentOf.Length + WeightOf.Length + Lengths.Length + Documents.Length + Starts.Length + All.Length) * (long)sizeof(int));
}
