namespace Bot.Search.Index;

/// <summary>How often each term occurs in each sentence, and which document each sentence belongs to: the flat arrays that a search reads.</summary>
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

    /// <summary>Whether the extra terms of each sentence count against it.</summary>
    public required bool[] PenalizesExtraTerms { get; init; }

    /// <summary>The length of each document in words, weighted by field.</summary>
    public required float[] Lengths { get; init; }

    /// <summary>The number of documents that contain each term.</summary>
    public required int[] Documents { get; init; }

    /// <summary>The first posting of each term, and the end of the last.</summary>
    public required int[] Starts { get; init; }

    /// <summary>
    /// All postings: the sentence in the upper 27 bits, and how often the term occurs in it in the lower five, where 31 means 31 or more. The
    /// postings of a term are sorted by sentence.
    /// </summary>
    public required uint[] All { get; init; }

    /// <summary>The posting of a term that occurs once in a sentence.</summary>
    /// <exception cref="OverflowException">There are more sentences than 27 bits can number.</exception>
    public static uint Pack(int sentence) => checked((uint)sentence * (CountMask + 1)) + 1;

    /// <summary>The posting with its count increased by one, up to 31.</summary>
    public static uint Increment(uint posting) => Count(posting) < CountMask ? posting + 1 : posting;

    /// <summary>The sentence of a posting.</summary>
    public static int Sentence(uint posting) => (int)(posting >> CountBits);

    /// <summary>How often the term of a posting occurs in its sentence.</summary>
    public static int Count(uint posting) => (int)(posting & CountMask);

    /// <summary>The postings of a term.</summary>
    public ReadOnlySpan<uint> Of(int term) => All.AsSpan(Starts[term], Starts[term + 1] - Starts[term]);

    /// <summary>The memory that they occupy, without the ids, in bytes.</summary>
    public long SizeInBytes =>
        Terms.SizeInBytes + PenalizesExtraTerms.Length
        + ((FirstSentence.Length + DocumentOf.Length + WeightOf.Length + Lengths.Length + Documents.Length + Starts.Length + All.Length) * (long)sizeof(int));
}
