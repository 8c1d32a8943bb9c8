using Bot.Discord.Rendering;

namespace Bot.Discord.Tests.Rendering;

public sealed class LocalizedCommandNamesTests
{
    private readonly LocalizedCommandNames _names = new();

    [Theory]
    [InlineData("en", "/ask Who? — /who", "/ask Who? — /who")]
    [InlineData("ru", "/ask Кто? — /who", "/вопрос Кто? — /кто")]
    [InlineData("uk", "Наприклад: /about.", "Наприклад: /про-бота.")]
    [InlineData("zh-Hant", "例如：/ask 利雅德（/help）", "例如：/提問 利雅德（/說明）")]
    [InlineData("zh-Hans", "使用/timeline查看", "使用/时间线查看")]
    public void Commands_are_called_as_the_readers_app_lists_them(string language, string sentence, string local)
    {
        Assert.Equal(local, _names.In(sentence, language));
    }

    [Theory]
    [InlineData("Ничего")]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/settings")]
    [InlineData("/asking /ask-me /ask_me /ask2 /ASK")]
    [InlineData("and/ask")]
    [InlineData("https://example.org/who")]
    [InlineData("https://example.org/who/ask?x=/a")]
    [InlineData("//who")]
    public void What_is_no_command_stays(string sentence)
    {
        Assert.Equal(sentence, _names.In(sentence, "ru"));
    }
}
