using Bot.Answers.Reading;
using Bot.Facts.Model;

namespace Bot.Answers.Understanding;

/// <summary>A fact with how its values compare with those of a text, in the form that a request carries: <c>harbour-opened !day =place</c>.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Comparisons">The comparisons; may be empty.</param>
internal sealed record ComparedFact(Fact Fact, IReadOnlyList<ValueComparison> Comparisons)
{
    /// <summary>The words that stand for it in a request.</summary>
    public override string ToString() => string.Join(' ', Comparisons.Select(c => c.ToWord()).Prepend(Fact.Id));

    /// <summary>Reads the words of a request that consist of facts and comparisons only; empty for any other text.</summary>
    /// <param name="words">The words.</param>
    /// <param name="base">The base.</param>
    /// <param name="max">The maximum number of facts.</param>
    public static List<ComparedFact> Parse(string words, FactBase @base, int max)
    {
        var facts = new List<ComparedFact>(max);
        foreach (var range in words.AsSpan().Split(' '))
        {
            if (@base.FindFact(words.AsSpan(range)) is { } fact)
            {
                if (facts.Count == max)
                {
                    return [];
                }

                if (!facts.Exists(f => f.Fact == fact))
                {
                    facts.Add(new ComparedFact(fact, []));
                }
            }
            else if (facts.Count > 0 && ValueComparison.Parse(words[range]) is { } comparison)
            {
                facts[^1] = facts[^1] with { Comparisons = [.. facts[^1].Comparisons, comparison] };
            }
            else
            {
                return [];
            }
        }

        return facts;
    }
}
