using System.Diagnostics;
using System.Globalization;
using Bot.Search;
using Bot.Search.Index;
using Bot.Search.Ranking;

namespace Bot.Benchmarks.Scale;

/// <summary>Builds one synthetic base, asks it, and prints a row: alone in its process, so that its memory is its own.</summary>
internal static class ScaleMeasurement
{
    /// <summary>What the columns of <see cref="Run"/>'s row are.</summary>
    public const string Columns =
        "| facts | build, s | index, bytes a fact | bytes a text | texts themselves, bytes a fact | query median, µs | 99th percentile, µs | max, µs | allocated, bytes a query | hostile max, ms | process's peak, MB |";

    private const int Seed = 20250218;
    private const int Questions = 2000;
    private const int Passes = 3;
    private const int Hits = 10;
    private const int HostileTexts = 1000;

    /// <summary>Measures a base of so many facts.</summary>
    public static int Run(int facts, TimeProvider time)
    {
        var made = new SyntheticFacts(Seed);
        var empty = GC.GetTotalMemory(forceFullCollection: true);
        var documents = new SearchDocument[facts];
        for (var i = 0; i < facts; i++)
        {
            documents[i] = new SearchDocument(i.ToString(CultureInfo.InvariantCulture), [.. made.Next().Select(t => new SearchField(t))]);
        }

        var texts = GC.GetTotalMemory(forceFullCollection: true);
        var start = time.GetTimestamp();
        var index = SearchIndex.Build(documents);
        var build = time.GetElapsedTime(start);
        var indexed = GC.GetTotalMemory(forceFullCollection: true);

        var (times, allocated) = Ask(index, Asked(made, documents), time);
        var hostile = Hostile(index, documents, time);
        var row = (Index: (double)(indexed - texts) / facts, Texts: (double)(texts - empty) / facts);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {facts:N0} | {build.TotalSeconds:F2} | {row.Index:F0} | {row.Index / SyntheticFacts.Languages.Length:F0} | {row.Texts:F0} | {times.Median:F1} | {times.Percentile(99):F1} | {times.Max:F1} | {allocated:F0} | {hostile:F2} | {Peak() / 1e6:F0} |"));
        GC.KeepAlive(documents);
        return 0;
    }

    private static string[] Asked(SyntheticFacts made, SearchDocument[] documents)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, Questions).Select(_ => made.Question([.. documents[random.Next(documents.Length)].Fields.Select(f => f.Text)]))];
    }

    // Of each question the best pass: what else the machine does meanwhile is not the index's, and what a question costs is.
    private static (Samples Times, double Allocated) Ask(SearchIndex index, string[] questions, TimeProvider time)
    {
        var best = new double[questions.Length];
        Array.Fill(best, double.MaxValue);
        var hits = new SearchHit[Hits];
        foreach (var question in questions)
        {
            index.Search(question, hits);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var pass = 0; pass < Passes; pass++)
        {
            for (var i = 0; i < questions.Length; i++)
            {
                var start = time.GetTimestamp();
                index.Search(questions[i], hits);
                best[i] = Math.Min(best[i], time.GetElapsedTime(start).TotalMicroseconds);
            }
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return (new Samples(best), (double)allocated / (Passes * questions.Length));
    }

    private static double Hostile(SearchIndex index, SearchDocument[] documents, TimeProvider time)
    {
        var hits = new SearchHit[Hits];
        var texts = documents.Take(HostileTexts).SelectMany(d => d.Fields).Select(f => f.Text).ToList();
        return HostileQueries.For(texts).Max(h => HostileQueries.MaxMilliseconds(() => index.Search(h.Query, hits), time));
    }

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
