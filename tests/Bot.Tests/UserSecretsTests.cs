using System.Xml.Linq;
using Bot.Answers.Model;
using Bot.Configuration;

namespace Bot.Tests;

[Collection(nameof(AloneCollection))]
public sealed class UserSecretsTests : IDisposable
{
    private readonly ProgramFolder _work = new(isAlone: true);

    public UserSecretsTests() => _work.Variables["HOME"] = _work.Folder;

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task In_development_they_are_stronger_than_the_file_and_weaker_than_the_environment()
    {
        _work.Settings("""{ "Terminal": { "Language": "ru" } }""");
        Secrets("""{ "Terminal:Language": "uk" }""");
        Assert.Equal("Справка", await TitleOfHelpAsync());

        _work.Variables["DOTNET_ENVIRONMENT"] = "Development";
        Assert.Equal("Довідка", await TitleOfHelpAsync());

        _work.Variables["Terminal__Language"] = "zh-Hant";
        Assert.Equal("說明", await TitleOfHelpAsync());
    }

    [Fact]
    public async Task Without_any_the_bot_starts_in_development_too()
    {
        _work.Variables["DOTNET_ENVIRONMENT"] = "Development";
        _work.Variables["Terminal__Language"] = "uk";

        // In a process of its own.
        var started = await _work.FeedAsync("", "ask", "/help");
        Assert.Equal((0, "Довідка"), (started.ExitCode, started.Lines[0]));
    }

    [Fact]
    public async Task Broken_ones_end_with_2_and_show_nothing_of_themselves()
    {
        _work.Variables["DOTNET_ENVIRONMENT"] = "Development";
        Secrets("{\n \"Telegram:Token\": never-to-be-shown }");

        var ended = await _work.RunAsync("ask", "/help");

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Equal("The user secrets of talks-bot cannot be read (line 2). Fix their JSON, or clear them with dotnet user-secrets clear --id talks-bot.", ended.Error);
    }

    [Fact]
    public void The_tool_finds_them_by_the_projects_id()
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "src", "Bot", "Bot.csproj"));

        Assert.Equal("$(Product)", project.Descendants("UserSecretsId").Single().Value);
        Assert.Equal(ProgramName.Text, SettingsLoader.UserSecretsId);
    }

    // Safe Storage of App Secrets in Development, How the Secret Manager Tool Works.
    private void Secrets(string json)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_work.Folder, ".microsoft", "usersecrets", SettingsLoader.UserSecretsId));
        File.WriteAllText(Path.Combine(folder.FullName, "secrets.json"), json);
    }

    private async Task<string> TitleOfHelpAsync() => (await _work.RunAsync("ask", "/help")) is { ExitCode: 0 } ended ? ended.Lines[0] : "";
}
