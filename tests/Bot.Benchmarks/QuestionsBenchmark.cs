using System.Globalization;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Answers.Rendering;
using Bot.Facts;
using Bot.Testing;

namespace Bot.Benchmarks;

/// <summary>How often questions get the right fact, in which tier, and how long the answers are, on the frozen bases.</summary>
internal static class QuestionsBenchmark
{
    private const int WorstShown = 12;
    private static readonly float[] s_steps = [0, 0.1f, 0.25f, 0.5f, 0.75f, 0.9f, 0.97f, 1];

    /// <summary>Prints the rates by set, language and kind, how far the confidence can be trusted, the length of the answers, and the worst misses.</summary>
    public static int Run(bool onlyDevelopment)
    {
        var answerer = new Answerer(FactBaseLoader.Load(Repository.SampleBase).Base!);
        var asked = Question.Every().Where(q => !onlyDevelopment || q.Set == "development").Select(q => Ask(q, answerer)).ToList();
        var ordinary = asked.FindAll(a => a.Question.Kind == Question.Ordinary);
        WriteTiers(ordinary);
        WriteKinds(asked);
        WriteConfidence(ordinary);
        WriteLengths(asked);
        WriteLater(onlyDevelopment);
        WriteWorst("A wrong fact leads an answer", asked.Where(a => a.Question.Kind is Question.Ordinary or "premise" && a.Question.IsAnswerable && a.Outcome == Outcome.Answered && !a.IsRight(1)));
        WriteWorst("Answered although the base does not say", asked.Where(a => !a.Question.IsAnswerable && a.Question.Kind is not "talk" and not "check" && a.Outcome == Outcome.Answered));
        WriteWorst("Unknown although the base says", asked.Where(a => a.Question.Kind is not "check" && a.Question.IsAnswerable && a.Outcome == Outcome.Unknown).Reverse());
        foreach (var kind in (string[])["premise", "follow-up", "overview", "two", "talk", "check"])
        {
            WriteWorst($"Wrong ({kind})", asked.Where(a => a.Question.Kind == kind && !IsGood(a)));
        }

        return 0;
    }

    private static void WriteLater(bool onlyDevelopment)
    {
        var answerer = new Answerer(FactBaseLoader.Load(Repository.WholeBase).Base!);
        var asked = Question.Later().Where(q => !onlyDevelopment || q.Set == "development").Select(q => Ask(q, answerer)).ToList();
        Console.WriteLine();
        Console.WriteLine("On the later chapters, with three examples a fact:");
        Console.WriteLine();
        WriteTiers(asked.FindAll(a => a.Question.Kind == Question.Ordinary));
        WriteKinds(asked);
    }

    private static Asked Ask(Question question, Answerer answerer)
    {
        var command = question.Kind == "check" ? Request.Check : "ask";
        var answer = answerer.Answer(new Request(command, question.Text, question.Language) { FollowsUp = question.After is { } fact ? [fact] : [] });
        return new Asked(question, answer, [.. answer.Facts.Select(f => f.Id)], [.. answer.FurtherFacts.Select(f => f.Id)], answer.Confidence ?? 1);
    }

    private static void WriteTiers(List<Asked> asked)
    {
        Console.WriteLine("| questions | language | answerable | right first in `answered`, % | wrong first in `answered`, % | right shown, % | `unknown`, % | unanswerable | `answered`, % | `closest`, % | `unknown`, % |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var part in asked.GroupBy(a => a.Question.Set))
        {
            Row(part.Key, "all", [.. part]);
            foreach (var language in part.GroupBy(a => a.Question.Language))
            {
                Row(part.Key, language.Key, [.. language]);
            }
        }
    }

    private static void Row(string part, string language, List<Asked> asked)
    {
        var (known, unknown) = (asked.FindAll(a => a.Question.IsAnswerable), asked.FindAll(a => !a.Question.IsAnswerable));
        Console.WriteLine(
            $"| {part} | {language} | {known.Count} | {Share(known, a => a.Outcome == Outcome.Answered && a.IsRight(1))} | {Share(known, a => a.Outcome == Outcome.Answered && !a.IsRight(1))} "
            + $"| {Share(known, a => a.IsShown)} | {Share(known, a => a.Outcome == Outcome.Unknown)} "
            + $"| {unknown.Count} | {Share(unknown, a => a.Outcome == Outcome.Answered)} | {Share(unknown, a => a.Outcome == Outcome.Closest)} | {Share(unknown, a => a.Outcome == Outcome.Unknown)} |");
    }

    private static void WriteKinds(List<Asked> asked)
    {
        Console.WriteLine();
        Console.WriteLine("| kind | set | asked | as it should be, % | `answered`, % | `closest`, % | `unknown`, % | `talk`, % | right fact shown, % |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var group in asked.Where(a => a.Question.Kind != Question.Ordinary).GroupBy(a => (a.Question.Kind, a.Question.Set)).OrderBy(g => g.Key))
        {
            var all = group.ToList();
            Console.WriteLine(
                $"| {group.Key.Kind} | {group.Key.Set} | {all.Count} | {Share(all, IsGood)} | {Share(all, a => a.Outcome == Outcome.Answered)} | {Share(all, a => a.Outcome == Outcome.Closest)} "
                + $"| {Share(all, a => a.Outcome == Outcome.Unknown)} | {Share(all, a => a.Outcome == Outcome.Talk)} | {Share(all, a => a.IsShown)} |");
        }
    }

    // What each kind of message should get.
    private static bool IsGood(Asked asked) => asked.Question.Kind switch
    {
        "near-miss" => asked.Outcome == Outcome.Closest && asked.IsShown,
        "other-subject" => asked.Outcome == Outcome.Unknown,
        "talk" => asked.Outcome == Outcome.Talk,
        "premise" => asked.IsRight(1) && asked.Outcome is Outcome.Answered or Outcome.Closest && asked.HasLead,
        "two" => asked.Question.Facts.All(asked.Facts.Contains),
        "check" => asked.IsRight(3) && (asked.Question.IsTrue == true ? !asked.Says('!') : !asked.Says('=')),
        _ => asked.Outcome == Outcome.Answered && asked.IsRight(1),
    };

    private static void WriteConfidence(List<Asked> asked)
    {
        Console.WriteLine();
        Console.WriteLine("| confidence | questions | mean confidence, % | right first, % |");
        Console.WriteLine("| --- | --- | --- | --- |");
        for (var i = 0; i + 1 < s_steps.Length; i++)
        {
            var here = asked.FindAll(a => a.Confidence >= s_steps[i] && (a.Confidence < s_steps[i + 1] || i + 2 == s_steps.Length));
            if (here.Count > 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {s_steps[i]:0.##}–{s_steps[i + 1]:0.##} | {here.Count} | {here.Average(a => a.Confidence) * 100:F0} | {Share(here, a => a.IsRight(1))} |"));
            }
        }
    }

    // Without buttons and addresses.
    private static void WriteLengths(List<Asked> asked)
    {
        Console.WriteLine();
        Console.WriteLine("| language | answers | median length | median of length by the facts' text | longest | longest by the limit |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var language in asked.Where(a => a.Outcome == Outcome.Answered && a.Question.Kind != "check" && a.Answer.Request.Detail == Detail.Short).GroupBy(a => a.Answer.Language))
        {
            var lengths = language.Select(a => Pager.Page(Summary.Of(a.Answer), 1, Summary.FitsPhone)).Select(a => (Length: PlainTextRenderer.Measure(a), Text: a.Facts.Sum(f => f.Text.Length), Max: Summary.MaxLength(a.Language))).ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {language.Key} | {lengths.Count} | {Median(lengths.Select(l => (double)l.Length)):F0} | {Median(lengths.Where(l => l.Text > 0).Select(l => (double)l.Length / l.Text)):F2} | {lengths.Max(l => l.Length)} | {lengths.Max(l => (double)l.Length / l.Max):F2} |"));
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is { Count: > 0 } sorted ? sorted[sorted.Count / 2] : 0;

    private static void WriteWorst(string title, IEnumerable<Asked> misses)
    {
        var all = misses.ToList();
        Console.WriteLine();
        Console.WriteLine($"{title} ({all.Count}), the surest first:");
        foreach (var miss in all.OrderByDescending(a => a.Confidence).Take(WorstShown))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"- {miss.Confidence:F2} {miss.Question.Language} “{miss.Question.Text}”: {miss.Outcome} {miss.Answer.Request.Arguments}; expected {Ids(miss.Question.Facts)}{(miss.Question.After is { } after ? " after " + after : "")}"));
        }
    }

    private static string Ids(IReadOnlyList<string> ids) => ids.Count == 0 ? "nothing" : string.Join(", ", ids);

    private static string Share<T>(List<T> all, Func<T, bool> which) =>
        all.Count == 0 ? "–" : (100.0 * all.Count(which) / all.Count).ToString("F1", CultureInfo.InvariantCulture);

    private sealed record Asked(Question Question, Answer Answer, List<string> Facts, List<string> Further, float Confidence)
    {
        public Outcome Outcome => Answer.Outcome;

        /// <summary>Whether one of the right facts is shown, or is the question of a button.</summary>
        public bool IsShown => Facts.Concat(Further).Any(Question.Facts.Contains);

        /// <summary>Whether the answer leads with the base's value.</summary>
        public bool HasLead => Says('!');

        public bool IsRight(int among) => Facts.Take(among).Any(Question.Facts.Contains);

        /// <summary>Whether a value is compared as the same (<c>=</c>) or as another (<c>!</c>).</summary>
        public bool Says(char mark) => Answer.Request.Arguments.Contains(" " + mark, StringComparison.Ordinal);
    }
}
