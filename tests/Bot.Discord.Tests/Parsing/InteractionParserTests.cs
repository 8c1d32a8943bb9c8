using System.Text.Json;
using Bot.Answers.Model;
using Bot.Discord.Parsing;
using Bot.Discord.Wire;

namespace Bot.Discord.Tests.Parsing;

public sealed class InteractionParserTests
{
    [Fact]
    public void A_commands_name_and_value_are_the_request()
    {
        Assert.Equal(new Request("who", "Lavrov", "en-US"), Read(Some.Command("who", "en-US", ("name", "  Lavrov "))));
        Assert.Equal(new Request("about", "", "en-US"), Read(Some.Command("about")));
    }

    [Fact]
    public void Several_options_are_words_in_the_order_they_came_in()
    {
        Assert.Equal("2025-02-12 ceasefire", Read(Some.Command("timeline", "uk", ("when", "2025-02-12"), ("topic", "ceasefire"))).Arguments);
        Assert.Equal("ceasefire 2025-02-12", Read(Some.Command("timeline", "uk", ("topic", "ceasefire"), ("when", "2025-02-12"))).Arguments);
        Assert.Equal("ceasefire", Read(Some.Command("timeline", "uk", ("when", "  "), ("topic", "ceasefire"))).Arguments);
    }

    [Fact]
    public void Private_is_no_word()
    {
        Assert.Equal(new Request("who", "Lavrov", "en-US"), Read(Some.Command("who", "en-US", ("private", true), ("name", "Lavrov"))));
        Assert.Equal(new Request("about", "", "en-US"), Read(Some.Command("about", "en-US", ("private", false))));
    }

    [Fact]
    public void Only_a_private_that_is_true_is_private()
    {
        Assert.True(IsPrivate(Some.Command("about", "en-US", ("private", true))));
        Assert.True(IsPrivate(Some.Command("who", "en-US", ("name", "Lavrov"), ("private", true))));
        Assert.False(IsPrivate(Some.Command("about", "en-US", ("private", false))));
        Assert.False(IsPrivate(Some.Command("about")));
        Assert.False(IsPrivate(Some.Command("who", "en-US", ("name", "true"))));
        Assert.True(IsPrivate(Some.Check("""{"content":"Text"}""")));
    }

    [Fact]
    public void Options_that_are_typed_among_the_words_count()
    {
        Assert.Equal(new Request("who", "Lavrov", "uk", 2), Read(Some.Command("who", "en-US", ("name", "Lavrov lang:uk page:2"))));
        Assert.Equal(RequestError.UnknownLanguage, Read(Some.Command("who", "en-US", ("name", "Lavrov lang:xx"))).Error);
    }

    [Fact]
    public void Values_of_other_types_are_words_too()
    {
        Assert.Equal("14", Read(Some.Command("source", "en-US", ("source", 14))).Arguments);
        Assert.Equal("1.5", Read(Some.Command("source", "en-US", ("source", 1.5))).Arguments);
    }

    [Theory]
    [InlineData("en-US", "Лавров", "en-US")]
    [InlineData("en-GB", "Лавров", "en-GB")]
    [InlineData("zh-TW", "Lavrov", "zh-TW")]
    [InlineData("zh-CN", "Lavrov", "zh-CN")]
    [InlineData("uk", "Lavrov", "uk")]
    [InlineData("ru", "Lavrov", "ru")]
    [InlineData("de", "Кто такой Лавров, и что он сказал?", "ru")]
    [InlineData("de", "Хто такий Лавров, і що він сказав?", "uk")]
    [InlineData("ja", "利雅得會談持續了多久？", "zh-Hant")]
    [InlineData("fr", "Lavrov", "en")]
    public void The_apps_language_decides_and_where_it_is_none_of_the_five_the_words_do(string locale, string words, string language)
    {
        Assert.Equal(language, Read(Some.Command("ask", locale, ("question", words))).Language);
        Assert.Equal(language, Read(Some.Check($$"""{"content":{{JsonSerializer.Serialize(words)}}}""", locale)).Language);
    }

    [Fact]
    public void What_somebody_typed_themselves_may_be_too_long()
    {
        Assert.Equal(RequestError.TooLong, Read(Some.Command("ask", "en-US", ("question", new string('a', 1001)))).Error);
    }

    [Theory]
    [InlineData("""{"content":" The talks lasted 4.5 hours. "}""", "The talks lasted 4.5 hours.")]
    [InlineData("""{"content":"/who Lavrov lang:uk"}""", "/who Lavrov lang:uk")]
    [InlineData("""{"content":"Text","embeds":[{"title":"Title"}],"message_snapshots":[{"message":{"content":"Passed on"}}]}""", "Text")]
    [InlineData("""{"content":"","message_snapshots":[{"message":{"content":"Passed on","embeds":[{"title":"Title"}]}}]}""", "Passed on")]
    [InlineData("""{"content":"","message_snapshots":[{"message":{"content":"","embeds":[{"title":"Title"}]}}]}""", "Title")]
    [InlineData("""{"content":"","embeds":[{"title":"Title","description":"Text"},{"description":"More"},{"title":" ","color":16711680,"footer":{"text":"Footer"}}]}""", "Title\nText\nMore")]
    [InlineData("""{"content":"","embeds":[],"message_snapshots":[]}""", "")]
    [InlineData("""{"content":"","attachments":[{"id":"1","filename":"a.png"}]}""", "")]
    [InlineData("""{"content":"\n"}""", "")]
    [InlineData("""{}""", "")]
    [InlineData("""{"content":"","message_snapshots":[{"message":{"content":"","message_snapshots":[{"message":{"content":"Deep"}}]}}]}""", "")]
    public void A_message_is_checked_by_what_it_says_passes_on_or_shows(string message, string words)
    {
        Assert.Equal(new Request("ask", words, "uk"), Read(Some.Check(message, "uk")));
    }

    [Fact]
    public void A_long_message_is_checked_from_its_beginning()
    {
        var text = new string('a', 600) + " " + new string('b', 600);

        Assert.Equal(new Request("ask", new string('a', 600), "en-US"), Read(Some.Check($$"""{"content":"{{text}}"}""")));
    }

    [Theory]
    [InlineData("""{"name":"Check","type":3,"target_id":"9","resolved":{"messages":{"8":{"content":"Another"}}}}""")]
    [InlineData("""{"name":"Check","type":3,"target_id":"9","resolved":{}}""")]
    [InlineData("""{"name":"Check","type":3,"resolved":{"messages":{"9":{"content":"Text"}}}}""")]
    [InlineData("""{"name":"Check","type":3}""")]
    public void A_message_that_is_not_there_asks_nothing(string data)
    {
        Assert.Equal(new Request("ask", "", "ru"), Read(Some.Read($$"""{"id":"1","type":2,"token":"t","locale":"ru","data":{{data}}}""")));
    }

    private static Request Read(Interaction interaction) => InteractionParser.Parse(interaction, interaction.Data!);

    private static bool IsPrivate(Interaction interaction) => InteractionParser.IsPrivate(interaction.Data!);
}
