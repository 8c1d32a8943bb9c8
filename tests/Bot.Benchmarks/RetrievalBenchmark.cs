using System.Globalization;
using Bot.Benchmarks.Retrieval;

namespace Bot.Benchmarks;

/// <summary>How well and how fast engines find the right documents of any collection: ours, its predecessor, and two that are widely used.</summary>
internal static class RetrievalBenchmark
{
    private const int Rounds = 3;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(1);

    public static int Run(ReadOnlySpan<string> arguments, TimeProvider time)
    {
        if (RetrievalOptions.Read(arguments, out var wrong) is not { } options)
        {
            Console.Error.WriteLine(wrong);
            return 2;
        }

        try
        {
            var collection = Collection.Read(options.Documents, options.Questions);
            Measure(collection, options.Misses, time);
            return 0;
        }
        catch (CollectionException e)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    private static void Measure(Collection collection, int misses, TimeProvider time)
    {
        EngineRun[] runs = [new(new OwnEngine()), new(new GramEngine()), new(new LuceneEngine()), new(new SqliteEngine())];
        try
        {
            foreach (var run in runs)
            {
                run.WarmUp(collection, s_warmUp, time);
            }

            // In turn, so that whatever else the machine does meanwhile meets them all alike.
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var run in runs)
                {
                    run.Measure(collection, time);
                }
            }

            Write(collection, runs);
            if (misses > 0)
            {
                WriteMisses(collection, runs[0], misses);
            }
        }
        finally
        {
            foreach (var run in runs)
            {
                run.Dispose();
            }
        }
    }

    private static void Write(Collection collection, EngineRun[] runs)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{collection.Documents.Count} documents, {collection.Questions.Count} questions; one thread, the best of {Rounds} rounds."));
        Console.WriteLine();
        Console.WriteLine("| language | questions | engine | hit@1, % | MRR@10 | hit@10, % | questions a second | index, ms | index, KB |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        var languages = collection.Questions.Select(q => q.Language).Distinct().Order(StringComparer.Ordinal).ToList();
        if (languages.Count > 1)
        {
            foreach (var language in languages)
            {
                foreach (var run in runs)
                {
                    Console.WriteLine($"{Quality(language, run, run.Quality(collection, language))}  |  |  |");
                }
            }
        }

        foreach (var run in runs)
        {
            var quality = Quality(languages.Count > 1 ? "all" : languages[0], run, run.Quality(collection, null));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{quality} {run.QuestionsPerSecond:F0} | {run.IndexMilliseconds:F0} | {run.Bytes / 1e3:F0} |"));
        }
    }

    private static string Quality(string language, EngineRun run, RankQuality quality) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {language} | {quality.Count} | {run.Name} | {100 * quality.First:F1} | {quality.ReciprocalRank:F3} | {100 * quality.Found:F1} |");

    private static void WriteMisses(Collection collection, EngineRun own, int most)
    {
        Console.WriteLine();
        Console.WriteLine("| question | its document | rank | found first |");
        Console.WriteLine("| --- | --- | --- | --- |");
        var missed = collection.Questions.Zip(own.Answers).Where(a => a.Second.Rank != 1).OrderByDescending(a => a.Second.Rank ?? int.MaxValue);
        foreach (var (question, (rank, first)) in missed.Take(most))
        {
            var text = question.Text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
            var found = first is { } document ? collection.Documents[document].Id : "nothing";
            Console.WriteLine($"| {text} | {collection.Documents[question.Document].Id} | {rank?.ToString(CultureInfo.InvariantCulture) ?? $"over {EngineRun.Depth}"} | {found} |");
        }
    }
}
