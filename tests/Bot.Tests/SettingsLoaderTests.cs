using System.Text.Json;
using Bot.Configuration;

namespace Bot.Tests;

[Trait("Program", "Published")]
public sealed class SettingsLoaderTests : IDisposable
{
    private readonly ProgramFolder _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void A_settings_file_that_cannot_be_read_is_reported_with_what_to_do()
    {
        Assert.Equal(
            "appsettings.json cannot be read: Access to the path is denied. Give the bot's user read access (chmod, chown), or remove it.",
            SettingsLoader.FileProblem(new UnauthorizedAccessException("Access to the path is denied.")));
        Assert.Equal(
            "appsettings.json cannot be read: Input/output error. Give the bot's user read access (chmod, chown), or remove it.",
            SettingsLoader.FileProblem(new InvalidDataException("Failed to load.", new IOException("Input/output error."))));
        Assert.Equal(
            "appsettings.json cannot be read: '}' is missing. Fix its JSON, or remove the file.",
            SettingsLoader.FileProblem(new InvalidDataException("Failed to load.", new FormatException("Could not parse.", new JsonException("'}' is missing.")))));
    }

    [Fact]
    public void User_secrets_that_cannot_be_read_are_reported_without_what_is_in_them()
    {
        Assert.Equal(
            "The user secrets of talks-bot cannot be read: Access to the path is denied. Give the bot's user read access (chmod, chown), or leave DOTNET_ENVIRONMENT out.",
            SettingsLoader.UserSecretsProblem(new UnauthorizedAccessException("Access to the path is denied.")));
        Assert.Equal(
            "The user secrets of talks-bot cannot be read (line 3). Fix their JSON, or clear them with dotnet user-secrets clear --id talks-bot.",
            SettingsLoader.UserSecretsProblem(new InvalidDataException("Failed to load.", new JsonException("'secret' is wrong.", null, 2, 0))));
        Assert.Equal(
            "The user secrets cannot be found: There is no home. Set HOME, or leave DOTNET_ENVIRONMENT out.",
            SettingsLoader.UserSecretsProblem(new InvalidOperationException("There is no home.")));
    }

    [Fact]
    public async Task Whatever_keeps_it_from_starting_is_one_line_and_exit_code_2()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The shell is Unix's.");
        _work.CopyFacts();
        const string Script = """
            mkdir gone folder folder/appsettings.json
            (cd gone; rmdir ../gone; "$@" ask hello 2>../gone.error; echo "$?" >../gone.code)
            (cd folder; "$@" ask hello 2>../folder.error; echo "$?" >../folder.code)
            echo taken >facts/schema; "$@" facts schema 2>schema.error; echo "$?" >schema.code
            Telgram__Token=1:a Logging__LogLevel__Default=Loud State=/x "$@" </dev/null 2>names.error; echo "$?" >names.code
            """;
        await _work.ShellAsync(Script);

        Assert.All((string[])["gone", "folder", "schema", "names"], name => Assert.Equal("2", Left(name + ".code")));
        Assert.Matches("^The working directory is not accessible or does not exist: .+ Start the bot in an existing folder, where it looks for appsettings.json.$", Left("gone.error"));
        Assert.Equal("appsettings.json cannot be read: it is a folder. Put a file in its place, or remove it.", Left("folder.error"));
        Assert.Matches("^.+/facts/schema/base.schema.json cannot be written: .+ Give your user write access, or set Facts:Path to a copy of the base.$", Left("schema.error"));
        Assert.Equal(
            [
                "Logging:LogLevel:Default is 'Loud'; set it to one of Trace, Debug, Information, Warning, Error, Critical, None, or leave it out",
                "State is a section and takes no value; its keys are State__Folder",
                "Telgram__Token is not known; did you mean Telegram__Token?",
            ],
            Left("names.error").Split('\n'));
    }

    private string Left(string name) => File.ReadAllText(Path.Combine(_work.Folder, name)).TrimEnd('\n');
}
