using System.Globalization;

namespace Bot.Testing;

/// <summary>How much of the generated input is tried: a tenth of it normally, all of it where a run may take minutes.</summary>
internal static class LongRun
{
    /// <summary>The variable that turns the long run on with the value 1.</summary>
    public const string Variable = "BOT_TESTS_LONG";

    /// <summary>The variable with the seed that is to be repeated, a whole number.</summary>
    public const string SeedVariable = "BOT_TESTS_SEED";

    /// <summary>How many mutations each platform is given.</summary>
    public static int Mutations => IsLong ? 20_000 : 2_000;

    /// <summary>How many requests are followed from one to the next on each platform, in each language.</summary>
    public static int Requests => IsLong ? int.MaxValue : 1_000;

    /// <summary>Some of the entries of a base: all of them in a long run, otherwise as many as make a small base, chosen by the seed.</summary>
    /// <param name="all">The entries.</param>
    public static IReadOnlyList<T> Some<T>(IReadOnlyList<T> all)
    {
        const int Few = 60;
        if (IsLong || all.Count <= Few)
        {
            return all;
        }

        var random = new SeededRandom(GivenSeed ?? 1);
        return [.. Enumerable.Range(0, Few).Select(_ => random.Of(all)).Distinct()];
    }

    /// <summary>The seed of this run, which is written to the test's output so that the run can be repeated.</summary>
    public static ulong Seed(ITestOutputHelper output)
    {
        var seed = GivenSeed ?? (ulong)Random.Shared.NextInt64(1, long.MaxValue);
        output.WriteLine($"{SeedVariable}={seed} repeats this run.");
        return seed;
    }

    /// <summary>Whether everything is tried.</summary>
    public static bool IsLong => Environment.GetEnvironmentVariable(Variable) == "1";

    private static ulong? GivenSeed => Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } given ? ulong.Parse(given, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
