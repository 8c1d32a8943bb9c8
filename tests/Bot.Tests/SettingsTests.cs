using System.Text.Json;

namespace Bot.Tests;

[Collection(nameof(AloneCollection))]
[Trait("Program", "Published")]
public sealed class SettingsTests : IDisposable
{
    private readonly ProgramFolder _work = new(isAlone: true);

    public static TheoryData<string[]> Verbs => new([["ask", "hello"], ["facts", "check"], []]);

    public void Dispose() => _work.Dispose();

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_wrong_language_ends_with_2_and_names_the_key_and_the_fix(string[] arguments)
    {
        _work.Variables["Terminal__Language"] = "klingon";

        var ended = await _work.RunAsync(arguments);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Equal("Terminal:Language is 'klingon'; set it to one of en, zh-Hant, zh-TW, zh-HK, zh-Hans, ru, uk, or leave it out", ended.Error);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task An_unknown_key_ends_with_2_and_names_the_one_that_was_meant(string[] arguments)
    {
        _work.Settings("""{ "Facts": { "Pth": "elsewhere" } }""");

        var ended = await _work.RunAsync(arguments);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Equal("Facts:Pth is not known; did you mean Facts:Path?", ended.Error);
    }

#if !DISCORD_NET
    [Fact]
    public async Task A_client_that_this_build_does_not_have_ends_with_2_and_names_the_property()
    {
        _work.Variables["Discord__Token"] = "some.token.here";
        _work.Variables["Discord__Client"] = "Discord.Net";

        var ended = await _work.RunAsync();

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Equal("Discord:Client is 'Discord.Net', which this build does not have; build with -p:DiscordNet=true (dotnet run --project src/Bot -p:DiscordNet=true), or leave Discord:Client out", ended.Error);
    }
#endif

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"Facts\": ")]
    [InlineData("{ \"Facts\": { \"Path\": \"a\", \"Path\": \"b\" } }")]
    public async Task Broken_settings_end_with_2_and_name_the_file_and_the_fix(string json)
    {
        _work.Settings(json);

        var ended = await _work.RunAsync("ask", "hello");

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith("appsettings.json cannot be read: ", ended.Error, StringComparison.Ordinal);
        Assert.EndsWith(" Fix its JSON, or remove the file.", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', ended.Error);
    }

    [Fact]
    public async Task A_null_is_as_good_as_left_out()
    {
        _work.Settings("""{ "Facts": null, "Terminal": { "Language": null } }""");

        Assert.Equal((0, "Help"), await TitleOfHelpAsync());
    }

    [Fact]
    public async Task Settings_are_read_from_the_folder_where_it_is_started()
    {
        var facts = _work.CopyFacts();
        _work.Variables.Remove("Facts__Path");
        _work.Settings($$"""{ /* a comment */ "Facts": { "Path": {{JsonSerializer.Serialize(facts)}} }, "Terminal": { "Language": "uk" }, }""");

        var ended = await _work.RunAsync("facts", "check");

        Assert.StartsWith(facts + ": ", ended.Lines[^1], StringComparison.Ordinal);
        Assert.Equal((0, "Довідка"), await TitleOfHelpAsync());
    }

    [Fact]
    public async Task A_path_is_seen_from_the_folder_where_it_is_started()
    {
        var facts = _work.CopyFacts();
        _work.Variables["Facts__Path"] = "facts";

        Assert.StartsWith(facts + ": ", (await _work.RunAsync("facts", "check")).Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_environment_variable_is_stronger_than_the_file_and_an_option_than_both()
    {
        _work.Settings("""{ "Terminal": { "Language": "uk" } }""");
        _work.Variables["Terminal__Language"] = "ru";

        // In a process of its own.
        var started = await _work.FeedAsync("", "ask", "/help");
        Assert.Equal((0, "Справка"), (started.ExitCode, started.Lines[0]));
        Assert.Equal((0, "說明"), await TitleOfHelpAsync("--lang", "zh-Hant"));
    }

    [Fact]
    public async Task A_language_that_is_set_is_spoken_whatever_the_question_is_written_in()
    {
        _work.Variables["Terminal__Language"] = "zh-TW";

        var ended = await _work.RunAsync("ask", "how long did the Riyadh talks last");

        Assert.Equal("美俄利雅德會談", ended.Lines[0]);
    }

    [Fact]
    public async Task Without_a_path_the_repositorys_base_is_served()
    {
        Assert.SkipWhen(TestedProgram.Published is not null, "The published program has a base of its own beside it, as PublishedTests shows.");
        _work.Variables.Remove("Facts__Path");

        Assert.StartsWith(Repository.Facts + ": ", (await _work.RunAsync("facts", "check")).Lines[^1], StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Title)> TitleOfHelpAsync(params string[] options)
    {
        var ended = await _work.RunAsync(["ask", "/help", .. options]);
        return (ended.ExitCode, ended.Lines.FirstOrDefault() ?? ended.Error);
    }
}
