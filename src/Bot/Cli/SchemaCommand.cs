using System.CommandLine;
using Bot.Configuration;
using Bot.Facts;
using Bot.Facts.Schema;

namespace Bot.Cli;

/// <summary><c>facts schema</c>: writes the JSON Schemas, from which editors complete and check.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var ids = new Option<bool>("--ids") { Description = "Write schemas that also complete the ids of this base, into its folder schema/ids/" };
        var json = JsonOption.Object();
        var command = new Command("schema", "Write the JSON Schemas of the base's files into its folder schema/") { ids, json };
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

            var files = result.GetValue(ids)
                ? WriteSchemas(Path.Combine(facts, "schema", "ids"), FactBaseLoader.SchemasWithIds(facts), error)
                : WriteSchemas(Path.Combine(facts, "schema"), JsonSchemaWriter.All(), error);
            if (files is null)
            {
                return ExitCode.InvalidUsage;
            }

            output.WriteLine(result.GetValue(json) ? FilesLine.ToJson(files) : string.Join('\n', files));
            return ExitCode.Ok;
        });
        return command;
    }

    // The paths of what was written; null when a file cannot be.
    private static List<string>? WriteSchemas(string folder, IEnumerable<(string Name, string Schema)> schemas, TextWriter error)
    {
        var files = new List<string>();
        foreach (var (name, schema) in schemas)
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
                return null;
            }

            files.Add(path);
        }

        return files;
    }
}
