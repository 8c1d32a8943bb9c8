namespace Bot.Benchmarks.Scale;

/// <summary>Queries made to cost much.</summary>
internal static class HostileQueries
{
    private const int Long = 10_000;
    private const int Runs = 20;

    /// <summary>Each with its name in the table.</summary>
    /// <param name="texts">The base's texts.</param>
    public static IReadOnlyList<(string Name, string Query)> For(IReadOnlyList<string> texts)
    {
        var words = string.Join(' ', texts.SelectMany(t => t.Split(' ')).Distinct(StringComparer.Ordinal));
        return
        [
            ("10,000 characters of the base's texts", Beginning(string.Join(' ', texts))),
            ("one character 10,000 times", new string('a', Long)),
            ("one Han character 10,000 times", new string('的', Long)),
            ("all the words of the base at once", words),
        ];
    }

    /// <summary>The longest of twenty runs after a warm-up.</summary>
    public static double MaxMilliseconds(Action run, TimeProvider time)
    {
        run();
        var longest = TimeSpan.Zero;
        for (var i = 0; i < Runs; i++)
        {
            var start = time.GetTimestamp();
            run();
            var elapsed = time.GetElapsedTime(start);
            longest = elapsed > longest ? elapsed : longest;
        }

        return longest.TotalMilliseconds;
    }

    private static string Beginning(string text) => text[..Math.Min(text.Length, Long)];
}
