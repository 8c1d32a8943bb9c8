using Bot.Answers.Reading;
using Bot.Answers.Scoring;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Understanding;

/// <summary>Recognizes messages that want more than one fact: several questions, or a comparison.</summary>
internal static class Questions
{
    private const int MinWords = 2;
    private const string HanSeparators = "，,；;";

    private static readonly HashSet<string> s_conjunctions = ["and", "и", "а", "і", "й", "та"];

    private static readonly string[] s_comparing = Array.ConvertAll(
    [
        "compar", "differ", "versus", "vs", "longer", "shorter", "earlier", "harsher", "in common", "сравн", "разниц", "отлич", "дольше", "короче", "раньше",
        "порівн", "різниц", "відрізн", "відмінн", "довше", "коротше", "раніше", "比较", "对比", "不同", "差在", "差别", "区别", "分别", "差异", "谁更", "更久", "更长", "更早", "谁久",
    ],
    Folding.WordBeginning);

    /// <summary>The questions of a message; the message alone when there are not several.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var byMark = SplitAt(text, (t, i) => t[i] is '?' or '？' or '\n');
        if (byMark.Count > 1)
        {
            return byMark;
        }

        // Two clauses that each ask for something.
        var parts = Folding.IsHan(text.FirstOrDefault(char.IsLetter)) ? SplitAt(text, (t, i) => HanSeparators.Contains(t[i])) : SplitAtConjunction(text);
        return parts.Count > 1 && parts.All(QuestionForm.AsksForValue) ? parts : [text];
    }

    /// <summary>Whether a message compares things.</summary>
    public static bool Compares(string text)
    {
        var folded = Folding.Separator + Folding.Fold(text);
        return Array.Exists(s_comparing, w => folded.Contains(w, StringComparison.Ordinal));
    }

    /// <summary>The facts that a comparison is about: the best one, and the best that has somebody whom the first lacks, or else the next best.</summary>
    /// <param name="found">The result of the search for the whole message.</param>
    /// <param name="search">The search.</param>
    public static List<Fact> Compared(FoundFacts found, FactSearch search)
    {
        var best = search.Best(found, AnswerTuning.MaxHits);
        if (best.Count < 2)
        {
            return best;
        }

        var missing = found.Asked.Parties.Where(p => p.Kind != PartyKind.Place && !Has(best[0], p)).ToList();
        return [best[0], missing.Count == 0 ? best[1] : best.Find(f => missing.Exists(p => Has(f, p))) ?? best[1]];
    }

    private static bool Has(Fact fact, Party party) => fact.By.Contains(party) || fact.About.Contains(party);

    private static List<string> SplitAt(string text, Func<string, int, bool> isSeparator)
    {
        var questions = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (isSeparator(text, i))
            {
                Add(text[start..(i + 1)], questions);
                start = i + 1;
            }
        }

        Add(text[start..], questions);
        return questions;
    }

    private static List<string> SplitAtConjunction(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = MinWords; i + MinWords < words.Length; i++)
        {
            if (s_conjunctions.Contains(Folding.Fold(words[i])) && QuestionForm.AsksForValue(words[i + 1]))
            {
                return [string.Join(' ', words[..i]), string.Join(' ', words[(i + 1)..])];
            }
        }

        return [text];
    }

    private static void Add(string part, List<string> questions)
    {
        if (QuestionForm.CountWords(part) >= MinWords)
        {
            questions.Add(part.Trim());
        }
    }
}
