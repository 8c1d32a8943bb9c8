using System.CommandLine;
using System.CommandLine.Parsing;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Answers.Rendering;
using Bot.Configuration;
using Bot.Facts.Spelling;
using Bot.Terminal;

namespace Bot.Cli;

/// <summary><c>ask</c>: answers one question or a stream of questions, and ends.</summary>
internal static class AskCommand
{
    public static Command Create(TimeProvider time)
    {
        var text = new Argument<string[]>("text") { Description = "The question, or a command that begins with /", Arity = ArgumentArity.ZeroOrMore };
        var language = new Option<string?>("--lang") { Description = $"The reader's language: {SystemLanguage.Tags}. Otherwise the question's own.", HelpName = "tag" };
        var json = JsonOption.Lines();
        var stream = new Option<bool>("--stdin") { Description = "Answer each line of standard input: question, or tag<TAB>question" };
        var after = new Option<string[]>("--after") { Description = "A fact that the question follows up on; may be given several times", HelpName = "fact" };
        var command = new Command("ask", "Answer one question, or each line of standard input, and end") { text, language, json, stream, after };
        command.SetAction(async (result, cancellation) =>
        {
            var words = result.GetValue(text) ?? [];
            if (!result.Tokens.Any(t => t.Type == TokenType.DoubleDash) && words.FirstOrDefault(IsOption) is { } unknown)
            {
                result.InvocationConfiguration.Error.WriteLine($"there is no option {unknown}; see ask --help, or write -- before a question that begins with a dash");
                return ExitCode.InvalidUsage;
            }

            var asked = new Asked(words, result.GetValue(language), result.GetValue(json), result.GetValue(stream), result.GetValue(after) ?? []);
            return await RunAsync(asked, time, result.InvocationConfiguration, cancellation).ConfigureAwait(false);
        });
        return command;
    }

    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-' && !word.Contains(' ');

    private static async Task<int> RunAsync(Asked asked, TimeProvider time, InvocationConfiguration console, CancellationToken cancellation)
    {
        var (words, language, json, stream, after) = asked;
        var error = console.Error;
        if (SettingsLoader.Options(error) is not { } options)
        {
            return ExitCode.InvalidUsage;
        }

        if (language is not null && SystemLanguage.Known(language) is null)
        {
            error.WriteLine($"--lang is '{language}'; use one of {SystemLanguage.Tags}");
            return ExitCode.InvalidUsage;
        }

        if (stream == words.Length > 0)
        {
            error.WriteLine(stream ? "--stdin takes its questions from standard input, not from the command line" : "give a question, or --stdin");
            return ExitCode.InvalidUsage;
        }

        if (SettingsLoader.Base(SettingsLoader.Folder(options), error) is not { } facts)
        {
            return ExitCode.InvalidBase;
        }

        if (Array.Find(after, id => facts.FindFact(id) is null) is { } unknown)
        {
            var nearest = ClosestMatch.Find(unknown, facts.Facts.Select(f => f.Id));
            error.WriteLine($"--after is '{unknown}', which is no fact's id{(nearest is null ? "" : $"; did you mean {nearest}?")}");
            return ExitCode.InvalidUsage;
        }

        var answerer = new Answerer(facts);
        WaitForSearch(answerer, cancellation);
        var lines = new LineAnswerer(answerer, time, language ?? options.Terminal.Language) { FollowsUp = [.. after] };
        if (!stream)
        {
            return await OnceAsync(lines, string.Join(' ', words), json, console.Output, cancellation).ConfigureAwait(false);
        }

        await StreamAsync(lines, json, StandardInput.Open(), console.Output, cancellation).ConfigureAwait(false);
        return ExitCode.Ok;
    }

    // This thread has nothing else to do. With await, the search would suspend every method above it, and a new process would first have to compile the code for that.
    private static void WaitForSearch(Answerer answerer, CancellationToken cancellation) => answerer.WarmUpAsync(cancellation).Wait(cancellation);

    private static async Task<int> OnceAsync(LineAnswerer lines, string text, bool json, TextWriter output, CancellationToken cancellation)
    {
        var reply = await lines.AnswerAsync(text, null, cancellation).ConfigureAwait(false);
        await output.WriteLineAsync(json ? reply.ToJson() : PlainTextRenderer.Write(Summary.Of(reply.Answer))).ConfigureAwait(false);
        return reply.Answer.Outcome switch
        {
            Outcome.Answered or Outcome.Talk => ExitCode.Ok,
            Outcome.Invalid => ExitCode.InvalidUsage,
            _ => ExitCode.NotAnswered,
        };
    }

    /// <summary>Answers each line of an input until it ends.</summary>
    /// <param name="lines">Answers the lines.</param>
    /// <param name="json">Whether answers are JSON, one object a line.</param>
    /// <param name="input">The input.</param>
    /// <param name="output">The output for the answers, written in blocks while more lines wait.</param>
    /// <param name="cancellation">Cancels the loop.</param>
    /// <exception cref="StandardStreamException">The input or output does not work.</exception>
    internal static async Task StreamAsync(LineAnswerer lines, bool json, Utf8LineReader input, TextWriter output, CancellationToken cancellation)
    {
        while (input.ReadLine() is { } read)
        {
            var line = read.Text;
            var tab = line.IndexOf('\t');
            var tag = tab > 0 ? SystemLanguage.Known(line[..tab]) : null;
            var text = tag is null ? line : line[(tab + 1)..];
            var reply = await lines.AnswerAsync(text, tag, cancellation, read.IsCut).ConfigureAwait(false);
            await output.WriteLineAsync(json ? reply.ToJson() : PlainTextRenderer.Write(Summary.Of(reply.Answer)) + "\n").ConfigureAwait(false);

            // A script that waits for each answer gets it at once; one that writes ahead gets them in blocks.
            if (!input.HasLine)
            {
                await output.FlushAsync(cancellation).ConfigureAwait(false);
            }
        }
    }

    // The command line.
    private sealed record Asked(string[] Words, string? Language, bool IsJson, bool IsStream, string[] After);
}
