using System.CommandLine;
using Bot.Configuration;
using Bot.Facts;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;
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
        var command = new Command("check", "Check the whole base and list every problem");
        command.SetAction(_ =>
        {
            if (SettingsLoader.Options(Console.Error) is not { } options)
            {
                return ExitCode.InvalidUsage;
            }

            var folder = SettingsLoader.Folder(options);
            var result = FactBaseLoader.Load(folder);
            foreach (var problem in result.Problems)
            {
                Console.Out.WriteLine(problem);
            }

            Console.Out.WriteLine(result.Base is { } valid
                ? $"{folder}: {valid.Facts.Length} facts, {valid.Events.Length} events, {valid.Parties.Length} parties, {valid.Sources.Length} sources, version {valid.Version}: no problems"
                : $"{folder}: {result.Problems.Length} problem(s)");
            return result.Base is null ? 1 : ExitCode.Ok;
        });
        return command;
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
