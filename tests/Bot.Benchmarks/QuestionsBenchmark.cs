using System.Globalization;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Facts;
using Bot.Testing;

namespace Bot.Benchmarks;

/// <summary>How often questions get the right fact, and those that the base cannot answer a refusal.</summary>
internal static class QuestionsBenchmark
{
    private const int WorstShown = 12;
    private static readonly float[] s_steps = [0, 0.1f, 0.25f, 0.5f, 0.75f, 0.9f, 0.97f, 1];

    /// <summary>Prints the rates by part and language, how far the confidence can be trusted, and the worst misses.</summary>
    public static int Run()
    {
        var answerer = new Answerer(FactBaseLoader.Load(Repository.Facts).Base!);
        var asked = Question.All().Select(q => Ask(q, answerer)).ToList();
        Console.WriteLine("| questions | language | answerable | right first, % | right in three, % | falsely refused, % | unanswerable | refused, % |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var part in asked.GroupBy(a => Part(a.Question)))
        {
            Row(part.Key, "all", [.. part]);
        }

        foreach (var language in asked.GroupBy(a => a.Question.Language))
        {
            Row("all", language.Key, [.. language]);
        }

        Row("all", "all", asked);
        WriteConfidence(asked);
        WriteWorst("A wrong fact first", asked.Where(a => a.Question.IsAnswerable && a.Facts.Count > 0 && !a.IsRight(1)));
        WriteWorst("Answered although the base does not say", asked.Where(a => !a.Question.IsAnswerable && a.Facts.Count > 0));
        WriteWorst("Refused although the base says", asked.Where(a => a.Question.IsAnswerable && a.Facts.Count == 0).Reverse());
        return 0;
    }

    private static Asked Ask(Question question, Answerer answerer)
    {
        var answer = answerer.Answer(new Request("ask", question.Text, question.Language));
        return new Asked(question, [.. answer.Facts.Select(f => f.Id)], answer.Confidence ?? 1);
    }

    private static string Part(Question question) => question switch
    {
        { IsForTuning: true } => "development, half that was tuned on",
        { Set: "development" } => "development, other half",
        _ => question.Set,
    };

    private static void Row(string part, string language, List<Asked> asked)
    {
        var (known, unknown) = (asked.FindAll(a => a.Question.IsAnswerable), asked.FindAll(a => !a.Question.IsAnswerable));
        Console.WriteLine($"| {part} | {language} | {known.Count} | {Share(known, a => a.IsRight(1))} | {Share(known, a => a.IsRight(3))} | {Share(known, a => a.Facts.Count == 0)} | {unknown.Count} | {Share(unknown, a => a.Facts.Count == 0)} |");
    }

    private static void WriteConfidence(List<Asked> asked)
    {
        Console.WriteLine();
        Console.WriteLine("| confidence | questions | mean confidence, % | answerable, % | right first, % |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        for (var i = 0; i + 1 < s_steps.Length; i++)
        {
            var here = asked.FindAll(a => a.Confidence >= s_steps[i] && (a.Confidence < s_steps[i + 1] || i + 2 == s_steps.Length));
            if (here.Count > 0)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {s_steps[i]:0.##}–{s_steps[i + 1]:0.##} | {here.Count} | {here.Average(a => a.Confidence) * 100:F0} | {Share(here, a => a.Question.IsAnswerable)} | {Share(here, a => a.IsRight(1))} |"));
            }
        }
    }

    private static void WriteWorst(string title, IEnumerable<Asked> misses)
    {
        Console.WriteLine();
        Console.WriteLine($"{title}, the surest first:");
        foreach (var miss in misses.OrderByDescending(a => a.Confidence).Take(WorstShown))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"- {miss.Confidence:F2} {miss.Question.Language} “{miss.Question.Text}”: {Ids(miss.Facts)}; expected {Ids(miss.Question.Facts)}"));
        }
    }

    private static string Ids(IReadOnlyList<string> ids) => ids.Count == 0 ? "nothing" : string.Join(", ", ids);

    private static string Share<T>(List<T> all, Func<T, bool> which) =>
        all.Count == 0 ? "–" : (100.0 * all.Count(which) / all.Count).ToString("F1", CultureInfo.InvariantCulture);

    private sealed record Asked(Question Question, List<string> Facts, float Confidence)
    {
        public bool IsRight(int among) => Facts.Take(among).Any(Question.Facts.Contains);
    }
}
