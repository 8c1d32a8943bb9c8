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
    public static int Mutations => Environment.GetEnvironmentVariable(Variable) == "1" ? 20_000 : 2_000;

    /// <summary>The seed of this run, which is written to the test's output so that the run can be repeated.</summary>
    public static ulong Seed(ITestOutputHelper output)
    {
        var seed = Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } given
            ? ulong.Parse(given, NumberStyles.None, CultureInfo.InvariantCulture)
            : (ulong)Random.Shared.NextInt64(1, long.MaxValue);
        output.WriteLine($"{SeedVariable}={seed} repeats this run.");
        return seed;
    }
}
