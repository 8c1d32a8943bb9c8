using Bot.Answers;
using Bot.Answers.Rendering;
using Microsoft.Extensions.Hosting;
using Spectre.Console;

namespace Bot.Terminal;

/// <summary>
/// The chat in the terminal. If standard input is not a terminal, each line is answered in plain text until the input ends.
/// </summary>
internal sealed class TerminalChat(Answerer answerer, LineAnswerer lines, TimeProvider time, IHostApplicationLifetime lifetime) : BackgroundService
{
    private const string HelpRequest = "/help";

    /// <summary>Whether the input ended without a line, which cannot happen in a terminal.</summary>
    public bool HasReadNothing { get; private set; }

    /// <summary>The exception that ended the chat; null when the reader or the input ended it.</summary>
    public StandardStreamException? Failure { get; private set; }

    /// <summary>Answers each line of an input until it ends.</summary>
    /// <param name="input">The input.</param>
    /// <param name="output">The output for the answers.</param>
    /// <param name="cancellation">Cancels the loop.</param>
    /// <returns>The number of lines.</returns>
    /// <exception cref="StandardStreamException">The input or output does not work.</exception>
    public async Task<int> AnswerLinesAsync(Utf8LineReader input, TextWriter output, CancellationToken cancellation)
    {
        var count = 0;

        // A read of standard input cannot be cancelled, so a chat that is told to stop abandons it.
        while (await Task.Run(input.ReadLine, cancellation).WaitAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            count++;
            var reply = await lines.AnswerAsync(line.Text, null, cancellation, line.IsCut).ConfigureAwait(false);
            await output.WriteLineAsync(PlainTextRenderer.Write(Summary.Of(reply.Answer)) + "\n").ConfigureAwait(false);
            await output.FlushAsync(cancellation).ConfigureAwait(false);
        }

        return count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Waiting for a line must not delay the start of the host.
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
        // Otherwise Ctrl+C would end the process in the middle of a line. This way the editor ends the chat cleanly.
        Console.TreatControlCAsInput = true;
        console.Write(TerminalRenderer.Render((await lines.AnswerAsync(HelpRequest, lines.Parser.Language, cancellation).ConfigureAwait(false)).Answer));
        var editor = new LineEditor(console, time, Complete);
        while (await editor.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            if (line.Length > 0)
            {
                // The answer's follow-up requests are in Latin letters, and are answered in its language.
                lines.Parser.Language = lines.Parser.LanguageOf(line);
                console.Write(TerminalRenderer.Render((await lines.AnswerAsync(line, null, cancellation).ConfigureAwait(false)).Answer));
            }
        }
    }

    // The names of commands, then the values of a command's first parameter.
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
