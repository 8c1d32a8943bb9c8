using System.CommandLine;
using Bot.Configuration;

namespace Bot.Cli;

/// <summary><c>facts export</c>: writes the whole base as JSON.</summary>
internal static class ExportCommand
{
    public static Command Create()
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
}
