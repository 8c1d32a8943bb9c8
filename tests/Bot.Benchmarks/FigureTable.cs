using System.Globalization;

namespace Bot.Benchmarks;

/// <summary>Figures as a table of markdown, ready for the README.</summary>
internal static class FigureTable
{
    /// <summary>Begins a table.</summary>
    public static void Begin()
    {
        Console.WriteLine("| what | goal | median | min | max |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
    }

    /// <summary>Writes a row.</summary>
    /// <param name="what">What was measured.</param>
    /// <param name="goal">What it should be; empty where there is no goal.</param>
    /// <param name="values">The measured values.</param>
    /// <param name="format">How a value is written.</param>
    public static void Row(string what, string goal, IEnumerable<double> values, string format)
    {
        var samples = new Samples(values);
        string Text(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        Console.WriteLine($"| {what} | {goal} | {Text(samples.Median)} | {Text(samples.Min)} | {Text(samples.Max)} |");
    }
}
