using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Bot.Tests;

/// <summary>What a process left behind.</summary>
internal sealed record Ended(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of standard output.</summary>
    public string[] Lines => Output.Length == 0 ? [] : Output.TrimEnd('\n').Split('\n');

    /// <summary>The lines of standard output as JSON.</summary>
    public JsonElement[] Json => [.. Lines.Select(line => JsonElement.Parse(line))];
}

/// <summary>The built program as a process. It is ended when it takes too long, and when the test is over.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    public static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // The answer to a line that no test asks ends what was asked before it.
    private const string Mark = "/about lang:none";
    private const string AnswerToMark = "That language is not available. Use one of: en, zh-Hant, zh-Hans, ru, uk.";

    // What container managers allow before they kill.
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly CancellationTokenSource _deadline = new(TimeSpan.FromSeconds(90));
    private readonly Channel<string> _errors = Channel.CreateUnbounded<string>();
    private readonly StreamReader _output;
    private readonly Task _listening;

    public BotProcess(Process process)
    {
        _process = process;
        _output = new StreamReader(process.StandardOutput.BaseStream, Utf8);
        _listening = ListenAsync();
    }

    /// <summary>Writes bytes, closes standard input and waits for the end.</summary>
    public async Task<Ended> EndAsync(byte[]? input = null)
    {
        var output = _output.ReadToEndAsync(_deadline.Token);
        await WriteAsync(input ?? []);
        _process.StandardInput.Close();
        return await EndedAsync(await output);
    }

    /// <summary>Asks the process to end, as a service manager does, and waits until it has.</summary>
    public async Task<Ended> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString()]);
        _deadline.CancelAfter(s_grace);
        return await EndedAsync(await _output.ReadToEndAsync(_deadline.Token));
    }

    /// <summary>Writes a line and reads the line that answers it.</summary>
    public async Task<string?> AskLineAsync(string line)
    {
        await WriteAsync(Utf8.GetBytes(line + "\n"));
        return await _output.ReadLineAsync(_deadline.Token);
    }

    /// <summary>Asks the main job and reads its answer in plain text.</summary>
    public async Task<string> AskAsync(string question)
    {
        await WriteAsync(Utf8.GetBytes($"{question}\n{Mark}\n"));
        var answer = new List<string>();
        while (await _output.ReadLineAsync(_deadline.Token) is { } line && line != AnswerToMark)
        {
            answer.Add(line);
        }

        await _output.ReadLineAsync(_deadline.Token);
        return string.Join('\n', answer[..^3]);
    }

    /// <summary>Asks until an answer contains a text.</summary>
    public async Task<List<string>> AskUntilAsync(string question, string expected)
    {
        var answers = new List<string>();
        while (answers.Count == 0 || !answers[^1].Contains(expected, StringComparison.Ordinal))
        {
            answers.Add(await AskAsync(question));
        }

        return answers;
    }

    /// <summary>Waits until standard error has a line that contains these texts.</summary>
    public async Task<string> ErrorAsync(params string[] expected)
    {
        while (true)
        {
            var line = await _errors.Reader.ReadAsync(_deadline.Token);
            if (expected.All(text => line.Contains(text, StringComparison.Ordinal)))
            {
                return line;
            }
        }
    }

    /// <summary>Waits until standard error has an event of the host, and gives the first line of its message.</summary>
    public async Task<string> LoggedAsync(int id)
    {
        // The console logger prints the category and the id, and the message below.
        await ErrorAsync(": Bot.", $"[{id}]");
        return await _errors.Reader.ReadAsync(_deadline.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync(CancellationToken.None);
        await _listening;
        _output.Dispose();
        _process.Dispose();
        _deadline.Dispose();
    }

    private async Task WriteAsync(byte[] bytes)
    {
        try
        {
            var input = _process.StandardInput.BaseStream;
            await input.WriteAsync(bytes, _deadline.Token);
            await input.FlushAsync(_deadline.Token);
        }
        catch (IOException) when (_process.HasExited)
        {
            // It ended without reading; its exit code tells more.
        }
    }

    private async Task<Ended> EndedAsync(string output)
    {
        await _process.WaitForExitAsync(_deadline.Token);
        await _listening;
        var errors = new List<string>();
        while (_errors.Reader.TryRead(out var line))
        {
            errors.Add(line);
        }

        return new Ended(_process.ExitCode, output, string.Join('\n', errors));
    }

    private async Task ListenAsync()
    {
        using var reader = new StreamReader(_process.StandardError.BaseStream, Utf8);
        while (await reader.ReadLineAsync(CancellationToken.None) is { } line)
        {
            _errors.Writer.TryWrite(line);
        }
    }
}
