using System.Numerics;
using Bot.Answers.Typing;
using Bot.Answers.Values;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Aspects;

/// <summary>
/// Which aspects each fact answers: those that its example questions ask for, and those that its fields and text have a value for.
/// Immutable and safe for any number of threads.
/// </summary>
internal sealed class AspectIndex
{
    // What a base says of nobody and nothing, unless a curator wrote a question for it.
    private const Aspect NotInBases = Aspect.Life | Aspect.Forecast | Aspect.Opinion | Aspect.Advice | Aspect.Price | Aspect.Weather | Aspect.Trivia;

    // A field or a value in the text is worth one and a half examples. The others keep a fact without examples from being certain of anything.
    private const float ValueWeight = 1.5f;
    private const float Smoothing = 0.25f;
    private const float Prior = 3;

    private static readonly (Language Language, string[] Words)[] s_reasons =
    [
        (Language.English, [" because", " due to", " in order to", " so that"]),
        (Language.SimplifiedChinese, ["因为", "由于", "因此", "以便", "为了"]),
        (Language.Russian, [" потому что", " из-за", " чтобы", " поскольку", " так как"]),
        (Language.Ukrainian, [" тому що", " бо ", " через те", " щоб", " оскільки"]),
    ];

    // A list of names has at least so many people.
    private const int MinNames = 3;

    private static readonly string[] s_hours = [":00", ":15", ":30", ":45", "a.m.", "p.m.", "noon", "midnight", "o’clock"];

    private readonly float[] _logShares;
    private readonly Aspect[] _answered;

    /// <summary>Reads the facts of a base.</summary>
    /// <param name="base">The base.</param>
    /// <param name="questions">Its example questions.</param>
    public AspectIndex(FactBase @base, FoldedQuestions questions)
    {
        var facts = @base.Facts;
        (_logShares, _answered) = (new float[facts.Length * AspectWords.Count], new Aspect[facts.Length]);
        Span<int> counts = stackalloc int[AspectWords.Count];
        for (var fact = 0; fact < facts.Length; fact++)
        {
            counts.Clear();
            var examples = 0;
            foreach (var question in questions[fact])
            {
                examples++;
                for (var rest = (uint)AspectWords.Default.Find(question.Folded); rest != 0; rest &= rest - 1)
                {
                    counts[BitOperations.TrailingZeroCount(rest)]++;
                }
            }

            var values = ValuesOf(facts[fact]);
            for (var aspect = 0; aspect < AspectWords.Count; aspect++)
            {
                var hasValue = ((int)values >> aspect & 1) != 0;
                _logShares[(fact * AspectWords.Count) + aspect] = MathF.Log((counts[aspect] + (hasValue ? ValueWeight : 0) + Smoothing) / (examples + Prior));
                _answered[fact] |= hasValue || counts[aspect] > 0 ? (Aspect)(1 << aspect) : Aspect.None;
            }
        }
    }

    /// <summary>How often a fact is asked for the aspects of a question: the mean of the logarithms of their shares, 0 for a question without an aspect.</summary>
    public float LogShare(Aspect asked, int fact)
    {
        var (sum, count) = (0f, 0);
        for (var rest = (uint)asked; rest != 0; rest &= rest - 1, count++)
        {
            sum += _logShares[(fact * AspectWords.Count) + BitOperations.TrailingZeroCount(rest)];
        }

        return count == 0 ? 0 : sum / count;
    }

    /// <summary>Whether a question asks for something that no base says, such as somebody's age, and the fact has no example of it.</summary>
    public bool IsNeverSaid(Aspect asked, int fact) => (asked & NotInBases & ~_answered[fact]) != 0;

    private static Aspect ValuesOf(Fact fact)
    {
        var quantities = Languages.All.ToArray().SelectMany(l => QuantityParser.FindAll(fact.Text[l])).ToList();
        var inText = AspectWords.Default.Find(Folding.Fold(fact.Text[Language.English])) & (Aspect.Agreed | Aspect.Next | Aspect.Said | Aspect.Venue);
        return inText
            | (quantities.Exists(q => q.Unit == Unit.Minutes) ? Aspect.HowLong : Aspect.None)
            | (quantities.Exists(q => q.Unit != Unit.Minutes) ? Aspect.HowMany : Aspect.None)
            | (fact.Date.Precision is DatePrecision.Day or DatePrecision.Range ? Aspect.When : Aspect.None)
            | (fact.By.Length > 0 ? Aspect.Said | Aspect.Who : Aspect.None)
            | (s_hours.Any(h => fact.Text[Language.English].Contains(h, StringComparison.Ordinal)) ? Aspect.Hour : Aspect.None)
            | (fact.By.Concat(fact.About).Distinct().Count(p => p.Kind == PartyKind.Person) >= MinNames ? Aspect.Names : Aspect.None)
            | (fact.About.Any(p => p.Kind == PartyKind.Person) ? Aspect.Who : Aspect.None)
            | (fact.About.Any(p => p.Kind == PartyKind.Place && p.Id != p.Side) ? Aspect.Where : Aspect.None)
            | (s_reasons.Any(r => r.Words.Any(w => fact.Text[r.Language].Contains(w, StringComparison.Ordinal))) ? Aspect.Why : Aspect.None);
    }
}
