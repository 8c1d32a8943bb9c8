using Bot.Search.Text;

namespace Bot.Search.Ranking;

/// <summary>What a query has found of a document so far.</summary>
internal struct DocumentAccumulator
{
    /// <summary>The sum of the terms' weighted frequencies.</summary>
    public float Frequency;

    /// <summary>The weight of the query that the document covers; above zero once it is touched.</summary>
    public float Covered;
}

/// <summary>The arrays that one search works with; between searches all sums are zero.</summary>
internal sealed class QueryBuffers
{
    private readonly char[] _characters = new char[MaxTerms * 2];
    private int _used;

    /// <summary>The most terms that a query can have: as many Han characters as are read, and as many pairs of them.</summary>
    public const int MaxTerms = 2 * QueryLimits.MaxLength;

    /// <summary>Allocates the arrays for an index.</summary>
    /// <param name="documents">How many documents it has.</param>
    /// <param name="sentences">How many sentences it has.</param>
    /// <param name="terms">How many terms it has.</param>
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

    /// <summary>What is found of each document.</summary>
    public DocumentAccumulator[] Documents { get; }

    /// <summary>The documents of which something is found, the first <see cref="TouchedCount"/> of the array.</summary>
    public int[] Touched { get; }

    /// <summary>How many documents are touched.</summary>
    public int TouchedCount { get; set; }

    /// <summary>The weight of the query that each sentence covers.</summary>
    public float[] SentenceCovered { get; }

    /// <summary>Of the current term: its frequency in each document, weighted by field and similarity.</summary>
    public float[] TermFrequency { get; }

    /// <summary>Of the current term: the similarity of the most similar term in each document, less in fields that weigh less than 1.</summary>
    public float[] TermSimilarity { get; }

    /// <summary>Of the current term: the similarity of the most similar term in each sentence.</summary>
    public float[] SentenceSimilarity { get; }

    /// <summary>Of the current word: the weight of the trigrams that each term of the index shares with it.</summary>
    public float[] Shared { get; }

    /// <summary>Of the current word: the terms that share a trigram with it.</summary>
    public int[] Candidates { get; }

    /// <summary>What tells the terms of the query apart: the number of each, or a negative hash of one that the index does not have.</summary>
    public long[] Identities { get; } = new long[MaxTerms];

    /// <summary>The terms of the query.</summary>
    public QueryTerm[] Terms { get; } = new QueryTerm[MaxTerms];

    /// <summary>The terms of the index that stand for those of the query.</summary>
    public TermMatch[] Matches { get; } = new TermMatch[MaxTerms * SearchTuning.MaxMatches];

    /// <summary>The impacts of the current term.</summary>
    public TermImpacts Impacts { get; }

    /// <summary>Keeps the characters of a term; gives where they stand in <see cref="Characters"/>.</summary>
    public Range Remember(ReadOnlySpan<char> term)
    {
        term.CopyTo(_characters.AsSpan(_used));
        _used += term.Length;
        return (_used - term.Length).._used;
    }

    /// <summary>Forgets all characters.</summary>
    public void Forget() => _used = 0;
}
