using Bot.Search.Text;

namespace Bot.Search.Ranking;

/// <summary>A term of a query.</summary>
/// <param name="Number">Its number; -1 when the index has it not.</param>
/// <param name="FirstMatch">The first of the terms that stand for it.</param>
/// <param name="MatchCount">How many terms stand for it.</param>
/// <param name="Weight">How much it weighs.</param>
/// <param name="Known">What it does, where that is known already.</param>
internal readonly record struct QueryTerm(int Number, int FirstMatch, int MatchCount, float Weight, TermImpacts? Known)
{
    /// <summary>Where its characters are kept, if the index has it not.</summary>
    public Range Characters { get; init; }
}

/// <summary>What a query has found of a document so far.</summary>
internal struct DocumentAccumulator
{
    /// <summary>The sum of the terms' weighted frequencies.</summary>
    public float Frequency;

    /// <summary>The weight that it covers; above zero once it is touched.</summary>
    public float Covered;
}

/// <summary>What one search works with; between searches all sums are zero.</summary>
internal sealed class QueryBuffers
{
    private readonly char[] _characters = new char[MaxTerms * 2];
    private int _used;

    /// <summary>Terms that a query of the greatest length has at most: of Han characters each and each pair.</summary>
    public const int MaxTerms = 2 * QueryLimits.MaxLength;

    /// <summary>Makes room for an index.</summary>
    public QueryBuffers(int documents, int sentences, int terms)
    {
        (Documents, TermFrequency, TermSimilarity) = (new DocumentAccumulator[documents], new float[documents], new float[documents]);
        Touched = new int[documents];
        (SentenceCovered, SentenceSimilarity) = (new float[sentences], new float[sentences]);
        (Shared, Candidates) = (new float[terms], new int[terms + 1]);
        Impacts = new TermImpacts(documents, sentences);
    }

    /// <summary>The characters of terms that the index has not.</summary>
    public ReadOnlySpan<char> Characters => _characters.AsSpan(0, _used);

    /// <summary>What is found of each document.</summary>
    public DocumentAccumulator[] Documents { get; }

    /// <summary>The documents that are touched.</summary>
    public int[] Touched { get; }

    /// <summary>How many they are.</summary>
    public int TouchedCount { get; set; }

    /// <summary>The weight that each sentence covers.</summary>
    public float[] SentenceCovered { get; }

    /// <summary>Of the term at hand: how often each document has it.</summary>
    public float[] TermFrequency { get; }

    /// <summary>Of the term at hand: how like it the likest term of each document is.</summary>
    public float[] TermSimilarity { get; }

    /// <summary>Of the term at hand: how like it the likest term of each sentence is.</summary>
    public float[] SentenceSimilarity { get; }

    /// <summary>Of the word at hand: what each term shares with it.</summary>
    public float[] Shared { get; }

    /// <summary>Of the word at hand: the terms that share something with it.</summary>
    public int[] Candidates { get; }

    /// <summary>What tells the terms of the query apart: the number of each, or below zero the hash of one that the index has not.</summary>
    public long[] Identities { get; } = new long[MaxTerms];

    /// <summary>The terms of the query.</summary>
    public QueryTerm[] Terms { get; } = new QueryTerm[MaxTerms];

    /// <summary>What stands for them.</summary>
    public TermMatch[] Matches { get; } = new TermMatch[MaxTerms * Ranker.MaxMatches];

    /// <summary>What the term at hand does.</summary>
    public TermImpacts Impacts { get; }

    /// <summary>Keeps the characters of a term; gives where.</summary>
    public Range Remember(ReadOnlySpan<char> term)
    {
        term.CopyTo(_characters.AsSpan(_used));
        _used += term.Length;
        return (_used - term.Length).._used;
    }

    /// <summary>Forgets all characters.</summary>
    public void Forget() => _used = 0;
}
