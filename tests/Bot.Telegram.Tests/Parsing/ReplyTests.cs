using System.Globalization;
using Bot.Answers.Model;
using Bot.Telegram.Parsing;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Bot.Telegram.Tests.Parsing;

/// <summary>Messages that refer to other messages: replies and forwards.</summary>
public sealed class ReplyTests
{
    private readonly MessageParser _parser = new(SampleBase.Answerer, Some.Me);

    [Theory]
    [InlineData("/source")]
    [InlineData("/ask")]
    [InlineData("/SOURCE@talks_bot")]
    [InlineData("/питання")]
    [InlineData("@talks_bot")]
    public void A_question_without_words_checks_what_it_replies_to(string text)
    {
        var other = Some.Group("The talks lasted 4.5 hours");

        Assert.Equal(new Request("check", "The talks lasted 4.5 hours", "en"), Parse(Some.Group(text, replyTo: other)));
    }

    [Theory]
    [InlineData("/source")]
    [InlineData("/ask")]
    [InlineData("@talks_bot")]
    public void A_message_without_text_is_checked_as_such(string text)
    {
        Assert.Equal(new Request("check", "", "en"), Parse(Some.Group(text, replyTo: WithSticker(Some.Group(null)))));
    }

    [Fact]
    public void A_caption_and_a_quotation_are_checked_too()
    {
        var picture = Some.Group(null);
        picture.Caption = "The talks lasted 4.5 hours. It rained.";
        Assert.Equal("The talks lasted 4.5 hours. It rained.", Parse(Some.Group("/source", replyTo: picture))?.Arguments);

        var quoting = Some.Group("/source", replyTo: picture);
        quoting.Quote = new TextQuote { Text = "The talks lasted 4.5 hours." };
        Assert.Equal("The talks lasted 4.5 hours.", Parse(quoting)?.Arguments);
    }

    [Theory]
    [InlineData("/source 14", "source", "14")]
    [InlineData("/who", "who", "")]
    [InlineData("/corrections", "corrections", "")]
    public void Words_of_its_own_and_other_commands_leave_the_message_alone(string text, string command, string words)
    {
        Assert.Equal(new Request(command, words, "en"), Parse(Some.Group(text, replyTo: Some.Group("The talks lasted 4.5 hours"))));
    }

    [Fact]
    public void A_long_message_of_somebody_else_is_read_from_its_beginning()
    {
        var text = new string('a', 600) + " " + new string('b', 600);

        Assert.Equal(new Request("check", new string('a', 600), "en"), Parse(Some.Forwarded(text)));
        Assert.Equal(new Request("check", new string('a', 600), "en"), Parse(Some.Group("/source", replyTo: Some.Group(text))));
        Assert.Equal(new Request("check", new string('a', 600), "en"), Parse(Some.Group("@talks_bot", replyTo: Some.Group(text))));
    }

    [Theory]
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void An_answer_to_the_bots_prompt_is_a_question(string language)
    {
        var prompt = Some.Group(SampleBase.Answerer.AskPrompt(language));
        prompt.From = Some.Me;

        Assert.Equal(new Request("ask", "Lavrov", "en"), Parse(Some.Group("Lavrov", replyTo: prompt)));
    }

    [Fact]
    public void A_reply_to_what_else_the_bot_said_is_answered_only_if_the_base_does()
    {
        var answer = Some.Group("About this bot");
        answer.From = Some.Me;

        Assert.Equal(new ParsedMessage(new Request("ask", "and Lavrov?", "en")) { IsSilentUnlessAnswered = true }, _parser.Parse(Some.Group("and Lavrov?", replyTo: answer)));
        Assert.Null(Parse(Some.Group("that is Lavrov for you", replyTo: answer)));
        Assert.Equal(new ParsedMessage(new Request("ask", "Lavrov", "en")), _parser.Parse(Some.Group("@talks_bot Lavrov", replyTo: answer)));
        Assert.Equal(new ParsedMessage(new Request("who", "Lavrov", "en")), _parser.Parse(Some.Group("/who Lavrov", replyTo: answer)));
        Assert.Null(Parse(Some.Group("/weather Oslo", replyTo: answer)));
        Assert.Null(Parse(WithSticker(Some.Group(null, replyTo: answer))));
    }

    [Fact]
    public void A_reply_to_somebody_who_quotes_the_prompt_is_between_others()
    {
        Assert.Null(Parse(Some.Group("Lavrov", replyTo: Some.Group(SampleBase.Answerer.AskPrompt("en")))));
    }

    [Fact]
    public void What_stands_in_a_topic_does_not_reply_to_the_message_that_opened_it()
    {
        var opening = Some.Group(null);
        (opening.From, opening.ForumTopicCreated) = (Some.Me, new ForumTopicCreated { Name = "Topic" });

        Assert.Null(Parse(Some.Group("Lavrov", replyTo: opening)));
        Assert.Equal(new Request("ask", "", "en"), Parse(Some.Group("/ask", replyTo: opening)));
    }

    [Theory]
    [InlineData("t{0}e1+ ask ~QlSA", "riyadh-talks-duration")]
    [InlineData("t{0}e2 closest ~QlSA !minutes", "riyadh-talks-duration")]
    [InlineData("t00000000r1+ fact ~QlSA", "riyadh-talks-duration")]
    [InlineData("t{0}e1+ who lavrov", null)]
    [InlineData("f{0}e1 ask ~QlSA", null)]
    [InlineData("t{0}e1+ ask ~AAAA", null)]
    [InlineData("made up", null)]
    public void A_reply_to_an_answer_follows_up_on_the_facts_that_its_own_pages_show(string data, string? fact)
    {
        var answer = Some.Private("Answer");
        answer.From = Some.Me;
        answer.ReplyMarkup = new InlineKeyboardMarkup([[InlineKeyboardButton.WithCallbackData("x", "other")], [InlineKeyboardButton.WithCallbackData("Button", string.Format(CultureInfo.InvariantCulture, data, SampleBase.Answerer.Version))]]);
        var reply = Some.Private("why?");
        reply.ReplyToMessage = answer;

        Assert.Equal(fact is null ? [] : [fact], Parse(reply)!.FollowsUp);

        answer.From = Some.Reader();
        Assert.Empty(Parse(reply)!.FollowsUp);
    }

    private Request? Parse(Message message) => _parser.Parse(message)?.Request;

    private static Message WithSticker(Message message)
    {
        message.Sticker = new Sticker { FileId = "1", FileUniqueId = "1", Type = StickerType.Regular };
        return message;
    }
}
