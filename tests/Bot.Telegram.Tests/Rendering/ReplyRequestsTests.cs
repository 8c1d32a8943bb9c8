using Bot.Adapters.Pipeline;
using Bot.Answers.Model;
using Bot.Telegram.Rendering;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;
using Telegram.Bot.Types.ReplyMarkups;

namespace Bot.Telegram.Tests.Rendering;

public sealed class ReplyRequestsTests
{
    private static readonly InlineKeyboardMarkup s_keyboard = new(InlineKeyboardButton.WithCallbackData("next", "data"));

    private static readonly Rendered<TelegramPage> s_page = new(new TelegramPage("<b>Title</b>", s_keyboard), new Answer
    {
        Outcome = Outcome.Answered,
        Request = new Request("about", "", "en"),
        Language = "en",
        Title = "Title",
        Version = "9fa0b8fc",
    });

    [Fact]
    public void A_message_is_answered_by_a_page_that_replies_to_it()
    {
        var sent = Assert.IsType<SendMessageRequest>(Assert.Single(ForMessage(Page())));

        Assert.Equal((-100, "<b>Title</b>", ParseMode.Html), (sent.ChatId.Identifier, sent.Text, sent.ParseMode));
        Assert.Same(s_keyboard, sent.ReplyMarkup);
        Assert.True(sent.LinkPreviewOptions?.IsDisabled);
        Assert.Equal((8, true), (sent.ReplyParameters?.MessageId, sent.ReplyParameters?.AllowSendingWithoutReply));
        Assert.Null(sent.MessageThreadId);
    }

    [Theory]
    [InlineData(true, 5)]
    [InlineData(false, null)]
    public void A_reply_stays_in_the_topic_and_in_the_general_one_names_none(bool isTopic, int? thread)
    {
        var message = Some.Group("/about@talks_bot");
        (message.IsTopicMessage, message.MessageThreadId) = (isTopic, 5);

        Assert.Equal(thread, Assert.IsType<SendMessageRequest>(Assert.Single(ReplyRequests.Create(new Update { Message = message }, "en", Page()))).MessageThreadId);
    }

    [Fact]
    public void A_prompt_makes_the_asker_alone_reply()
    {
        var sent = Assert.IsType<SendMessageRequest>(Assert.Single(ForMessage(new Reply<TelegramPage>.Prompt("What <now>?"))));

        Assert.Equal(("What <now>?", ParseMode.None), (sent.Text, sent.ParseMode));
        Assert.True(Assert.IsType<ForceReplyMarkup>(sent.ReplyMarkup).Selective);
    }

    [Fact]
    public void A_notice_is_plain_text_and_silence_is_no_request()
    {
        var sent = Assert.IsType<SendMessageRequest>(Assert.Single(ForMessage(new Reply<TelegramPage>.Notice("Slower <please>", false))));

        Assert.Equal(("Slower <please>", ParseMode.None, null), (sent.Text, sent.ParseMode, sent.ReplyMarkup));
        Assert.Empty(ForMessage(new Reply<TelegramPage>.Silence(0)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("The facts have changed.")]
    public void A_press_is_acknowledged_before_its_page_is_sent_as_a_message_of_its_own(string? caption)
    {
        var sent = ForButton(Page(replaces: false, caption)).ToList();

        Assert.Equal(2, sent.Count);
        AssertAcknowledged(sent[0], caption, isAlert: false);
        Assert.Equal(("<b>Title</b>", 8), (Assert.IsType<SendMessageRequest>(sent[1]).Text, ((SendMessageRequest)sent[1]).ReplyParameters?.MessageId));
    }

    [Fact]
    public void A_page_that_replaces_its_message_changes_it()
    {
        var sent = ForButton(Page(replaces: true)).ToList();

        Assert.Equal(2, sent.Count);
        AssertAcknowledged(sent[0], null, isAlert: false);
        var edit = Assert.IsType<EditMessageTextRequest>(sent[1]);
        Assert.Equal((-100, 8, "<b>Title</b>", ParseMode.Html), (edit.ChatId.Identifier, edit.MessageId, edit.Text, edit.ParseMode));
        Assert.Same(s_keyboard, edit.ReplyMarkup);
        Assert.True(edit.LinkPreviewOptions?.IsDisabled);
    }

    [Fact]
    public void Where_the_bot_is_no_member_a_press_changes_the_inline_message()
    {
        var query = new CallbackQuery { Id = "q", From = Some.Reader(), InlineMessageId = "i" };
        var sent = ReplyRequests.Create(new Update { CallbackQuery = query }, "en", Page(replaces: true)).ToList();

        Assert.Equal(2, sent.Count);
        AssertAcknowledged(sent[0], null, isAlert: false);
        var edit = Assert.IsType<EditInlineMessageTextRequest>(sent[1]);
        Assert.Equal(("i", "<b>Title</b>", ParseMode.Html), (edit.InlineMessageId, edit.Text, edit.ParseMode));
        Assert.Same(s_keyboard, edit.ReplyMarkup);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_notice_after_a_press_is_shown_by_the_app(bool isAlert)
    {
        AssertAcknowledged(Assert.Single(ForButton(new Reply<TelegramPage>.Notice("Dead", isAlert))), "Dead", isAlert);
    }

    [Fact]
    public void A_press_is_acknowledged_in_silence_too()
    {
        AssertAcknowledged(Assert.Single(ForButton(new Reply<TelegramPage>.Silence(48))), null, isAlert: false);
    }

    [Fact]
    public void An_inline_query_is_answered_by_the_pages_in_their_order_for_the_asker_alone()
    {
        var sent = ForInlineQuery(new Reply<TelegramPage>.Pages([new("One", s_page), new("Two", s_page)]));

        Assert.Equal(("q", 30, true), (sent.InlineQueryId, sent.CacheTime, sent.IsPersonal));
        Assert.Equal(["0", "1"], sent.Results.Select(r => r.Id));
        Assert.Equal(("Довідка", "help"), (sent.Button?.Text, sent.Button?.StartParameter));
    }

    [Fact]
    public void A_refused_inline_query_has_no_results_until_the_asker_may_ask_again()
    {
        var sent = ForInlineQuery(new Reply<TelegramPage>.Silence(48));

        Assert.Equal(("q", 48, true), (sent.InlineQueryId, sent.CacheTime, sent.IsPersonal));
        Assert.Empty(sent.Results);
        Assert.Null(sent.Button);
    }

    [Fact]
    public void A_mention_where_the_bot_is_no_member_is_answered_by_a_page_or_a_line()
    {
        var page = Assert.IsType<AnswerGuestQueryRequest>(Assert.Single(ForGuest(Page())));
        var line = Assert.IsType<AnswerGuestQueryRequest>(Assert.Single(ForGuest(new Reply<TelegramPage>.Notice("Slower", false))));

        Assert.Equal(("g", "answer", "<b>Title</b>"), (page.GuestQueryId, page.Result.Id, Text(page.Result)));
        Assert.Equal(("g", "slower", "Slower"), (line.GuestQueryId, line.Result.Id, Text(line.Result)));
        Assert.Empty(ForGuest(new Reply<TelegramPage>.Silence(48)));

        static string Text(InlineQueryResult result) => Assert.IsType<InputTextMessageContent>(Assert.IsType<InlineQueryResultArticle>(result).InputMessageContent).MessageText;
    }

    [Fact]
    public void An_update_of_another_kind_is_not_replied_to()
    {
        Assert.Empty(ReplyRequests.Create(new Update { Id = 1 }, "en", new Reply<TelegramPage>.Silence(0)));
    }

    private static Reply<TelegramPage>.Page Page(bool replaces = false, string? caption = null) => new(s_page, new Placement(replaces, false), caption);

    private static IEnumerable<IRequest> ForMessage(Reply<TelegramPage> reply) => ReplyRequests.Create(new Update { Message = Some.Group("/about@talks_bot") }, "en", reply);

    private static IEnumerable<IRequest> ForButton(Reply<TelegramPage> reply) =>
        ReplyRequests.Create(new Update { CallbackQuery = new CallbackQuery { Id = "q", From = Some.Reader(), Message = Some.Group("Answer") } }, "en", reply);

    private static AnswerInlineQueryRequest ForInlineQuery(Reply<TelegramPage> reply)
    {
        var query = new InlineQuery { Id = "q", From = Some.Reader("uk"), Query = "", Offset = "" };
        return Assert.IsType<AnswerInlineQueryRequest>(Assert.Single(ReplyRequests.Create(new Update { InlineQuery = query }, "uk", reply)));
    }

    private static IEnumerable<IRequest> ForGuest(Reply<TelegramPage> reply)
    {
        var message = Some.Group("@talks_bot");
        message.GuestQueryId = "g";
        return ReplyRequests.Create(new Update { GuestMessage = message }, "en", reply);
    }

    private static void AssertAcknowledged(IRequest request, string? text, bool isAlert)
    {
        var answer = Assert.IsType<AnswerCallbackQueryRequest>(request);
        Assert.Equal(("q", text, isAlert), (answer.CallbackQueryId, answer.Text, answer.ShowAlert));
    }
}
