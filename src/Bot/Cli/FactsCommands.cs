using System.CommandLine;
using Bot.Configuration;
using Bot.Facts;
using Bot.Facts.Schema;
using Bot.Terminal;

namespace Bot.Cli;

/// <summary><c>facts check</c>, <c>facts export</c> and <c>facts schema</c>: for curators.</summary>
internal static class FactsCommands
{
    public static Command Create() => new("facts", "Check, export or describe the fact base")
    {
        Check(), Export(), Schema(),
    };

    private static Command Check()
    {
        var fix = new Option<bool>("--fix") { Description = "Fix problems with only one possible fix in the files, and list the rest" };
        var command = new Command("check", "Check the whole base and list every problem") { fix };
        command.SetAction(result =>
        {
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            if (SettingsLoader.Options(error) is not { } options)
            {
                return ExitCode.InvalidUsage;
            }

            var folder = SettingsLoader.Folder(options);
            var loaded = FactBaseLoader.Load(folder);
            return result.GetValue(fix) && !TryFix(folder, ref loaded, output, error) ? ExitCode.InvalidBase : Report(folder, loaded, output);
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
                    output.WriteLine($"{problem.Location.File}:{problem.Location.Line}:{problem.Location.Column}: fixed: '{problem.Replacement!.Old}' is '{problem.Replacement.New}' now");
                }

                loaded = FactBaseLoader.Load(folder);
            }

            return true;
        }
        catch (Exception ex) when (ex is not StandardStreamException and (IOException or UnauthorizedAccessException))
        {
            error.WriteLine($"The files cannot be changed: {ex.Message}");
            return false;
        }
    }

    private static int Report(string folder, LoadResult loaded, TextWriter output)
    {
        foreach (var problem in loaded.Problems)
        {
            output.WriteLine(problem);
        }

        output.WriteLine(loaded.Base is { } valid
            ? $"{folder}: {valid.Facts.Length} facts, {valid.Events.Length} events, {valid.Parties.Length} parties, {valid.Sources.Length} sources, version {valid.Version}: no problems"
            : $"{folder}: {loaded.Problems.Length} problem(s)");
        return loaded.Base is null ? 1 : ExitCode.Ok;
    }

    private static Command Export()
    {
        var command = new Command("export", "Write everything in all languages, one JSON object a line");
        command.SetAction(result =>
        {
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            if (SettingsLoader.Options(error) is not { } options)
            {
                return ExitCode.InvalidUsage;
            }

            if (SettingsLoader.Base(SettingsLoader.Folder(options), error) is not { } facts)
            {
                return ExitCode.InvalidBase;
            }

            foreach (var line in ExportLine.All(facts))
            {
                output.WriteLine(line.ToJson());
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Schema()
    {
        var command = new Command("schema", "Write the JSON Schemas of the base's files into its folder schema/");
        command.SetAction(result =>
        {
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            if (SettingsLoader.Options(error) is not { } options)
            {
                return ExitCode.InvalidUsage;
            }

            var facts = SettingsLoader.Folder(options);
            if (!Directory.Exists(facts))
            {
                error.WriteLine($"{facts}: there is no such folder; set Facts:Path to the folder of the base");
                return ExitCode.InvalidBase;
            }

            return WriteSchemas(Path.Combine(facts, "schema"), output, error);
        });
        return command;
    }

    private static int WriteSchemas(string folder, TextWriter output, TextWriter error)
    {
        foreach (var (name, schema) in JsonSchemaWriter.All())
        {
            var path = Path.Combine(folder, name);
            try
            {
                Directory.CreateDirectory(folder);
                File.WriteAllText(path, schema);
            }
            catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
            {
                error.WriteLine($"{path} cannot be written: {ex.Message} Give your user write access, or set Facts:Path to a copy of the base.");
                return ExitCode.InvalidUsage;
            }

            output.WriteLine(path);
        }

        return ExitCode.Ok;
    }
}
