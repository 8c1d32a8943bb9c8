using Bot.Answers.Model;
using Bot.Telegram.Parsing;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Tests.Parsing;

public sealed class MessageParserTests
{
    private readonly MessageParser _parser = new(SampleBase.Answerer, Some.Me);

    [Theory]
    [InlineData("How long did the Riyadh talks last?", "ask", "How long did the Riyadh talks last?")]
    [InlineData("/who Lavrov", "who", "Lavrov")]
    [InlineData("  /WHO   Lavrov ", "who", "Lavrov")]
    [InlineData("/who\nLavrov", "who", "Lavrov")]
    [InlineData("/who\tLavrov", "who", "Lavrov")]
    [InlineData("/who@talks_bot Lavrov", "who", "Lavrov")]
    [InlineData("/Who@Talks_BOT Lavrov", "who", "Lavrov")]
    [InlineData("/who@talks_bot", "who", "")]
    [InlineData("/help", "help", "")]
    [InlineData("/start", "start", "")]
    [InlineData("/start who_lavrov", "who", "lavrov")]
    [InlineData("/start campaign-7", "start", "")]
    [InlineData("/start@talks_bot source_14", "source", "14")]
    [InlineData("/settings", "settings", "")]
    [InlineData("/", "", "")]
    [InlineData("/who\u3000Lavrov", "who", "Lavrov")]
    [InlineData("/who\u00a0Lavrov", "who", "Lavrov")]
    [InlineData("/who\r\nLavrov", "who", "Lavrov")]
    [InlineData("／who Lavrov", "who", "Lavrov")]
    [InlineData("\u200b/who: Lavrov", "who", "Lavrov")]
    [InlineData("/кто Лавров lang:en", "who", "Лавров")]
    [InlineData("/хто@talks_bot Lavrov", "who", "Lavrov")]
    [InlineData("／人物　Lavrov", "who", "Lavrov")]
    [InlineData("/ask@ hi", "ask", "hi")]
    [InlineData("/who:Lavrov", "who", "Lavrov")]
    [InlineData("/who@talks_bot:Lavrov", "who", "Lavrov")]
    [InlineData("／ｗｈｏ，Lavrov", "who", "Lavrov")]
    public void Whatever_is_written_to_the_bot_alone_is_meant_for_it(string text, string command, string words)
    {
        Assert.Equal(new Request(command, words, "en"), Parse(Some.Private(text)));
    }

    [Theory]
    [InlineData("/who Lavrov", "who", "Lavrov")]
    [InlineData("/who@talks_bot Lavrov", "who", "Lavrov")]
    [InlineData("/WHO@TALKS_BOT\nLavrov", "who", "Lavrov")]
    [InlineData("/settings@talks_bot", "settings", "")]
    [InlineData("@talks_bot who is Lavrov?", "ask", "who is Lavrov?")]
    [InlineData("@talks_bot, who is Lavrov?", "ask", "who is Lavrov?")]
    [InlineData("@talks_bot: who is Lavrov?", "ask", "who is Lavrov?")]
    [InlineData("who is Lavrov? @Talks_Bot", "ask", "who is Lavrov?")]
    [InlineData("tell me, @talks_bot, who is Lavrov?", "ask", "tell me, who is Lavrov?")]
    [InlineData("@talks_bot2 and @talks_bot who is Lavrov?", "ask", "@talks_bot2 and who is Lavrov?")]
    [InlineData("@talks_bot", "ask", "")]
    [InlineData("@talks_bot /who Lavrov", "who", "Lavrov")]
    [InlineData("@talks_bot /settings", "settings", "")]
    [InlineData("@talks_bot　／人物　Lavrov", "who", "Lavrov")]
    [InlineData("@talks_bot，who is Lavrov?", "ask", "who is Lavrov?")]
    [InlineData("/人物\u2003Lavrov", "who", "Lavrov")]
    public void In_a_group_commands_and_mentions_are_meant_for_it(string text, string command, string words)
    {
        Assert.Equal(new Request(command, words, "en"), Parse(Some.Group(text)));
    }

    [Theory]
    [InlineData("How long did the Riyadh talks last?")]
    [InlineData("/settings")]
    [InlineData("/")]
    [InlineData("/who@other_bot Lavrov")]
    [InlineData("/who@talks_bot2 Lavrov")]
    [InlineData("@talks_bot2 who is Lavrov?")]
    [InlineData("write to me@talks_bot")]
    [InlineData("t.me/@talks_bot")]
    [InlineData("talks_bot, who is Lavrov?")]
    [InlineData("")]
    [InlineData(null)]
    public void In_a_group_anything_else_is_between_others(string? text)
    {
        Assert.Null(Parse(Some.Group(text)));
    }

    [Fact]
    public void White_space_of_every_kind_ends_the_name_of_a_command()
    {
        var request = new Request("who", "Lavrov", "en");
        Assert.All(Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(char.IsWhiteSpace), space =>
        {
            Assert.Equal(request, Parse(Some.Private($"/who{space}Lavrov")));
            Assert.Equal(request, Parse(Some.Private($"{space}／who{space}Lavrov{space}")));
            Assert.Equal(request, Parse(Some.Group($"/who@talks_bot{space}Lavrov")));
            Assert.Equal(request, Parse(Some.Group($"/кто{space}Lavrov")));
            Assert.Equal(request, Parse(Some.Group($"@talks_bot{space}/who{space}Lavrov")));
            Assert.Equal(request, Parse(Some.Group($"/who{space}Lavrov{space}@talks_bot")));
        });
    }

    [Fact]
    public void A_command_of_another_bot_is_its_own_even_in_private()
    {
        Assert.Null(Parse(Some.Private("/who@other_bot Lavrov")));
    }

    [Fact]
    public void Options_are_read()
    {
        Assert.Equal(new Request("who", "Lavrov", "uk", 2), Parse(Some.Private("/who Lavrov lang:uk page:2")));
    }

    [Fact]
    public void A_caption_is_read_like_a_text()
    {
        var picture = Some.Private(null);
        picture.Photo = [new PhotoSize { FileId = "1", FileUniqueId = "1" }];
        picture.Caption = "Who is Lavrov?";

        Assert.Equal(new Request("ask", "Who is Lavrov?", "en"), Parse(picture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/who ")]
    [InlineData("/start ask_")]
    public void What_somebody_typed_themselves_may_be_too_long(string before)
    {
        Assert.Equal(RequestError.TooLong, Parse(Some.Private(before + new string('a', 1001)))?.Error);
    }

    [Fact]
    public void Machines_are_not_answered()
    {
        var viaBot = Some.Private("Who is Lavrov?");
        viaBot.ViaBot = Some.Me;
        Assert.Null(Parse(viaBot));

        var otherBot = Some.Group("/who Lavrov");
        otherBot.From = Some.OtherBot;
        Assert.Null(Parse(otherBot));

        var automatic = Some.Group("@talks_bot who is Lavrov?");
        automatic.IsAutomaticForward = true;
        Assert.Null(Parse(automatic));
    }

    [Fact]
    public void An_anonymous_admin_is_answered_in_the_language_of_the_text()
    {
        var message = Some.Group("/who Лавров");
        message.From = new User { Id = 1087968824, IsBot = true, FirstName = "Group", Username = "GroupAnonymousBot" };
        message.SenderChat = message.Chat;

        Assert.Equal(new Request("who", "Лавров", "ru"), Parse(message));
    }

    [Fact]
    public void A_sticker_in_private_asks_nothing_and_in_a_group_it_is_between_others()
    {
        Assert.Equal(new Request("ask", "", "uk"), Parse(WithSticker(Some.Private(null, "uk"))));
        Assert.Null(Parse(WithSticker(Some.Group(null))));
    }

    [Fact]
    public void What_Telegram_itself_reports_is_not_answered()
    {
        var pinned = Some.Private(null);
        pinned.PinnedMessage = Some.Private("Who is Lavrov?");
        Assert.Null(Parse(pinned));

        var joined = Some.Group(null);
        joined.NewChatMembers = [Some.Me];
        Assert.Null(Parse(joined));

        // A kind of message that is newer than this bot.
        Assert.Null(Parse(Some.Private(null)));
    }

    [Theory]
    [InlineData("zh-hant", "zh-hant")]
    [InlineData("zh-hans", "zh-hans")]
    [InlineData("zh-TW", "zh-TW")]
    [InlineData("uk", "uk")]
    [InlineData("ru", "ru")]
    [InlineData("en-GB", "en-GB")]
    public void The_apps_language_is_the_answers(string app, string language)
    {
        Assert.Equal(language, Parse(Some.Private("/who Лавров", app))?.Language);
    }

    [Theory]
    [InlineData("it-IT", "Lavrov", "en")]
    [InlineData("it-IT", "Хто такий Лавров, і що він сказав?", "uk")]
    [InlineData(null, "Кто такой Лавров, и что он сказал?", "ru")]
    [InlineData(null, "利雅得会谈持续了多久？", "zh-Hans")]
    [InlineData(null, "利雅得會談持續了多久？", "zh-Hant")]
    [InlineData("", "How long did the talks last?", "en")]
    [InlineData(null, "/who@talks_bot Кто такой Лавров, и что он сказал?", "ru")]
    public void Where_the_app_speaks_none_of_the_five_the_texts_language_counts(string? app, string text, string language)
    {
        Assert.Equal(language, Parse(Some.Private(text, app))?.Language);
    }

    [Fact]
    public void Without_an_author_the_texts_language_counts()
    {
        var message = Some.Group("@talks_bot Сколько длились переговоры, и что они дали?");
        message.From = null;

        Assert.Equal("ru", Parse(message)?.Language);
    }

    [Theory]
    [InlineData("@talks_bot who is Lavrov?", "ask", "who is Lavrov?")]
    [InlineData("@talks_bot /who Lavrov", "who", "Lavrov")]
    [InlineData("@talks_bot", "ask", "")]
    [InlineData("@talks_bot /settings", "settings", "")]
    public void Where_the_bot_is_a_guest_everything_is_meant_for_it(string text, string command, string words)
    {
        var request = _parser.ParseGuest(Some.Group(text));

        Assert.Equal((command, words), (request.Command, request.Arguments));
    }

    private Request? Parse(Message message) => _parser.Parse(message)?.Request;

    private static Message WithSticker(Message message)
    {
        message.Sticker = new Sticker { FileId = "1", FileUniqueId = "1", Type = StickerType.Regular };
        return message;
    }
}
