using Bot.Answers;
using Bot.Answers.Model;
using Bot.Answers.Rendering;
using Bot.Answers.Texts;
using Microsoft.Extensions.Hosting;
using Spectre.Console;

namespace Bot.Terminal;

/// <summary>
/// The chat in the terminal. If standard input is not a terminal, each line is answered in plain text until the input ends.
/// </summary>
/// <param name="answerer">The source of the commands and examples.</param>
/// <param name="lines">Answers the lines.</param>
/// <param name="prompt">The line on the screen on which the reader types.</param>
/// <param name="console">The screen.</param>
/// <param name="time">The clock.</param>
/// <param name="lifetime">Stops the process when the chat ends.</param>
internal sealed class TerminalChat(Answerer answerer, LineAnswerer lines, PromptLine prompt, IAnsiConsole console, TimeProvider time, IHostApplicationLifetime lifetime)
    : BackgroundService
{
    private const string PlainPrompt = "> ";

    private static readonly HashSet<string> s_ends = new(StringComparer.OrdinalIgnoreCase) { "exit", "quit", ":q", "/exit", "/quit" };

    private readonly LineCompletion _completion = new(answerer);

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
    public Task<int> AnswerLinesAsync(Utf8LineReader input, TextWriter output, CancellationToken cancellation) => AnswerLinesAsync(input, output, isConversation: false, cancellation);

    /// <summary>Talks to a reader whose terminal has no control codes, so that it edits the line itself: a welcome, and a prompt before each line.</summary>
    /// <param name="input">The input.</param>
    /// <param name="output">The output for the answers.</param>
    /// <param name="cancellation">Cancels the loop.</param>
    /// <exception cref="StandardStreamException">The input or output does not work.</exception>
    public async Task ConversePlainlyAsync(Utf8LineReader input, TextWriter output, CancellationToken cancellation)
    {
        await output.WriteLineAsync(PlainTextRenderer.Write(Welcome()) + "\n").ConfigureAwait(false);
        await AnswerLinesAsync(input, output, isConversation: true, cancellation).ConfigureAwait(false);
    }

    /// <summary>Talks to a reader until they end it or it is cancelled.</summary>
    /// <param name="cancellation">Ends the chat.</param>
    public async Task ConverseAsync(CancellationToken cancellation)
    {
        var keyboard = new Keyboard(console.Input, time);
        var pager = new ScreenPager(console, prompt, keyboard);
        var editor = new LineEditor(console, prompt, keyboard, line => _completion.Find(line, lines.Parser.Language));
        console.Write(TerminalRenderer.Render(Welcome()));
        while (await editor.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line && !IsEnd(line))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                // The answer's follow-up requests are in Latin letters, and are answered in its language.
                lines.Parser.Language = lines.Parser.LanguageOf(line);
                var answer = (await lines.AnswerAsync(line, null, cancellation).ConfigureAwait(false)).Answer;
                await pager.ShowAsync(TerminalRenderer.Render(answer), AdapterTexts.In(answer.Language).TerminalMore, cancellation).ConfigureAwait(false);
            }
        }
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
            else if (!console.Profile.Capabilities.Ansi)
            {
                await ConversePlainlyAsync(StandardInput.OpenTerminal(), StandardOutput.Open(), stoppingToken).ConfigureAwait(false);
            }
            else
            {
                // Otherwise Ctrl+C would end the process in the middle of a line. This way the editor ends the chat cleanly.
                Console.TreatControlCAsInput = true;
                await ConverseAsync(stoppingToken).ConfigureAwait(false);
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

    private static bool IsEnd(string line) => s_ends.Contains(line.Trim());

    private async Task<int> AnswerLinesAsync(Utf8LineReader input, TextWriter output, bool isConversation, CancellationToken cancellation)
    {
        var count = 0;
        while (true)
        {
            if (isConversation)
            {
                await output.WriteAsync(PlainPrompt).ConfigureAwait(false);
                await output.FlushAsync(cancellation).ConfigureAwait(false);
            }

            // A read of standard input cannot be cancelled, so a chat that is told to stop abandons it.
            if (await Task.Run(input.ReadLine, cancellation).WaitAsync(cancellation).ConfigureAwait(false) is not { } line || (isConversation && IsEnd(line.Text)))
            {
                return count;
            }

            count++;
            if (!isConversation || !string.IsNullOrWhiteSpace(line.Text))
            {
                var reply = await lines.AnswerAsync(line.Text, null, cancellation, line.IsCut).ConfigureAwait(false);
                await output.WriteLineAsync(PlainTextRenderer.Write(Summary.Of(reply.Answer)) + "\n").ConfigureAwait(false);
                await output.FlushAsync(cancellation).ConfigureAwait(false);
            }
        }
    }

    // What the base is about, three questions that it answers, and how to go on.
    private Answer Welcome()
    {
        var texts = AdapterTexts.In(lines.Parser.Language);
        var start = answerer.Answer(new Request("start", "", lines.Parser.Language));
        var questions = answerer.Answer(new Request(Request.Talk, "", lines.Parser.Language)).FollowUps.Select(f => "  " + f.Label);
        return start with
        {
            Sections = [new Section(null, [answerer.Describe(lines.Parser.Language).Short], []), new Section(null, [texts.TerminalExamples, .. questions], []), new Section(null, [texts.TerminalKeys], [])],
            FollowUps = [],
        };
    }
}
