using System.Globalization;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Benchmarks.Scale;
using Bot.Facts;
using Bot.Facts.Model;
using Bot.Search;
using Bot.Search.Index;
using Bot.Search.Ranking;
using Bot.Testing;

namespace Bot.Benchmarks;

/// <summary>How building, memory and the time of a query grow with the base; and what queries made to cost much cost on the real one.</summary>
internal static class ScaleBenchmark
{
    private const int Hits = 10;

    // 3.9 GB, so that with the runtime the process stays under 4. The runtime holds it: what needs more fails.
    private const string HeapLimit = "0xE8000000";

    private static readonly int[] s_sizes = [1_000, 10_000, 100_000, 1_000_000];

    public static async Task<int> RunAsync(int? facts, TimeProvider time)
    {
        Console.WriteLine("Made-up facts, each with a text of 25 words in five languages; 2,000 questions of 3 to 8 words, of each the best of three passes.");
        Console.WriteLine("Measured at SearchIndex, with the texts in memory beside it: a base of facts is made from its files alone, which for a million would measure YAML.");
        Console.WriteLine("A process for each size, with a heap of 3.9 GB at most.");
        Console.WriteLine();
        Console.WriteLine(ScaleMeasurement.Columns);
        Console.WriteLine(string.Concat(Enumerable.Repeat("| --- ", ScaleMeasurement.Columns.Count(c => c == '|') - 1)) + "|");
        foreach (var size in facts is { } one ? [one] : s_sizes)
        {
            await MeasureAsync(size).ConfigureAwait(false);
        }

        Console.WriteLine();
        Hostile(time);
        return 0;
    }

    private static async Task MeasureAsync(int facts)
    {
        using var process = BotProcess.StartBenchmark(new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = HeapLimit }, "scale-once", facts.ToString(CultureInfo.InvariantCulture));
        var errors = process.StandardError.ReadToEndAsync();
        var row = await process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        var error = FirstLine(await errors.ConfigureAwait(false));
        Console.Write(process.ExitCode == 0 ? row : string.Create(CultureInfo.InvariantCulture, $"| {facts:N0} | failed: {error} |\n"));
    }

    private static void Hostile(TimeProvider time)
    {
        var @base = FactBaseLoader.Load(Repository.Facts).Base!;
        var answerer = new Answerer(@base);
        var index = SearchIndex.Build([.. @base.Facts.Select(f => new SearchDocument(f.Id, [.. Texts(f).Select(t => new SearchField(t))]))]);
        var hits = new SearchHit[Hits];
        Console.WriteLine("| hostile query to the real base | characters | /ask, longest of 20, ms | SearchIndex, longest of 20, ms |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (var (name, query) in HostileQueries.For([.. @base.Facts.SelectMany(Texts)]))
        {
            var asked = HostileQueries.MaxMilliseconds(() => GC.KeepAlive(answerer.Answer(new Request("ask", query, "en"))), time);
            var searched = HostileQueries.MaxMilliseconds(() => index.Search(query, hits), time);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {query.Length:N0} | {asked:F2} | {searched:F2} |"));
        }
    }

    private static IEnumerable<string> Texts(Fact fact)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            yield return fact.Text[language];
            foreach (var question in fact.Questions[(int)language])
            {
                yield return question;
            }
        }
    }

    private static string FirstLine(string text) => text.Split('\n')[0];
}
