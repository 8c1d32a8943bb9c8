namespace Bot.Tests;

[Collection(nameof(AloneCollection))]
[Trait("Program", "Published")]
public sealed class SystemLanguageTests : IDisposable
{
    private readonly ProgramFolder _work = new(isAlone: true);

    public void Dispose() => _work.Dispose();

    [Theory]
    [InlineData("LANG", "uk_UA.UTF-8", "/who lavrov", "Сергій Лавров")]
    [InlineData("LANG", "ru_RU.UTF-8", "/who lavrov", "Сергей Лавров")]
    [InlineData("LC_ALL", "zh_CN.UTF-8", "/who putin", "弗拉基米尔·普京")]
    [InlineData("LC_MESSAGES", "zh_TW", "/who putin", "普丁")]
    [InlineData("LANG", "zh_HK.UTF-8", "/who 普京", "普京")]
    [InlineData("LANG", "de_DE.UTF-8", "/who lavrov", "Sergey Lavrov")]
    [InlineData("LANG", "C.UTF-8", "/who lavrov", "Sergey Lavrov")]
    [InlineData("LANG", "zh_TW.UTF-8", "/who 普京", "普丁")]
    [InlineData("LANG", "uk_UA.UTF-8", "/who 普京", "普京")]
    [InlineData("LANG", "uk_UA.UTF-8", "how long did the talks in Riyadh last", "US–Russia talks in Riyadh")]
    public async Task The_systems_language_is_spoken_where_the_line_does_not_tell_its_own(string variable, string value, string line, string title)
    {
        _work.Variables[variable] = value;

        var ended = await _work.RunAsync("ask", line);

        Assert.Contains(title, ended.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_the_systems_languages_the_strongest_counts_that_is_set()
    {
        _work.Variables["LC_ALL"] = "";
        _work.Variables["LC_MESSAGES"] = "ru_RU.UTF-8";
        _work.Variables["LANG"] = "uk_UA.UTF-8";

        // In a process of its own.
        Assert.Equal("Справка", (await _work.FeedAsync("", "ask", "/help")).Lines[0]);
    }
}
