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
        var fix = new Option<bool>("--fix") { Description = "Fix what has one right fix, in the files, and list the rest" };
        var command = new Command("check", "Check the whole base and list every problem") { fix };
        command.SetAction(result =>
        {
            if (SettingsLoader.Options(Console.Error) is not { } options)
            {
                return ExitCode.InvalidUsage;
            }

            var folder = SettingsLoader.Folder(options);
            var loaded = FactBaseLoader.Load(folder);
            return result.GetValue(fix) && !TryFix(folder, ref loaded) ? ExitCode.InvalidBase : Report(folder, loaded);
        });
        return command;
    }

    private static bool TryFix(string folder, ref LoadResult loaded)
    {
        try
        {
            // What is hidden behind a problem may have one right fix too.
            while (FactBaseFixer.Fix(folder, loaded.Problems) is { Count: > 0 } done)
            {
                foreach (var problem in done)
                {
                    Console.Out.WriteLine($"{problem.Location.File}:{problem.Location.Line}:{problem.Location.Column}: fixed: '{problem.Replacement!.Old}' is '{problem.Replacement.New}' now");
                }

                loaded = FactBaseLoader.Load(folder);
            }

            return true;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"The files cannot be changed: {ex.Message}");
            return false;
        }
    }

    private static int Report(string folder, LoadResult loaded)
    {
        foreach (var problem in loaded.Problems)
        {
            Console.Out.WriteLine(problem);
        }

        Console.Out.WriteLine(loaded.Base is { } valid
            ? $"{folder}: {valid.Facts.Length} facts, {valid.Events.Length} events, {valid.Parties.Length} parties, {valid.Sources.Length} sources, version {valid.Version}: no problems"
            : $"{folder}: {loaded.Problems.Length} problem(s)");
        return loaded.Base is null ? 1 : ExitCode.Ok;
    }

    private static Command Export()
    {
        var command = new Command("export", "Write everything in all languages, one JSON object a line");
        command.SetAction(_ =>
        {
            if (SettingsLoader.Options(Console.Error) is not { } options)
            {
                return ExitCode.InvalidUsage;
            }

            if (SettingsLoader.Base(SettingsLoader.Folder(options), Console.Error) is not { } facts)
            {
                return ExitCode.InvalidBase;
            }

            using var output = StandardOutput.Open();
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
        command.SetAction(_ =>
        {
            if (SettingsLoader.Options(Console.Error) is not { } options)
            {
                return ExitCode.InvalidUsage;
            }

            var facts = SettingsLoader.Folder(options);
            if (!Directory.Exists(facts))
            {
                Console.Error.WriteLine($"{facts}: there is no such folder; set Facts:Path to the folder of the base");
                return ExitCode.InvalidBase;
            }

            var folder = Path.Combine(facts, "schema");
            Directory.CreateDirectory(folder);
            foreach (var (name, schema) in JsonSchemaWriter.All())
            {
                var path = Path.Combine(folder, name);
                File.WriteAllText(path, schema);
                Console.Out.WriteLine(path);
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
