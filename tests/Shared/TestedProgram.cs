using System.Diagnostics;

namespace Bot.Testing;

/// <summary>The program that tests start as a process: the built one, run by <c>dotnet</c>, or the published one that the environment names.</summary>
internal static class TestedProgram
{
    /// <summary>The variable with the path of the published program.</summary>
    public const string Variable = "BOT_PROGRAM";

    /// <summary>The path of the published program; null when the built one is tested.</summary>
    public static string? Published { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? Path.GetFullPath(path) : null;

    /// <summary>The path of the published program, for tests of that alone.</summary>
    public static string RequirePublished()
    {
        Assert.SkipWhen(Published is null, $"Tests the published program: dotnet publish src/Bot -o folder, and {Variable}=folder/Bot dotnet test. .ci/run does both.");
        return Published!;
    }

    /// <summary>How it is started.</summary>
    public static ProcessStartInfo Start(params IEnumerable<string> arguments) => Published is { } program
        ? new ProcessStartInfo(program, arguments)
        : new ProcessStartInfo(Dotnet, [Path.Combine(AppContext.BaseDirectory, "Bot.dll"), .. arguments]);

    /// <summary>The <c>dotnet</c> that runs the tests.</summary>
    public static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
}
