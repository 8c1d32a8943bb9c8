using System.Diagnostics;
using System.Text;

namespace Bot.Tests.Terminal;

/// <summary>The program on a terminal of its own, which util-linux's <c>script</c> makes. It is ended when it takes too long, and when the test is over.</summary>
internal sealed class PseudoTerminal : IAsyncDisposable
{
    private readonly Process _process;
    private readonly CancellationTokenSource _deadline = new(TimeSpan.FromSeconds(90));
    private readonly StringBuilder _output = new();
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly (int Width, int Height) _size;

    private PseudoTerminal(Process process, int width, int height) => (_process, _size) = (process, (width, height));

    /// <summary>Everything that the program wrote.</summary>
    public string Output => _output.ToString();

    /// <summary>Starts the program.</summary>
    /// <param name="folder">The folder and its variables.</param>
    /// <param name="term">The kind of terminal, TERM.</param>
    /// <param name="width">The width in columns.</param>
    /// <param name="height">The height in rows.</param>
    public static PseudoTerminal Start(ProgramFolder folder, string term, int width, int height)
    {
        var program = TestedProgram.Start();
        var command = string.Join(' ', program.ArgumentList.Prepend(program.FileName).Select(word => $"'{word}'"));
        var start = new ProcessStartInfo("script", ["--quiet", "--return", "--command", $"stty cols {width} rows {height}; exec {command}", "/dev/null"])
        {
            WorkingDirectory = folder.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in program.Environment.Concat(folder.Variables.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value))))
        {
            start.Environment[name] = value;
        }

        (start.Environment["TERM"], start.Environment["SHELL"], start.Environment["LANG"]) = (term, "/bin/sh", "C.UTF-8");
        return new PseudoTerminal(Process.Start(start)!, width, height);
    }

    /// <summary>Sends what keys send.</summary>
    public async Task TypeAsync(string keys)
    {
        await _process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(keys), _deadline.Token);
        await _process.StandardInput.BaseStream.FlushAsync(_deadline.Token);
    }

    /// <summary>Reads until the screen ends with a text.</summary>
    public Task<string> ScreenAsync(string end) => ReadUntilAsync(() => ScreenText.After(Output, _size.Width, _size.Height).Text, text => text.EndsWith(end, StringComparison.Ordinal));

    /// <summary>Reads until everything that the program wrote ends with a text.</summary>
    public Task<string> OutputAsync(string end) => ReadUntilAsync(() => Output.ReplaceLineEndings("\n"), text => text.EndsWith(end, StringComparison.Ordinal));

    /// <summary>Waits until the program has ended, and gives its exit code.</summary>
    public async Task<int> EndAsync()
    {
        while (await ReadAsync())
        {
        }

        await _process.WaitForExitAsync(_deadline.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _deadline.Dispose();
    }

    private async Task<string> ReadUntilAsync(Func<string> read, Func<string, bool> isReached)
    {
        try
        {
            while (!isReached(read()))
            {
                if (!await ReadAsync())
                {
                    Assert.Fail($"The program ended with\n{read()}");
                }
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"In time there was only\n{read()}");
        }

        return read();
    }

    private async Task<bool> ReadAsync()
    {
        var bytes = new byte[4096];
        var count = await _process.StandardOutput.BaseStream.ReadAsync(bytes, _deadline.Token);
        var text = new char[bytes.Length];
        _output.Append(text, 0, _decoder.GetChars(bytes, 0, count, text, 0));
        return count > 0;
    }
}
