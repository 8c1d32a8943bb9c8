using System.Globalization;
using Bot.Answers;
using Bot.Facts;
using Bot.Testing;

namespace Bot.Benchmarks;

/// <summary>How often the development questions get the right fact, and those that the base cannot answer a refusal.</summary>
internal static class QuestionsBenchmark
{
    public static int Run()
    {
        var answerer = new Answerer(FactBaseLoader.Load(Repository.Facts).Base!);
        var asked = Question.All().Select(q => (Question: q, Facts: answerer.Answer(new Request("ask", q.Text, q.Language)).Facts.ToList())).ToList();
        Console.WriteLine("| language | questions | right first, % | right in three, % | falsely refused, % | unanswerable | refused, % |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var language in asked.Select(a => a.Question.Language).Distinct().Order(StringComparer.Ordinal).Append("all"))
        {
            var here = asked.Where(a => language == "all" || a.Question.Language == language).ToLookup(a => a.Question.Statement is not null);
            var (known, unknown) = (here[true].ToList(), here[false].ToList());
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {language} | {known.Count} | {Share(known, a => IsRight(a, 1))} | {Share(known, a => IsRight(a, 3))} | {Share(known, a => a.Facts.Count == 0)} | {unknown.Count} | {Share(unknown, a => a.Facts.Count == 0)} |"));
        }

        return 0;
    }

    private static bool IsRight((Question Question, List<FactCard> Facts) asked, int among) =>
        asked.Facts.Take(among).Any(f => f.Statements.Contains(asked.Question.Statement!));

    private static string Share<T>(List<T> all, Func<T, bool> which) =>
        (100.0 * all.Count(which) / all.Count).ToString("F1", CultureInfo.InvariantCulture);
}
