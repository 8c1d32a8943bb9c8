using System.CommandLine;
using System.Text.Json;
using Bot.Configuration;
using Bot.Facts;
using Bot.Facts.Yaml;
using Bot.Terminal;

namespace Bot.Cli;

/// <summary><c>facts check</c>: lists the problems of a base, and fixes some.</summary>
internal static class CheckCommand
{
    private const int HasProblems = 1;

    public static Command Create()
    {
        var fix = new Option<bool>("--fix") { Description = "Fix problems with only one possible fix in the files, and list the rest" };
        var released = new Option<bool>("--released") { Description = "Also refuse a base whose facts differ from its last release, and list them" };
        var strict = new Option<bool>("--strict") { Description = "Treat warnings as errors" };
        var json = JsonOption.Lines(" for each problem, and with --released for each fact that differs");
        var command = new Command("check", "Check the whole base and list every problem") { fix, released, strict, json };
        command.SetAction(result =>
        {
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            if (SettingsLoader.Options(error) is not { } options)
            {
                return ExitCode.InvalidUsage;
            }

            // Standard output is for JSON alone, if it is asked for.
            var notes = result.GetValue(json) ? error : output;
            var folder = SettingsLoader.Folder(options);
            var loaded = FactBaseLoader.Load(folder, proofreads: true);
            if (result.GetValue(fix) && !TryFix(folder, ref loaded, notes, error))
            {
                return ExitCode.InvalidBase;
            }

            Report(folder, loaded, result.GetValue(json), output, notes);
            var isAccepted = loaded.Base is not null && (loaded.Problems.Length == 0 || !result.GetValue(strict));
            return isAccepted && (!result.GetValue(released) || ReleaseCommand.Check(loaded.Base!, result.GetValue(json), output, notes)) ? ExitCode.Ok : HasProblems;
        });
        return command;
    }

    private static bool TryFix(string folder, ref LoadResult loaded, TextWriter output, TextWriter error)
    {
        try
        {
            // A problem that another one hides may also have only one possible fix.
            while (FactBaseFixer.Fix(folder, loaded.Problems) is { Count: > 0 } done)
            {
                foreach (var problem in done)
                {
                    output.WriteLine($"{problem.Location.File}:{problem.Location.Line}:{problem.Location.Column}: fixed: {problem.Message}");
                }

                loaded = FactBaseLoader.Load(folder, proofreads: true);
            }

            return true;
        }
        catch (Exception ex) when (ex is not StandardStreamException and (IOException or UnauthorizedAccessException))
        {
            error.WriteLine($"The files cannot be changed: {ex.Message}");
            return false;
        }
    }

    private static void Report(string folder, LoadResult loaded, bool json, TextWriter output, TextWriter notes)
    {
        foreach (var problem in loaded.Problems)
        {
            output.WriteLine(json ? ToJson(problem) : problem.ToString());
        }

        var found = loaded.Problems.Count(p => p.Severity == Severity.Error) is > 0 and var errors ? $"{errors} problem(s)"
            : loaded.Problems.Length > 0 ? $"{loaded.Problems.Length} warning(s)"
            : "no problems";
        notes.WriteLine(loaded.Base is { } valid
            ? $"{folder}: {valid.Facts.Length} facts, {valid.Events.Length} events, {valid.Parties.Length} parties, {valid.Sources.Length} sources, version {valid.Version}: {found}"
            : $"{folder}: {found}");
    }

    private static string ToJson(Problem problem) => JsonSerializer.Serialize(
        new ProblemLine(problem.Location.File, problem.Location.Line, problem.Location.Column, problem.Severity, problem.Rule, problem.Message, problem.Fix),
        FactsJson.Readable.ProblemLine);
}
