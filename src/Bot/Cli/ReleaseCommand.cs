using System.CommandLine;
using System.Text.Json;
using Bot.Configuration;
using Bot.Facts.Model;
using Bot.Facts.Releases;
using Bot.Terminal;

namespace Bot.Cli;

/// <summary><c>facts release</c> and <c>facts check --released</c>: publish what has changed, and refuse what is not published.</summary>
internal static class ReleaseCommand
{
    public static Command Create(TimeProvider time)
    {
        var json = JsonOption.Object();
        var command = new Command("release", "Record what has changed since the last release, in the base's folder releases/") { json };
        command.SetAction(result =>
        {
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            if (SettingsLoader.Options(error) is not { } options)
            {
                return ExitCode.InvalidUsage;
            }

            var folder = SettingsLoader.Folder(options);
            return SettingsLoader.Base(folder, error) is { } facts ? Release(folder, facts, time, result.GetValue(json), output, error) : ExitCode.InvalidBase;
        });
        return command;
    }

    /// <summary>Writes the next release of a base, unless no fact has changed. Returns the exit code.</summary>
    /// <param name="folder">The base's folder.</param>
    /// <param name="facts">The base in it.</param>
    /// <param name="time">The clock, whose day in UTC is the day of the release.</param>
    /// <param name="json">Whether the output is JSON.</param>
    /// <param name="output">The output for what was done.</param>
    /// <param name="error">The output for what stopped it.</param>
    internal static int Release(string folder, FactBase facts, TimeProvider time, bool json, TextWriter output, TextWriter error)
    {
        var (last, today) = (facts.Releases.LastOrDefault()?.Name, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        if (last?.Day > today)
        {
            error.WriteLine($"The last release is of {last}, which is after today, {today:yyyy-MM-dd}. Set the clock of this machine, or rename the release.");
            return ExitCode.InvalidUsage;
        }

        if (ReleaseBuilder.Next(facts, today) is not { } release)
        {
            output.WriteLine(json ? Json(new ReleaseLine(null, 0, 0, 0)) : $"No fact has changed since the release {last}.");
            return ExitCode.Ok;
        }

        try
        {
            var line = new ReleaseLine(ReleaseWriter.Write(folder, release), Count(ChangeKind.Added), Count(ChangeKind.Wording), Count(ChangeKind.Removed));
            output.WriteLine(json ? Json(line) : $"{line.File}: {line.Added} added, {line.Changed} changed, {line.Removed} removed");
        }
        catch (Exception ex) when (ex is not StandardStreamException and (IOException or UnauthorizedAccessException))
        {
            error.WriteLine($"The release cannot be written: {ex.Message} Give your user write access, or set Facts:Path to a copy of the base.");
            return ExitCode.InvalidUsage;
        }

        if (Count(ChangeKind.Wording) > 0 && !json)
        {
            output.WriteLine("Where a fact was wrong before, set kind: correction in this file and add sentence:, what readers are told.");
        }

        return ExitCode.Ok;

        int Count(ChangeKind kind) => release.Changes.Count(c => c.Kind == kind);

        static string Json(ReleaseLine line) => JsonSerializer.Serialize(line, FactsJson.Readable.ReleaseLine);
    }

    /// <summary>Lists the facts that differ from the last release. Returns whether there is one and none differs.</summary>
    /// <param name="facts">The base.</param>
    /// <param name="json">Whether the list is JSON, one object a fact. Without a release, every fact differs.</param>
    /// <param name="output">The output for the list.</param>
    /// <param name="notes">The output for the totals.</param>
    internal static bool Check(FactBase facts, bool json, TextWriter output, TextWriter notes)
    {
        var last = facts.Releases.LastOrDefault();
        var differences = ReleaseComparison.Compare(facts, last);
        if (json)
        {
            foreach (var (fact, kind, languages) in differences)
            {
                output.WriteLine(JsonSerializer.Serialize(new DifferenceLine(fact, kind, languages, last?.Name.ToString()), FactsJson.Readable.DifferenceLine));
            }
        }

        if (last is null)
        {
            notes.WriteLine("There is no release yet; run facts release");
            return false;
        }

        foreach (var (fact, kind, languages) in json ? [] : differences)
        {
            output.WriteLine(kind switch
            {
                ChangeKind.Added => $"{fact}: added since the release {last.Name}",
                ChangeKind.Removed => $"{fact}: removed since the release {last.Name}",
                _ => $"{fact}: changed since the release {last.Name} in {string.Join(", ", languages)}",
            });
        }

        notes.WriteLine(differences.IsEmpty
            ? $"No fact has changed since the release {last.Name}"
            : $"{differences.Length} fact(s) differ from the release {last.Name}; run facts release");
        return differences.IsEmpty;
    }
}
