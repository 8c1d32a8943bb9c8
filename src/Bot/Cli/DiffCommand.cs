using System.CommandLine;
using System.Text.Json;
using Bot.Configuration;
using Bot.Facts;
using Bot.Facts.Diffing;
using Bot.Facts.Model;

namespace Bot.Cli;

/// <summary><c>facts diff</c>: shows what differs between two states of a base.</summary>
internal static class DiffCommand
{
    private const int Differs = 1;

    public static Command Create(TimeProvider time)
    {
        const string States = "a folder, a file of facts export, a release (its file or name), or a Git revision";
        var before = new Argument<string>("A") { Description = $"The earlier state: {States}" };
        var since = new Argument<string?>("B") { Description = "The later state; otherwise the base as it is", Arity = ArgumentArity.ZeroOrOne };
        var json = JsonOption.Object();
        var markdown = new Option<bool>("--markdown") { Description = "Markdown" };
        var command = new Command("diff", "Show what differs between two states of a base: exit code 0 if nothing does, 1 if anything does") { before, since, json, markdown };
        command.SetAction(async (result, cancellation) =>
        {
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            if (SettingsLoader.Options(error) is not { } options)
            {
                return ExitCode.InvalidUsage;
            }

            if (result.GetValue(json) && result.GetValue(markdown))
            {
                error.WriteLine("give --json or --markdown, not both");
                return ExitCode.InvalidUsage;
            }

            var folder = SettingsLoader.Folder(options);
            var format = result.GetValue(json) ? DiffFormat.Json : result.GetValue(markdown) ? DiffFormat.Markdown : DiffFormat.Text;
            return await RunAsync(new ComparedBaseReader(folder, time), result.GetRequiredValue(before), result.GetValue(since) ?? folder, format, output, error, cancellation).ConfigureAwait(false);
        });
        return command;
    }

    /// <summary>Compares two states and prints what differs. Returns the exit code.</summary>
    internal static async Task<int> RunAsync(ComparedBaseReader reader, string before, string since, DiffFormat format, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var states = new List<ComparedBase>();
        foreach (var name in (string[])[before, since])
        {
            var (state, problems, isInvalidBase) = await reader.ReadAsync(name, cancellation).ConfigureAwait(false);
            if (state is null)
            {
                problems.ToList().ForEach(error.WriteLine);
                return isInvalidBase ? ExitCode.InvalidBase : ExitCode.InvalidUsage;
            }

            states.Add(state);
        }

        var diff = FactBaseDiff.Compare(states[0], states[1]);
        if (format == DiffFormat.Json)
        {
            var line = new DiffLine(diff.Count(ChangeKind.Added), diff.Count(ChangeKind.Wording), diff.Count(ChangeKind.Removed), diff.Facts);
            output.WriteLine(JsonSerializer.Serialize(line, FactsJson.Readable.DiffLine));
        }
        else
        {
            output.Write(DiffWriter.Write(diff, format == DiffFormat.Markdown));
        }

        return diff.IsEmpty ? ExitCode.Ok : Differs;
    }
}

/// <summary>How differences are printed.</summary>
internal enum DiffFormat
{
    /// <summary>Lines for a terminal.</summary>
    Text,

    /// <summary>Markdown, for a review.</summary>
    Markdown,

    /// <summary>JSON, for scripts.</summary>
    Json,
}
