using Bot.Answers;
using Bot.Answers.Rendering;
using Microsoft.Extensions.Hosting;
using Spectre.Console;

namespace Bot.Terminal;

/// <summary>
/// The chat in the terminal. When standard input is no terminal, it answers each line in plain text and ends with the input.
/// </summary>
internal sealed class TerminalChat(Answerer answerer, LineAnswerer lines, TimeProvider time, IHostApplicationLifetime lifetime) : BackgroundService
{
    private const string HelpRequest = "/help";

    /// <summary>Whether the input has ended without a line, which a terminal's never does.</summary>
    public bool HasReadNothing { get; private set; }

    /// <summary>What has ended the chat; null when its reader or its input has.</summary>
    public StandardStreamException? Failure { get; private set; }

    /// <summary>Answers each line of an input until it ends.</summary>
    /// <param name="input">What is read.</param>
    /// <param name="output">Takes the answers.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>How many lines there were.</returns>
    /// <exception cref="StandardStreamException">One of the two does not work.</exception>
    public async Task<int> AnswerLinesAsync(Utf8LineReader input, TextWriter output, CancellationToken cancellation)
    {
        var count = 0;

        // Nothing ends a read of standard input, so that a chat that is told to stop leaves it behind.
        while (await Task.Run(input.ReadLine, cancellation).WaitAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            count++;
            var reply = await lines.AnswerAsync(line.Text, null, cancellation, line.IsCut).ConfigureAwait(false);
            await output.WriteLineAsync(PlainTextRenderer.Write(reply.Answer) + "\n").ConfigureAwait(false);
            await output.FlushAsync(cancellation).ConfigureAwait(false);
        }

        return count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whatever waits for a reader must not keep the host from starting.
        await Task.Yield();
        try
        {
            if (Console.IsInputRedirected)
            {
                HasReadNothing = await AnswerLinesAsync(StandardInput.Open(), StandardOutput.Open(), stoppingToken).ConfigureAwait(false) == 0;
            }
            else
            {
                await ConverseAsync(AnsiConsole.Console, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (StandardStreamException ex)
        {
            Failure = ex;
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    private async Task ConverseAsync(IAnsiConsole console, CancellationToken cancellation)
    {
        // Otherwise Ctrl+C ends the process in the middle of a line; the editor ends the chat cleanly instead.
        Console.TreatControlCAsInput = true;
        console.Write(TerminalRenderer.Render((await lines.AnswerAsync(HelpRequest, lines.Parser.Language, cancellation).ConfigureAwait(false)).Answer));
        var editor = new LineEditor(console, time, Complete);
        while (await editor.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            if (line.Length > 0)
            {
                // What the answer offers to ask next is Latin, and goes on in its language.
                lines.Parser.Language = lines.Parser.LanguageOf(line);
                console.Write(TerminalRenderer.Render((await lines.AnswerAsync(line, null, cancellation).ConfigureAwait(false)).Answer));
            }
        }
    }

    // A command's name, then the values of its first parameter.
    private List<(string Line, string Label)> Complete(string line)
    {
        if (!line.StartsWith('/'))
        {
            return [];
        }

        var space = line.IndexOf(' ');
        var commands = answerer.ListCommands(lines.Parser.Language);
        if (space < 0)
        {
            return [.. commands.Where(c => ("/" + c.Name).StartsWith(line, StringComparison.OrdinalIgnoreCase)).Select(c => ($"/{c.Name} ", c.Help))];
        }

        var command = commands.FirstOrDefault(c => c.Name == line[1..space]);
        return command is { Parameters: [var parameter, ..] }
            ? [.. answerer.Complete(command.Name, parameter.Name, line[(space + 1)..], lines.Parser.Language).Select(c => ($"/{command.Name} {c.Value}", c.Label))]
            : [];
    }
}
