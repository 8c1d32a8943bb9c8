using System.Globalization;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Facts;
using Bot.Facts.Model;

namespace Bot.Benchmarks;

/// <summary>How long any base takes to load and to prepare, and the answers to the questions of its facts, in one warm process.</summary>
internal static class BaseBenchmark
{
    private const int Loads = 11;
    private const int Rounds = 4;

    /// <summary>Measures the base in a folder.</summary>
    public static int Run(string folder, TimeProvider time)
    {
        if (FactBaseLoader.Load(folder).Base is not { } facts)
        {
            Console.Error.WriteLine($"there is no valid base in {folder}");
            return 2;
        }

        var load = Repeat(() => Measure(time, () => FactBaseLoader.Load(folder)));
        var prepare = Repeat(() => Measure(time, () => Start(facts, null)));
        var saved = new SavedClassifier();
        Start(facts, saved).SaveClassifier();
        var again = Repeat(() => Measure(time, () => Start(facts, saved)));
        var (count, times) = Ask(facts, time);

        FigureTable.Begin();
        FigureTable.Row("load and check the files, warm process, ms", "", load, "F0");
        FigureTable.Row("index and learn, warm process, ms", "600", prepare, "F0");
        FigureTable.Row("index, with the classifier that the start before saved, ms", "", again, "F0");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| /ask, µs ({count} questions of {facts.Facts.Length} facts × {Rounds}) | 99th percentile 1000 | {times.Median:F1} | {times.Min:F1} | 99th percentile {times.Percentile(99):F1} |"));
        return 0;
    }

    private static (int Count, Samples Times) Ask(FactBase facts, TimeProvider time)
    {
        var answerer = Start(facts, null);
        var requests = facts.Facts.SelectMany(f => facts.Languages.SelectMany(l => f.Questions[(int)l].Select(q => new Request("ask", q, l.Tag())))).ToList();
        var times = new List<double>(requests.Count * Rounds);
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var request in requests)
            {
                var elapsed = Measure(time, () => GC.KeepAlive(answerer.Answer(request)));

                // The first round warms up: tiered compilation settles in it.
                if (round >= 0)
                {
                    times.Add(elapsed * 1000);
                }
            }
        }

        return (requests.Count, new Samples(times));
    }

    private static Answerer Start(FactBase facts, SavedClassifier? saved)
    {
        var answerer = new Answerer(facts, cache: saved);
        answerer.WarmUpAsync(CancellationToken.None).GetAwaiter().GetResult();
        return answerer;
    }

    // The first half warms up: tiered compilation settles in it.
    private static List<double> Repeat(Func<double> measure) => [.. Enumerable.Range(0, 2 * Loads).Select(_ => measure()).Skip(Loads)];

    private static double Measure(TimeProvider time, Action action)
    {
        var start = time.GetTimestamp();
        action();
        return time.GetElapsedTime(start).TotalMilliseconds;
    }

    private sealed class SavedClassifier : IClassifierCache
    {
        private byte[]? _bytes;

        public byte[]? Read() => _bytes;

        public void Write(byte[] bytes) => _bytes = bytes;
    }
}
