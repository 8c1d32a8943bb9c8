using System.CommandLine;
using Bot.Configuration;
using Bot.Facts.Model;
using Bot.Terminal;

namespace Bot.Cli;

/// <summary><c>facts init</c>: begins a base.</summary>
internal static class InitCommand
{
    public static Command Create(TimeProvider time)
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder of the new base; it must not have any of its files" };
        var language = new Option<string>("--language") { Description = "The language of its texts: " + string.Join(", ", Languages.Tags), DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong([.. Languages.Tags]);
        var json = JsonOption.Object();
        var command = new Command("init", "Begin a base of your own: a small valid one with one invented fact") { folder, language, json };
        command.SetAction(result =>
        {
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            var path = result.GetRequiredValue(folder);
            try
            {
                var chosen = Locales.FromTag(result.GetRequiredValue(language)).ToLanguage();
                var files = NewBase.Write(path, chosen, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)).Select(file => Path.Combine(path, file));
                output.WriteLine(result.GetValue(json) ? FilesLine.ToJson(files) : string.Join('\n', files));

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
}
