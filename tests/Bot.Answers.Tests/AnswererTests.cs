using Bot.Answers.Rendering;

namespace Bot.Answers.Tests;

public sealed class AnswererTests
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("en-GB", true)]
    [InlineData("zh", true)]
    [InlineData("zh-hant", true)]
    [InlineData("zh-TW", true)]
    [InlineData("RU", true)]
    [InlineData("uk-UA", true)]
    [InlineData("ua", false)]
    [InlineData("be", false)]
    [InlineData("it-IT", false)]
    [InlineData("english", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Five_languages_are_spoken_and_no_other(string? tag, bool isSpoken)
    {
        Assert.Equal(isSpoken, Answerer.SupportsLanguage(tag));
    }

    [Theory]
    [InlineData("ask", true)]
    [InlineData("timeline", true)]
    [InlineData("who", true)]
    [InlineData("source", true)]
    [InlineData("positions", true)]
    [InlineData("reactions", true)]
    [InlineData("corrections", true)]
    [InlineData("fact", true)]
    [InlineData("help", true)]
    [InlineData("about", true)]
    [InlineData("start", true)]
    [InlineData("settings", false)]
    [InlineData("Who", false)]
    [InlineData("/who", false)]
    [InlineData("", false)]
    public void The_bots_own_commands_are_known(string command, bool isKnown)
    {
        Assert.Equal(isKnown, SampleBase.Answerer.IsCommand(command));
    }

    [Theory]
    [MemberData(nameof(LanguageData.Locales), MemberType = typeof(LanguageData))]
    public void Start_stands_in_no_list_of_commands(string locale)
    {
        Assert.DoesNotContain(SampleBase.Answerer.ListCommands(locale), c => c.Name == "start");
        Assert.DoesNotContain("/start", PlainTextRenderer.Write(SampleBase.Ask("/help", locale)), StringComparison.Ordinal);
        Assert.DoesNotContain(SampleBase.Answerer.Complete("help", "command", "", locale), c => c.Value == "start");
    }
}
