using System.Diagnostics;
using System.Text;

namespace Bot.EndToEnd.Tests;

/// <summary>The built program as a process. It is ended when the test is over.</summary>
internal sealed class BotProgram : IProgram
{
    /// <summary>
    /// The variables of every test: tests run beside each other, and there is one port. Preparing all questions would take half of a start.
    /// </summary>
    public static IReadOnlyDictionary<string, string> DefaultVariables { get; } = new Dictionary<string, string>
    {
        ["Facts__Path"] = SmallSample.Folder,
        ["Logging__LogLevel__Default"] = "Trace",
        ["Http__Urls"] = "none",
    };

    private static readonly TimeSpan s_pollInterval = TimeSpan.FromMilliseconds(5);

    private readonly Process _process;
    private readonly CapturedLog _log;
    private readonly Task _listening;
    private bool _isExpectedToEnd;

    private BotProgram(Process process, CapturedLog log)
    {
        _process = process;
        _log = log;
        _listening = Task.WhenAll(ListenAsync(process.StandardOutput, log), ListenAsync(process.StandardError, log));
    }

    /// <summary>Starts it in a folder, with these variables beside the inherited ones.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="log">Takes what it writes.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="redirection">Where a shell lets it read from and write to instead, such as <c>&gt;/dev/full</c>.</param>
    /// <param name="prefix">A program that starts it, such as one that changes the user, with its arguments.</param>
    /// <param name="arguments">The program's arguments.</param>
    public static BotProgram Start(string folder, CapturedLog log, IReadOnlyDictionary<string, string> variables, string redirection = "", IReadOnlyList<string>? prefix = null, params IReadOnlyList<string> arguments)
    {
        var start = TestedProgram.Start(arguments);
        if (prefix is { Count: > 0 })
        {
            TestedProgram.Wrap(start, prefix);
        }

        if (redirection.Length > 0)
        {
            TestedProgram.Wrap(start, ["/bin/sh", "-c", $"exec \"$@\" {redirection}", "sh"]);
        }

        start.WorkingDirectory = folder;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        foreach (var (name, value) in DefaultVariables.Concat(variables))
        {
            start.Environment[name] = value;
        }

        return new BotProgram(Process.Start(start)!, log);
    }

    /// <summary>Ends it without a warning, as a crash does.</summary>
    public async Task KillAsync(CancellationToken deadline)
    {
        _process.Kill();
        await EndedAsync(deadline);
    }

    public async Task<int> TerminateAsync(CancellationToken deadline)
    {
        await SignalAsync("TERM", deadline);
        return await EndedAsync(deadline);
    }

    /// <summary>Ends its input, as a terminal does that is closed.</summary>
    public void CloseInput() => _process.StandardInput.Close();

    /// <summary>Sends it a signal, and waits until it has come: another one that comes before it would be lost in it (signal(7)).</summary>
    public async Task SignalAsync(string signal, CancellationToken deadline)
    {
        using (var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]))
        {
            await kill.WaitForExitAsync(deadline);
        }

        while (!_process.HasExited && HasPendingSignal($"/proc/{_process.Id}/status"))
        {
            await Task.Delay(s_pollInterval, TimeProvider.System, deadline);
        }
    }

    // proc_pid_status(5): the mask of the signals that wait for the process.
    private static bool HasPendingSignal(string status)
    {
        try
        {
            return File.ReadLines(status).Any(line => line.StartsWith("ShdPnd:", StringComparison.Ordinal) && line["ShdPnd:".Length..].Trim().Any(digit => digit != '0'));
        }
        catch (IOException)
        {
            // The process has ended, or the system has no such file.
            return false;
        }
    }

    public async Task<int> EndedAsync(CancellationToken deadline)
    {
        _isExpectedToEnd = true;
        await _process.WaitForExitAsync(deadline);
        await _listening.WaitAsync(deadline);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        var endedByItself = _process.HasExited && !_isExpectedToEnd;
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync(CancellationToken.None);
        await _listening;
        if (endedByItself)
        {
            // Otherwise a test that waits for an answer says only that none came.
            TestContext.Current.TestOutputHelper?.WriteLine($"The program had ended with exit code {_process.ExitCode}. It wrote:\n{string.Join('\n', _log.Lines)}");
        }

        _process.Dispose();
    }

    private static async Task ListenAsync(StreamReader reader, CapturedLog log)
    {
        var console = new ConsoleLog(log);
        while (await reader.ReadLineAsync(CancellationToken.None) is { } line)
        {
            console.Add(line);
        }
    }
}
