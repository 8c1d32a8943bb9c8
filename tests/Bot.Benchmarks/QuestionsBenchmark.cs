using System.Globalization;
using Bot.Answers;
using Bot.Answers.Understanding;
using Bot.Facts;
using Bot.Search;
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
        var @base = FactBaseLoader.Load(Repository.Facts).Base!;
        var (answerer, knowledge) = (new Answerer(@base), new Knowledge(@base));
        var asked = Question.All().Select(q => Ask(q, answerer, knowledge)).ToList();
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

    /// <summary>Prints the figures of <see cref="Confidence"/> that fit the half of the questions that may be tuned on best.</summary>
    public static int Fit()
    {
        var knowledge = new Knowledge(FactBaseLoader.Load(Repository.Facts).Base!);
        var hits = new SearchHit[1];
        var samples = new List<(double[] Features, double Label)>();
        foreach (var question in Question.All().Where(q => q.IsForTuning))
        {
            var fact = knowledge.Search(question.Text, hits, out var outOfScope) > 0 ? hits[0] : default;
            samples.Add(([1, Confidence.LeadOver(fact, outOfScope), fact.SentenceCoverage, fact.Coverage], question.IsAnswerable ? 1 : 0));
        }

        // Gradient descent: few figures, few samples. The small penalty keeps figures finite where the halves can be told apart.
        const int Rounds = 40_000;
        const double Step = 0.2;
        const double Penalty = 0.01;
        var figures = new double[4];
        for (var round = 0; round < Rounds; round++)
        {
            var slope = figures.Select((f, i) => i == 0 ? 0 : Penalty * f).ToArray();
            foreach (var (features, label) in samples)
            {
                var error = (1 / (1 + Math.Exp(-features.Zip(figures, (x, f) => x * f).Sum()))) - label;
                for (var i = 0; i < slope.Length; i++)
                {
                    slope[i] += error * features[i] / samples.Count;
                }
            }

            for (var i = 0; i < figures.Length; i++)
            {
                figures[i] -= Step * slope[i];
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Constant {figures[0]:F2}, Lead {figures[1]:F2}, Sentence {figures[2]:F2}, Whole {figures[3]:F2}, from {samples.Count} questions"));
        return 0;
    }

    private static Asked Ask(Question question, Answerer answerer, Knowledge knowledge)
    {
        var hits = new SearchHit[1];
        var confidence = knowledge.Search(question.Text, hits, out var outOfScope) > 0 ? Confidence.Of(hits[0], outOfScope) : 0;
        return new Asked(question, [.. answerer.Answer(new Request("ask", question.Text, question.Language)).Facts.Select(f => f.Id)], confidence);
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
