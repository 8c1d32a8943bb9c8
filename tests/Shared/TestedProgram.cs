using System.Diagnostics;

namespace Bot.Testing;

/// <summary>The program that tests start as a process: the built one, run by <c>dotnet</c>, or the published one that the environment names.</summary>
internal static class TestedProgram
{
    /// <summary>The variable with the path of the published program.</summary>
    public const string Variable = "BOT_PROGRAM";

    private static readonly string[] s_settings =
        ["Facts__", "Terminal__", "Discord__", "Telegram__", "Limits__", "Shutdown__", "State__", "Logging__", "Http__", "OpenTelemetry__", "OTEL_", "NOTIFY_", "WATCHDOG_", "ASPNETCORE_", "LC_"];

    /// <summary>The path of the published program; null when the built one is tested.</summary>
    public static string? Published { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? Path.GetFullPath(path) : null;

    /// <summary>The path of the published program, for tests of that alone.</summary>
    public static string RequirePublished()
    {
        Assert.SkipWhen(Published is null, $"Tests the published program: dotnet publish src/Bot -o folder, and {Variable}=folder/Bot dotnet test. .ci/run does both.");
        return Published!;
    }

    /// <summary>How it is started: with its streams redirected, and without what the environment says of settings and languages.</summary>
    public static ProcessStartInfo Start(params IEnumerable<string> arguments) =>
        Published is { } program ? Prepared(new ProcessStartInfo(program, arguments)) : StartBuilt(arguments);

    /// <summary>How the built program is started, whether the published one is tested or not.</summary>
    public static ProcessStartInfo StartBuilt(params IEnumerable<string> arguments) =>
        Prepared(new ProcessStartInfo(Dotnet, [Path.Combine(AppContext.BaseDirectory, "Bot.dll"), .. arguments]));

    private static ProcessStartInfo Prepared(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList())
        {
            start.Environment.Remove(name);
        }

        // The runtime maps the code that it compiles twice, to keep it from being writable: a tenth of the time of a start.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";

        return start;
    }

    /// <summary>Has another program start it, with the same streams and environment.</summary>
    /// <param name="start">How it is started; changed.</param>
    /// <param name="command">The other program and its arguments, behind which this one and its own come.</param>
    public static void Wrap(ProcessStartInfo start, IReadOnlyList<string> command)
    {
        foreach (var (index, argument) in command.Skip(1).Append(start.FileName).Index())
        {
            start.ArgumentList.Insert(index, argument);
        }

        start.FileName = command[0];
    }

    /// <summary>The <c>dotnet</c> that runs the tests.</summary>
    public static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Whether a variable of the environment says something of settings or languages.</summary>
    public static bool IsSetting(string name) =>
        name is "LANG" or "LANGUAGE" or "DOTNET_ENVIRONMENT" || s_settings.Any(s => name.StartsWith(s, StringComparison.OrdinalIgnoreCase));
}
