using System.Diagnostics;
using System.Text;
using Bot.Testing;

namespace Bot.Benchmarks;

/// <summary>The bot as a process of its own, as an owner starts it.</summary>
internal static class BotProcess
{
    private static readonly string s_program = Path.Combine(AppContext.BaseDirectory, "Bot.dll");

    /// <summary>Starts it with its input, output and errors redirected.</summary>
    public static Process Start(params string[] arguments) => Start(s_program, arguments);

    /// <summary>Starts this benchmark anew, in a process that has compiled nothing yet.</summary>
    public static Process StartBenchmark(params string[] arguments) => Start(Path.Combine(AppContext.BaseDirectory, "Bot.Benchmarks.dll"), arguments);

    private static Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        start.Environment["Facts__Path"] = Repository.Facts;
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }
}
