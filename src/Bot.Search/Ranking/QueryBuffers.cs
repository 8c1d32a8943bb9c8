using Bot.Search.Text;

namespace Bot.Search.Ranking;

/// <summary>The sums for a document while a query is processed.</summary>
internal struct DocumentAccumulator
{
    /// <summary>The sum of the terms' weighted frequencies.</summary>
    public float Frequency;

    /// <summary>The weight of the query that the document covers; above zero once it is touched.</summary>
    public float Covered;
}

/// <summary>The arrays of one search. Between searches all sums are zero.</summary>
internal sealed class QueryBuffers
{
    private readonly char[] _characters = new char[MaxTerms * 2];
    private int _used;

    /// <summary>The maximum number of terms of a query: one Han character, and one pair, for each character that is read.</summary>
    public const int MaxTerms = 2 * QueryLimits.MaxLength;

    /// <summary>Allocates the arrays for an index.</summary>
    /// <param name="documents">The number of documents.</param>
    /// <param name="sentences">The number of sentences.</param>
    /// <param name="terms">The number of terms.</param>
    public QueryBuffers(int documents, int sentences, int terms)
    {
        (Documents, TermFrequency, TermSimilarity) = (new DocumentAccumulator[documents], new float[documents], new float[documents]);
        Touched = new int[documents];
        (SentenceCovered, SentenceSimilarity) = (new float[sentences], new float[sentences]);
        (Shared, Candidates) = (new float[terms], new int[terms + 1]);
        Impacts = new TermImpacts(documents, sentences);
    }

    /// <summary>The characters of the query's terms that the index does not have.</summary>
    public ReadOnlySpan<char> Characters => _characters.AsSpan(0, _used);

    /// <summary>The sums for each document.</summary>
    public DocumentAccumulator[] Documents { get; }

    /// <summary>The documents that match so far: the first <see cref="TouchedCount"/> elements of the array.</summary>
    public int[] Touched { get; }

    /// <summary>The number of documents that match so far.</summary>
    public int TouchedCount { get; set; }

    /// <summary>The weight of the query that each sentence covers.</summary>
    public float[] SentenceCovered { get; }

    /// <summary>For the current term: its frequency in each document, weighted by field and similarity.</summary>
    public float[] TermFrequency { get; }

    /// <summary>For the current term: the similarity of the most similar term in each document, reduced in fields that weigh less than 1.</summary>
    public float[] TermSimilarity { get; }

    /// <summary>For the current term: the similarity of the most similar term in each sentence.</summary>
    public float[] SentenceSimilarity { get; }

    /// <summary>For the current word: the weight of the trigrams that each term of the index shares with it.</summary>
    public float[] Shared { get; }

    /// <summary>For the current word: the terms that share a trigram with it.</summary>
    public int[] Candidates { get; }

    /// <summary>The identity of each term of the query: its number, or a negative hash when the index does not have it.</summary>
    public long[] Identities { get; } = new long[MaxTerms];

    /// <summary>The terms of the query.</summary>
    public QueryTerm[] Terms { get; } = new QueryTerm[MaxTerms];

    /// <summary>The terms of the index that match those of the query.</summary>
    public TermMatch[] Matches { get; } = new TermMatch[MaxTerms * SearchTuning.MaxMatches];

    /// <summary>The impacts of the current term.</summary>
    public TermImpacts Impacts { get; }

    /// <summary>Stores the characters of a term, and returns their range in <see cref="Characters"/>.</summary>
    public Range StoreCharacters(ReadOnlySpan<char> term)
    {
        term.CopyTo(_characters.AsSpan(_used));
        _used += term.Length;
        return (_used - term.Length).._used;
    }

    /// <summary>Removes all characters.</summary>
    public void ClearCharacters() => _used = 0;
}
