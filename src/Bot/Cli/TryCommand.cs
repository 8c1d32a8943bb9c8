using System.CommandLine;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Configuration;
using Bot.Facts.Model;
using Bot.Facts.Spelling;
using Bot.Terminal;

namespace Bot.Cli;

/// <summary><c>facts try</c>: shows how the bot comes to its answers, and which examples of a chapter the rest of the base would miss.</summary>
internal static class TryCommand
{
    private const int NotAllAnswered = 1;

    public static Command Create()
    {
        var text = new Argument<string[]>("text") { Description = "A question. Several in quotation marks are tried one by one", Arity = ArgumentArity.ZeroOrMore };
        var file = new Option<string?>("--file") { Description = "Try each line of a file", HelpName = "path" };
        var stream = new Option<bool>("--stdin") { Description = "Try each line of standard input" };
        var chapter = new Option<string?>("--only")
        {
            Description = $"Try all examples of a chapter as if they were not in the base, and the titles of its events, and list what would be missed. The examples are left out in {ChapterTrial.Folds} parts, not one by one",
            HelpName = "chapter",
        };
        var all = new Option<bool>("--all") { Description = "With --only, also list the questions whose fact is only shown as the closest one, and what stood in the way" };
        var language = new Option<string?>("--lang") { Description = $"The reader's language: {SystemLanguage.Tags}. Otherwise the question's own.", HelpName = "tag" };
        var json = JsonOption.Lines();
        var command = new Command("try", "Show which facts a question finds, and why: exit code 0 if all questions are answered, 1 if not") { text, file, stream, chapter, all, language, json };
        command.SetAction(async (result, cancellation) =>
        {
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            var tried = new Tried(QuestionsIn(result.GetValue(text) ?? []), result.GetValue(file), result.GetValue(stream), result.GetValue(chapter), result.GetValue(all), result.GetValue(language));
            if (SettingsLoader.Options(error) is not { } options || !IsValid(tried, error))
            {
                return ExitCode.InvalidUsage;
            }

            if (SettingsLoader.Base(SettingsLoader.Folder(options), error) is not { } facts)
            {
                return ExitCode.InvalidBase;
            }

            var writer = new TryWriter(output, result.GetValue(json), TerminalColours.AreShown());
            return tried.Chapter is { } id
                ? await TryChapterAsync(facts, id, tried.ListsClosest, writer, error, cancellation).ConfigureAwait(false)
                : await TryQuestionsAsync(facts, tried, options.Terminal.Language, writer, error, cancellation).ConfigureAwait(false);
        });
        return command;
    }

    /// <summary>Tries a chapter. Returns the exit code.</summary>
    internal static async Task<int> TryChapterAsync(FactBase facts, string id, bool listsClosest, TryWriter writer, TextWriter error, CancellationToken cancellation)
    {
        if (facts.Chapters.FirstOrDefault(c => c.Id == id) is not { } chapter)
        {
            var known = facts.Chapters.Select(c => c.Id).ToList();
            await error.WriteLineAsync($"there is no chapter '{id}'; {(ClosestMatch.Find(id, known) is { } closest ? $"did you mean '{closest}'?" : $"use one of: {string.Join(", ", known)}")}").ConfigureAwait(false);
            return ExitCode.InvalidUsage;
        }

        var cases = await ChapterTrial.RunAsync(facts, chapter, cancellation).ConfigureAwait(false);
        writer.Write(id, cases, listsClosest);
        return cases.All(c => c.Result == TrialResult.Answered) ? ExitCode.Ok : NotAllAnswered;
    }

    /// <summary>Tries questions. Returns the exit code.</summary>
    /// <param name="facts">The base.</param>
    /// <param name="questions">The questions, each on a line.</param>
    /// <param name="language">The tag of the reader's language; null or empty for the question's own.</param>
    /// <param name="writer">Writes the explanations.</param>
    /// <param name="cancellation">Ends the trial.</param>
    internal static async Task<int> TryLinesAsync(FactBase facts, IEnumerable<string> questions, string? language, TryWriter writer, CancellationToken cancellation)
    {
        var answerer = new Answerer(facts);
        await answerer.WarmUpAsync(cancellation).ConfigureAwait(false);
        var parser = new LineParser(language ?? "");
        var areAllAnswered = true;
        foreach (var question in questions.Select(q => q.Trim()).Where(q => q.Length > 0))
        {
            cancellation.ThrowIfCancellationRequested();
            var explanation = answerer.Explain(question, parser.LanguageOf(question));
            areAllAnswered &= explanation.Outcome is Outcome.Answered or Outcome.Talk;
            writer.Write(explanation);
        }

        return areAllAnswered ? ExitCode.Ok : NotAllAnswered;
    }

    private static async Task<int> TryQuestionsAsync(FactBase facts, Tried tried, string language, TryWriter writer, TextWriter error, CancellationToken cancellation)
    {
        try
        {
            var lines = tried.File is { } file ? File.ReadLines(file) : tried.IsStream ? Lines(StandardInput.Open()) : tried.Text.Split('\n');
            return await TryLinesAsync(facts, lines, tried.Language ?? language, writer, cancellation).ConfigureAwait(false);
        }
        catch (Exception ex) when (tried.File is not null && ex is not StandardStreamException and (IOException or UnauthorizedAccessException))
        {
            await error.WriteLineAsync($"{tried.File} cannot be read: {ex.Message}").ConfigureAwait(false);
            return ExitCode.InvalidUsage;
        }
    }

    // A question without quotation marks comes as one argument a word.
    private static string QuestionsIn(string[] arguments) => string.Join(arguments.All(a => a.Contains(' ', StringComparison.Ordinal)) ? '\n' : ' ', arguments);

    private static IEnumerable<string> Lines(Utf8LineReader input)
    {
        while (input.ReadLine() is { } line)
        {
            yield return line.Text;
        }
    }

    private static bool IsValid(Tried tried, TextWriter error)
    {
        var given = (tried.Text.Length > 0 ? 1 : 0) + (tried.File is null ? 0 : 1) + (tried.IsStream ? 1 : 0) + (tried.Chapter is null ? 0 : 1);
        if (given != 1)
        {
            error.WriteLine("give a question, or one of --file, --stdin and --only");
            return false;
        }

        if (tried.ListsClosest && tried.Chapter is null)
        {
            error.WriteLine("--all is for --only");
            return false;
        }

        if (tried.Language is not null && SystemLanguage.Known(tried.Language) is null)
        {
            error.WriteLine($"--lang is '{tried.Language}'; use one of {SystemLanguage.Tags}");
            return false;
        }

        return true;
    }

    // The command line.
    private sealed record Tried(string Text, string? File, bool IsStream, string? Chapter, bool ListsClosest, string? Language);
}
