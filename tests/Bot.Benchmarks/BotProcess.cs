using System.Diagnostics;
using System.Text;
using Bot.Testing;

namespace Bot.Benchmarks;

/// <summary>The bot as a process of its own, as an owner starts it.</summary>
internal static class BotProcess
{
    private static readonly string s_program = Path.Combine(AppContext.BaseDirectory, "Bot.dll");

    /// <summary>Starts it with its input, output and errors redirected.</summary>
    public static Process Start(params string[] arguments) => Start(s_program, arguments, []);

    /// <summary>Starts it with settings, and nobody reading what it writes.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="published">The published program; null for the built one.</param>
    public static Process Start(Dictionary<string, string> settings, string? published = null) =>
        Unread(published is null ? Start(s_program, [], settings) : Run(new ProcessStartInfo(published), settings));

    /// <summary>Starts this benchmark again, in a process that has compiled nothing yet.</summary>
    public static Process StartBenchmark(params string[] arguments) => Start(Path.Combine(AppContext.BaseDirectory, "Bot.Benchmarks.dll"), arguments, []);

    /// <summary>As <see cref="StartBenchmark(string[])"/>, with variables in its environment.</summary>
    public static Process StartBenchmark(Dictionary<string, string> variables, params string[] arguments) =>
        Start(Path.Combine(AppContext.BaseDirectory, "Bot.Benchmarks.dll"), arguments, variables);

    /// <summary>Ends a process.</summary>
    public static async Task StopAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync().ConfigureAwait(false);
    }

    // A full pipe would hold the process up.
    private static Process Unread(Process process)
    {
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    private static Process Start(string program, string[] arguments, Dictionary<string, string> settings) =>
        Run(new ProcessStartInfo("dotnet", [program, .. arguments]), settings);

    private static Process Run(ProcessStartInfo start, Dictionary<string, string> settings)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardOutputEncoding = Encoding.UTF8;
        start.StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        start.Environment["Facts__Path"] = Repository.Facts;

        // A few people ask as much as many.
        start.Environment["Limits__PerUser"] = "0";
        start.Environment["Limits__PerChat"] = "0";

        // Listening is part of the cost, and another program may use the default port.
        start.Environment["Http__Urls"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
    }
}
