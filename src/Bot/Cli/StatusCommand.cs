using System.CommandLine;
using System.Text.Json;
using Bot.Configuration;
using Bot.Facts;
using Bot.Facts.Authoring;

namespace Bot.Cli;

/// <summary><c>facts status</c>: shows how far the work on a base is.</summary>
internal static class StatusCommand
{
    // As many as one looks through in a terminal.
    private const int MaxListed = 20;

    public static Command Create(TimeProvider time)
    {
        var json = JsonOption.Object(", with every place");
        var command = new Command("status", "Show what is missing in each language, and the facts by status, age of the check and chapter") { json };
        command.SetAction(result =>
        {
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            return SettingsLoader.Options(error) is { } options
                ? Run(SettingsLoader.Folder(options), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), result.GetValue(json), output, error)
                : ExitCode.InvalidUsage;
        });
        return command;
    }

    /// <summary>Prints the status of a base. Returns the exit code.</summary>
    internal static int Run(string folder, DateOnly today, bool json, TextWriter output, TextWriter error)
    {
        var (status, problems) = FactBaseLoader.Status(folder, today);
        problems.ToList().ForEach(p => error.WriteLine(p));
        if (!problems.IsEmpty)
        {
            return ExitCode.InvalidBase;
        }

        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(status, FactsJson.Readable.BaseStatus));
            return ExitCode.Ok;
        }

        output.WriteLine($"{status.Facts} facts");
        foreach (var language in status.Languages)
        {
            output.WriteLine(
                $"{language.Language}: {language.Missing.Length} texts missing, {language.Stubs.Length} stubs, {language.FewExamples.Length} facts with fewer than {BaseStatus.MinExamples} examples; examples a fact: minimum {language.MinExamples}, median {language.MedianExamples}");
            List(language.Missing.Select(l => $"{l.File}:{l.Line}:{l.Column}: no text in {language.Language}"), output);
            List(language.Stubs.Select(l => $"{l.File}:{l.Line}:{l.Column}: to be written in {language.Language}"), output);
            List(language.FewExamples.Select(f => $"{f}: fewer than {BaseStatus.MinExamples} examples in {language.Language}"), output);
        }

        output.WriteLine("by status: " + Counts(status.Statuses));
        output.WriteLine("by time since the check: " + Counts(status.Ages));
        output.WriteLine("sources: " + Counts(status.Sources));
        foreach (var chapter in status.Chapters)
        {
            output.WriteLine($"{chapter.Chapter}: events {chapter.Events} ({chapter.WithoutMeetings.Length} without meetings, {chapter.WithoutOverview.Length} without an overview), facts {chapter.Facts}");
        }

        return ExitCode.Ok;
    }

    private static string Counts(IEnumerable<NamedCount> counts) => string.Join(", ", counts.Select(c => $"{c.Name} {c.Count}"));

    private static void List(IEnumerable<string> items, TextWriter output)
    {
        var all = items.ToList();
        all.Take(MaxListed).ToList().ForEach(i => output.WriteLine("  " + i));
        if (all.Count > MaxListed)
        {
            output.WriteLine($"  … and {all.Count - MaxListed} more; --json lists all");
        }
    }
}
