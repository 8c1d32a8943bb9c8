using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Telegram.Parsing;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Tests.Parsing;

public sealed class MessageParserTests
{
    private readonly MessageParser _reader = new(SampleBase.Answerer, Some.Me);

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
    public void Whatever_is_written_to_the_bot_alone_is_meant_for_it(string text, string command, string words)
    {
        Assert.Equal(new Request(command, words, "en"), _reader.Parse(Some.Private(text)));
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
    public void In_a_group_commands_and_mentions_are_meant_for_it(string text, string command, string words)
    {
        Assert.Equal(new Request(command, words, "en"), _reader.Parse(Some.Group(text)));
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
        Assert.Null(_reader.Parse(Some.Group(text)));
    }

    [Fact]
    public void A_command_of_another_bot_is_its_own_even_in_private()
    {
        Assert.Null(_reader.Parse(Some.Private("/who@other_bot Lavrov")));
    }

    [Fact]
    public void Options_are_read()
    {
        Assert.Equal(new Request("who", "Lavrov", "uk", 2), _reader.Parse(Some.Private("/who Lavrov lang:uk page:2")));
    }

    [Fact]
    public void A_caption_is_read_like_a_text()
    {
        var picture = Some.Private(null);
        picture.Photo = [new PhotoSize { FileId = "1", FileUniqueId = "1" }];
        picture.Caption = "Who is Lavrov?";

        Assert.Equal(new Request("ask", "Who is Lavrov?", "en"), _reader.Parse(picture));
    }

    [Theory]
    [InlineData("/source", "source")]
    [InlineData("/ask", "ask")]
    [InlineData("/SOURCE@talks_bot", "source")]
    public void A_command_that_checks_takes_what_it_replies_to(string text, string command)
    {
        var other = Some.Group("The talks lasted 4.5 hours");

        Assert.Equal(new Request(command, "The talks lasted 4.5 hours", "en"), _reader.Parse(Some.Group(text, replyTo: other)));
    }

    [Fact]
    public void A_caption_and_a_quotation_are_checked_too()
    {
        var picture = Some.Group(null);
        picture.Caption = "The talks lasted 4.5 hours. It rained.";
        Assert.Equal("The talks lasted 4.5 hours. It rained.", _reader.Parse(Some.Group("/source", replyTo: picture))?.Arguments);

        var quoting = Some.Group("/source", replyTo: picture);
        quoting.Quote = new TextQuote { Text = "The talks lasted 4.5 hours." };
        Assert.Equal("The talks lasted 4.5 hours.", _reader.Parse(quoting)?.Arguments);
    }

    [Fact]
    public void A_mention_alone_in_a_reply_asks_about_what_it_replies_to()
    {
        var reply = Some.Group("@talks_bot", replyTo: Some.Group("The talks lasted 4.5 hours"));

        Assert.Equal(new Request("ask", "The talks lasted 4.5 hours", "en"), _reader.Parse(reply));
    }

    [Theory]
    [InlineData("/source 14", "source", "14")]
    [InlineData("/who", "who", "")]
    [InlineData("/corrections", "corrections", "")]
    public void Words_of_its_own_and_other_commands_leave_the_message_alone(string text, string command, string words)
    {
        Assert.Equal(new Request(command, words, "en"), _reader.Parse(Some.Group(text, replyTo: Some.Group("The talks lasted 4.5 hours"))));
    }

    [Fact]
    public void A_long_message_of_somebody_else_is_read_from_its_beginning()
    {
        var text = new string('a', 600) + " " + new string('b', 600);

        Assert.Equal(new Request("ask", new string('a', 600), "en"), _reader.Parse(Some.Forwarded(text)));
        Assert.Equal(new Request("source", new string('a', 600), "en"), _reader.Parse(Some.Group("/source", replyTo: Some.Group(text))));
        Assert.Equal(new Request("ask", new string('a', 600), "en"), _reader.Parse(Some.Group("@talks_bot", replyTo: Some.Group(text))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/who ")]
    [InlineData("/start ask_")]
    public void What_somebody_typed_themselves_may_be_too_long(string before)
    {
        Assert.Equal(RequestError.TooLong, _reader.Parse(Some.Private(before + new string('a', 1001)))?.Error);
    }

    [Theory]
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void An_answer_to_the_bots_prompt_is_a_question(string language)
    {
        var prompt = Some.Group(AdapterTexts.In(language).AskPrompt);
        prompt.From = Some.Me;

        Assert.Equal(new Request("ask", "Lavrov", "en"), _reader.Parse(Some.Group("Lavrov", replyTo: prompt)));
    }

    [Fact]
    public void An_answer_to_what_else_the_bot_said_or_to_somebody_who_quotes_the_prompt_is_none()
    {
        var answer = Some.Group("About this bot");
        answer.From = Some.Me;

        Assert.Null(_reader.Parse(Some.Group("Lavrov", replyTo: answer)));
        Assert.Null(_reader.Parse(Some.Group("Lavrov", replyTo: Some.Group(AdapterTexts.In("en").AskPrompt))));
    }

    [Fact]
    public void Machines_are_not_answered()
    {
        var viaBot = Some.Private("Who is Lavrov?");
        viaBot.ViaBot = Some.Me;
        Assert.Null(_reader.Parse(viaBot));

        var otherBot = Some.Group("/who Lavrov");
        otherBot.From = Some.OtherBot;
        Assert.Null(_reader.Parse(otherBot));

        var automatic = Some.Group("@talks_bot who is Lavrov?");
        automatic.IsAutomaticForward = true;
        Assert.Null(_reader.Parse(automatic));
    }

    [Fact]
    public void An_anonymous_admin_is_answered_in_the_language_of_the_text()
    {
        var message = Some.Group("/who Лавров");
        message.From = new User { Id = 1087968824, IsBot = true, FirstName = "Group", Username = "GroupAnonymousBot" };
        message.SenderChat = message.Chat;

        Assert.Equal(new Request("who", "Лавров", "ru"), _reader.Parse(message));
    }

    [Fact]
    public void A_sticker_in_private_is_asked_for_a_question_but_not_in_a_group()
    {
        Assert.Equal(new Request("ask", "", "uk"), _reader.Parse(WithSticker(Some.Private(null, "uk"))));
        Assert.Null(_reader.Parse(WithSticker(Some.Group(null))));
    }

    [Fact]
    public void What_Telegram_itself_reports_is_not_answered()
    {
        var pinned = Some.Private(null);
        pinned.PinnedMessage = Some.Private("Who is Lavrov?");
        Assert.Null(_reader.Parse(pinned));

        var joined = Some.Group(null);
        joined.NewChatMembers = [Some.Me];
        Assert.Null(_reader.Parse(joined));

        // A kind of message that is newer than this bot.
        Assert.Null(_reader.Parse(Some.Private(null)));
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
        Assert.Equal(language, _reader.Parse(Some.Private("/who Лавров", app))?.Language);
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
        Assert.Equal(language, _reader.Parse(Some.Private(text, app))?.Language);
    }

    [Fact]
    public void Without_an_author_the_texts_language_counts()
    {
        var message = Some.Group("@talks_bot Сколько длились переговоры, и что они дали?");
        message.From = null;

        Assert.Equal("ru", _reader.Parse(message)?.Language);
    }

    [Theory]
    [InlineData("@talks_bot who is Lavrov?", "ask", "who is Lavrov?")]
    [InlineData("@talks_bot /who Lavrov", "who", "Lavrov")]
    [InlineData("@talks_bot", "ask", "")]
    [InlineData("@talks_bot /settings", "settings", "")]
    public void Where_the_bot_is_a_guest_everything_is_meant_for_it(string text, string command, string words)
    {
        var request = _reader.ParseGuest(Some.Group(text));

        Assert.Equal((command, words), (request.Command, request.Arguments));
    }

    private static Message WithSticker(Message message)
    {
        message.Sticker = new Sticker { FileId = "1", FileUniqueId = "1", Type = StickerType.Regular };
        return message;
    }
}
