using System.CommandLine;
using Bot.Configuration;
using Bot.Facts;
using Bot.Facts.Model;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;
using Bot.Terminal;

namespace Bot.Cli;

/// <summary><c>facts check</c>, <c>facts export</c>, <c>facts init</c>, <c>facts release</c> and <c>facts schema</c>: for curators.</summary>
internal static class FactsCommands
{
    private const int HasProblems = 1;

    public static Command Create(TimeProvider time) => new("facts", "Check, release, export, describe or begin a fact base")
    {
        Check(), ReleaseCommand.Create(time), Export(), Init(time), Schema(),
    };

    private static Command Check()
    {
        var fix = new Option<bool>("--fix") { Description = "Fix problems with only one possible fix in the files, and list the rest" };
        var released = new Option<bool>("--released") { Description = "Also refuse a base whose facts differ from its last release, and list them" };
        var strict = new Option<bool>("--strict") { Description = "Treat warnings as errors" };
        var command = new Command("check", "Check the whole base and list every problem") { fix, released, strict };
        command.SetAction(result =>
        {
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            if (SettingsLoader.Options(error) is not { } options)
            {
                return ExitCode.InvalidUsage;
            }

            var folder = SettingsLoader.Folder(options);
            var loaded = FactBaseLoader.Load(folder, proofreads: true);
            if (result.GetValue(fix) && !TryFix(folder, ref loaded, output, error))
            {
                return ExitCode.InvalidBase;
            }

            Report(folder, loaded, output);
            var isAccepted = loaded.Base is not null && (loaded.Problems.Length == 0 || !result.GetValue(strict));
            return isAccepted && (!result.GetValue(released) || ReleaseCommand.Check(loaded.Base!, output)) ? ExitCode.Ok : HasProblems;
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

    private static void Report(string folder, LoadResult loaded, TextWriter output)
    {
        foreach (var problem in loaded.Problems)
        {
            output.WriteLine(problem);
        }

        var found = loaded.Problems.Count(p => p.Severity == Severity.Error) is > 0 and var errors ? $"{errors} problem(s)"
            : loaded.Problems.Length > 0 ? $"{loaded.Problems.Length} warning(s)"
            : "no problems";
        output.WriteLine(loaded.Base is { } valid
            ? $"{folder}: {valid.Facts.Length} facts, {valid.Events.Length} events, {valid.Parties.Length} parties, {valid.Sources.Length} sources, version {valid.Version}: {found}"
            : $"{folder}: {found}");
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

    private static Command Init(TimeProvider time)
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder of the new base; it must not have any of its files" };
        var language = new Option<string>("--language") { Description = "The language of its texts: " + string.Join(", ", Languages.Tags), DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong([.. Languages.Tags]);
        var command = new Command("init", "Begin a base of your own: a small valid one with one invented fact") { folder, language };
        command.SetAction(result =>
        {
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            var path = result.GetRequiredValue(folder);
            try
            {
                var chosen = Locales.FromTag(result.GetRequiredValue(language)).ToLanguage();
                foreach (var file in NewBase.Write(path, chosen, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)))
                {
                    output.WriteLine(Path.Combine(path, file));
                }

                return ExitCode.Ok;
            }
            catch (Exception ex) when (ex is not StandardStreamException and (IOException or UnauthorizedAccessException))
            {
                error.WriteLine($"The base cannot be written: {ex.Message}");
                return ExitCode.InvalidUsage;
            }
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
