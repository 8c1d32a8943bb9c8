using System.Globalization;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Facts;
using Bot.Testing;

namespace Bot.Benchmarks;

/// <summary>What an owner and a reader wait for: start, load, answers; and what the idle bot holds in memory.</summary>
internal static class SpeedBenchmark
{
    private const int Starts = 11;
    private const int Rounds = 40;

    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(TimeProvider time)
    {
        var start = await RepeatAsync(Starts, () => StartToAnswerAsync(time)).ConfigureAwait(false);
        var cold = await RepeatAsync(Starts, ColdLoadAsync).ConfigureAwait(false);

        // The first half warms up: tiered compilation settles in it.
        var warm = Enumerable.Range(0, 2 * Starts).Select(_ => Load(time)).Skip(Starts).ToList();
        var asked = Ask(time);
        var memory = await RepeatAsync(3, () => IdleMemoryAsync(time)).ConfigureAwait(false);

        FigureTable.Begin();
        FigureTable.Row("process start to first answer, ms", "500", start, "F0");
        FigureTable.Row("load, index and learn the base, new process, ms", "200", cold, "F0");
        FigureTable.Row("load, index and learn the base, warm process, ms", "200", warm, "F0");
        FigureTable.Row("idle resident memory, MB", "90", memory, "F0");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| /ask, µs ({asked.Count} questions × {Rounds}) | median 50, 99th percentile 250 | {asked.Times.Median:F1} | {asked.Times.Min:F1} | 99th percentile {asked.Times.Percentile(99):F1} |"));
        return 0;
    }

    /// <summary>Loads once and prints the milliseconds: called in a new process.</summary>
    public static int LoadOnce(TimeProvider time)
    {
        Console.WriteLine(Load(time).ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static double Load(TimeProvider time)
    {
        var start = time.GetTimestamp();
        var answerer = new Answerer(FactBaseLoader.Load(Repository.Facts).Base!);
        answerer.WarmUpAsync(CancellationToken.None).GetAwaiter().GetResult();
        var elapsed = time.GetElapsedTime(start).TotalMilliseconds;
        GC.KeepAlive(answerer);
        return elapsed;
    }

    private static async Task<double> ColdLoadAsync()
    {
        using var process = BotProcess.StartBenchmark("load");
        var line = await process.StandardOutput.ReadLineAsync().ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        return double.Parse(line!, CultureInfo.InvariantCulture);
    }

    private static async Task<double> StartToAnswerAsync(TimeProvider time)
    {
        var start = time.GetTimestamp();
        using var process = BotProcess.Start("ask", "How long did the Riyadh talks last?");
        await process.StandardOutput.ReadLineAsync().ConfigureAwait(false);
        var elapsed = time.GetElapsedTime(start).TotalMilliseconds;
        await process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        return elapsed;
    }

    private static async Task<double> IdleMemoryAsync(TimeProvider time)
    {
        using var process = BotProcess.Start();
        await process.StandardInput.WriteLineAsync("How long did the Riyadh talks last?").ConfigureAwait(false);
        await process.StandardInput.FlushAsync().ConfigureAwait(false);
        await process.StandardOutput.ReadLineAsync().ConfigureAwait(false);
        await Task.Delay(s_settle, time, CancellationToken.None).ConfigureAwait(false);
        process.Refresh();
        var megabytes = process.WorkingSet64 / 1e6;
        process.StandardInput.Close();
        await process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        return megabytes;
    }

    private static (int Count, Samples Times) Ask(TimeProvider time)
    {
        var answerer = new Answerer(FactBaseLoader.Load(Repository.Facts).Base!);
        var requests = Question.All().Select(q => new Request("ask", q.Text, q.Language)).ToList();
        var times = new List<double>(requests.Count * Rounds);
        for (var round = -Rounds; round < Rounds; round++)
        {
            foreach (var request in requests)
            {
                var start = time.GetTimestamp();
                GC.KeepAlive(answerer.Answer(request));
                var elapsed = time.GetElapsedTime(start).TotalMicroseconds;

                // The first half warms up: tiered compilation settles in it.
                if (round >= 0)
                {
                    times.Add(elapsed);
                }
            }
        }

        return (requests.Count, new Samples(times));
    }

    private static async Task<List<double>> RepeatAsync(int times, Func<Task<double>> measure)
    {
        var values = new List<double>(times);
        for (var i = 0; i < times; i++)
        {
            values.Add(await measure().ConfigureAwait(false));
        }

        return values;
    }
}
