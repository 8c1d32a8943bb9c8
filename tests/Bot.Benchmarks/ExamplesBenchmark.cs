using System.Globalization;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Facts;
using Bot.Testing;

namespace Bot.Benchmarks;

/// <summary>
/// How well questions are answered and refused when curators write few example questions: for 0, 1, 3, 8 and all examples a fact in each language and as many a subject out
/// of scope, or fewer subjects, and with signals switched off.
/// </summary>
internal static class ExamplesBenchmark
{
    private const int All = 99;
    private const string NearMisses = "near-facts.yaml";

    // Shows all three best facts, whatever the confidence, so that ranking and refusing can be told apart.
    private const string ShowsAll = "thresholds:\n  answered: 1\n  closest: 0\n";

    private static readonly (string Name, int Facts, int Subjects, string? Without)[] s_bases =
    [
        ("0, no subjects", 0, 0, null), ("1", 1, 1, null), ("3", 3, 3, null), ("8", 8, 8, null), ("all", All, All, null),
        ("3, quarter of the subjects", 3, 2, NearMisses), ("8, quarter of the subjects", 8, 2, NearMisses), ("all, quarter of the subjects", All, 2, NearMisses),
        ("3, no subjects", 3, 0, null), ("8, no subjects", 8, 0, null),
    ];

    // Few facts of the whole base have more than three.
    private static readonly (string Name, int Facts, int Subjects, string? Without)[] s_wholeBases =
        [("0, no subjects", 0, 0, null), ("1", 1, 1, null), ("3", 3, All, null), ("3, no subjects", 3, 0, null)];

    private static readonly (string Name, AnswerSignals Signals)[] s_ablations =
    [
        ("all signals", AnswerSignals.All), ("no vectors", AnswerSignals.All & ~AnswerSignals.Vectors), ("no aspects", AnswerSignals.All & ~AnswerSignals.Aspects),
        ("no names", AnswerSignals.All & ~AnswerSignals.Names), ("words alone", AnswerSignals.None),
    ];

    /// <summary>Prints the table.</summary>
    /// <param name="options"><c>--development</c> and <c>--held-out</c> for one half of the questions; <c>--later</c> for the later chapters; <c>--ablations</c> for each signal; <c>--examples N</c> for bases with N examples.</param>
    public static int Run(string[] options)
    {
        var sets = options.Contains("--development") ? ["development"] : options.Contains("--held-out") ? (string[])["held-out"] : ["development", "held-out"];
        var only = Array.IndexOf(options, "--examples") is var at and >= 0 ? options[at + 1] : null;
        var isLater = options.Contains("--later");
        var questions = (isLater ? Question.Later() : Question.Every()).Where(q => sets.Contains(q.Set) && q.Kind is Question.Ordinary or "near-miss" or "other-subject").Where(q => sets.Contains(q.Set)).ToList();
        Console.WriteLine("| examples | signals | set | ranked first, % | among three, % | right in `answered`, % | wrong in `answered`, % | right shown, % | `unknown`, % | unanswerable `answered`, % | `unknown`, % | near misses `answered`, % | shown, % | other subjects `unknown`, % |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var (name, facts, subjects, without) in (isLater ? s_wholeBases : s_bases).Where(b => only is null || b.Name.Split(',')[0] == only))
        {
            var folder = Directory.CreateTempSubdirectory();
            try
            {
                FewerExamples.Copy(isLater ? Repository.WholeBase : Repository.SampleBase, folder.FullName, facts, subjects, without);
                var asked = FactBaseLoader.Load(folder.FullName).Base ?? throw new InvalidOperationException("The base with fewer examples has problems.");
                File.AppendAllText(Path.Combine(folder.FullName, "base.yaml"), ShowsAll);
                var ranked = FactBaseLoader.Load(folder.FullName).Base!;
                foreach (var (signalsName, signals) in options.Contains("--ablations") ? s_ablations : s_ablations[..1])
                {
                    Write(name, signalsName, questions, new Answerer(asked, signals), new Answerer(ranked, signals));
                }
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        return 0;
    }

    private static void Write(string name, string signals, List<Question> questions, Answerer asked, Answerer ranked)
    {
        foreach (var set in questions.GroupBy(q => q.Set))
        {
            var results = set.Select(q => Ask(q, asked, ranked)).ToList();
            var known = results.FindAll(r => r.Question.IsAnswerable);
            var unknown = results.FindAll(r => r.Question is { Kind: Question.Ordinary, IsAnswerable: false });
            var near = results.FindAll(r => r.Question.Kind == "near-miss");
            var other = results.FindAll(r => r.Question.Kind == "other-subject");
            Console.WriteLine(
                $"| {name} | {signals} | {set.Key} | {Share(known, r => r.Position == 0)} | {Share(known, r => r.Position is >= 0 and < 3)} "
                + $"| {Share(known, r => r.Outcome == Outcome.Answered && r.IsRight)} | {Share(known, r => r.Outcome == Outcome.Answered && !r.IsRight)} | {Share(known, r => r.IsShown)} | {Share(known, r => r.Outcome == Outcome.Unknown)} "
                + $"| {Share(unknown, r => r.Outcome == Outcome.Answered)} | {Share(unknown, r => r.Outcome == Outcome.Unknown)} "
                + $"| {Share(near, r => r.Outcome == Outcome.Answered)} | {Share(near, r => r.IsShown)} | {Share(other, r => r.Outcome == Outcome.Unknown)} |");
        }
    }

    private static Result Ask(Question question, Answerer asked, Answerer ranked)
    {
        var request = new Request("ask", question.Text, question.Language);
        var answer = asked.Answer(request);
        var order = ranked.Answer(request) is { } all ? all.Facts.Concat(all.FurtherFacts).Select(f => f.Id).ToList() : [];
        var facts = answer.Facts.Select(f => f.Id).ToList();
        return new Result(
            question,
            answer.Outcome,
            order.FindIndex(question.Facts.Contains),
            facts.Take(1).Any(question.Facts.Contains),
            facts.Concat(answer.FurtherFacts.Select(f => f.Id)).Any(question.Facts.Contains));
    }

    private static string Share(List<Result> all, Func<Result, bool> which) => all.Count == 0 ? "–" : (100.0 * all.Count(which) / all.Count).ToString("F1", CultureInfo.InvariantCulture);

    private sealed record Result(Question Question, Outcome Outcome, int Position, bool IsRight, bool IsShown);
}
