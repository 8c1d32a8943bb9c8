using Bot.Search.Index;
using Bot.Search.Text;

namespace Bot.Search.Ranking;

/// <summary>The weights of terms in an index, by their kind, length and rarity.</summary>
internal sealed class TermWeights(Postings postings)
{
    private readonly int _documents = postings.Ids.Length;

    /// <summary>The weight of a term by its characters: long words are more specific than short ones.</summary>
    public static float OfCharacters(ReadOnlySpan<char> term) =>
        !Folding.IsHan(term[0]) ? MathF.Sqrt(term.Length) : term.Length == 1 ? SearchTuning.HanUnigramWeight : 1;

    /// <summary>The weight of a term by the number of documents that contain it, where similar terms count in part.</summary>
    public float OfFrequency(float documents) => MathF.Pow(Idf(documents), SearchTuning.IdfExponent);

    // Robertson and Zaragoza 2009, section 3.4, with 1 added inside the logarithm, so that it is never negative.
    private float Idf(float documents) =>
        documents >= _documents ? SearchTuning.MinIdf : MathF.Log(1 + ((_documents - documents + 0.5f) / (documents + 0.5f)));
}
