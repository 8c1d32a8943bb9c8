using Bot.Adapters.Pipeline;
using Bot.Answers.Model;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Bot.Telegram.Rendering;

/// <summary>Converts replies into requests of the Bot API.</summary>
internal static class ReplyRequests
{
    /// <summary>The requests for a reply, in sending order; none when there is nothing to show.</summary>
    /// <param name="update">The update that is answered.</param>
    /// <param name="language">The language tag for texts that are not answers.</param>
    /// <param name="reply">The reply.</param>
    public static IEnumerable<IRequest> Create(Update update, string language, Reply<TelegramPage> reply) => update switch
    {
        { Message: { } message } => ForMessage(message, reply),
        { CallbackQuery: { } query } => ForButton(query, reply),
        { InlineQuery: { } query } => [ForInlineQuery(query, language, reply)],
        { GuestMessage: { GuestQueryId: { } id } } => ForGuest(id, reply),
        _ => [],
    };

    private static IEnumerable<IRequest> ForMessage(Message message, Reply<TelegramPage> reply) => reply switch
    {
        Reply<TelegramPage>.Page page => [Send(message, page.Rendered.Content, TargetOf(message, page.Rendered.Page.Request))],
        Reply<TelegramPage>.Prompt prompt => [Send(message, prompt.Text, ParseMode.None, new ForceReplyMarkup { Selective = true })],
        Reply<TelegramPage>.Notice notice => [Send(message, notice.Text, ParseMode.None, null)],
        _ => [],
    };

    // A press is always answered: until then the app shows the button as pressed.
    private static IEnumerable<IRequest> ForButton(CallbackQuery query, Reply<TelegramPage> reply)
    {
        var (text, isAlert) = reply switch
        {
            Reply<TelegramPage>.Page page => (page.Caption, false),
            Reply<TelegramPage>.Notice notice => (notice.Text, notice.IsAlert),
            _ => (null, false),
        };
        yield return new AnswerCallbackQueryRequest { CallbackQueryId = query.Id, Text = text, ShowAlert = isAlert };
        if (reply is not Reply<TelegramPage>.Page { Rendered.Content: var shown, Placement.Replaces: var replaces })
        {
            yield break;
        }

        if (query.InlineMessageId is { } inline)
        {
            yield return EditInline(inline, shown);
        }
        else if (query.Message is { } message)
        {
            yield return replaces ? Edit(message, shown) : Send(message, shown);
        }
    }

    // A rejected query gets no results, which Telegram caches until the asker may ask again.
    private static AnswerInlineQueryRequest ForInlineQuery(InlineQuery query, string language, Reply<TelegramPage> reply) => reply switch
    {
        Reply<TelegramPage>.Pages pages => new AnswerInlineQueryRequest
        {
            InlineQueryId = query.Id,
            Results = InlineResults.For(pages.Suggested),
            CacheTime = InlineResults.CacheSeconds,

            // The answers are in the asker's language.
            IsPersonal = true,
            Button = InlineResults.HelpButton(language),
        },
        _ => new AnswerInlineQueryRequest
        {
            InlineQueryId = query.Id,
            Results = [],
            CacheTime = reply is Reply<TelegramPage>.Silence silence ? silence.RetryAfterSeconds : 0,
            IsPersonal = true,
        },
    };

    private static IEnumerable<IRequest> ForGuest(string id, Reply<TelegramPage> reply) => reply switch
    {
        Reply<TelegramPage>.Page page => [new AnswerGuestQueryRequest { GuestQueryId = id, Result = InlineResults.Article("answer", page.Rendered) }],
        Reply<TelegramPage>.Notice notice => [new AnswerGuestQueryRequest { GuestQueryId = id, Result = InlineResults.Line("slower", notice.Text) }],
        _ => [],
    };

    // The facts that are closest to a message belong below that message, not below the command that asks for them.
    private static int TargetOf(Message message, Request request) =>
        request.Command == Request.Check && message is { ForwardOrigin: null, ReplyToMessage: { Id: > 0, ForumTopicCreated: null } checkedMessage } ? checkedMessage.Id : message.Id;

    private static SendMessageRequest Send(Message to, TelegramPage page, int? target = null) => Send(to, page.Html, ParseMode.Html, page.Keyboard, target);

    // A reply to the message or another one, in the same topic.
    private static SendMessageRequest Send(Message to, string text, ParseMode mode, ReplyMarkup? markup, int? target = null) => new()
    {
        ChatId = to.Chat.Id,
        Text = text,
        ParseMode = mode,
        ReplyMarkup = markup,
        LinkPreviewOptions = new() { IsDisabled = true },
        // A message with an unreadable id is answered without a reference to it.
        ReplyParameters = (target ?? to.Id) is > 0 and var id ? new ReplyParameters { MessageId = id, AllowSendingWithoutReply = true } : null,

        // A reply in the General topic must not name a topic (Bot API, Message: is_topic_message).
        MessageThreadId = to.IsTopicMessage ? to.MessageThreadId : null,
        DirectMessagesTopicId = to.DirectMessagesTopic?.TopicId,
    };

    private static EditMessageTextRequest Edit(Message message, TelegramPage page) => new()
    {
        ChatId = message.Chat.Id,
        MessageId = message.Id,
        Text = page.Html,
        ParseMode = ParseMode.Html,
        ReplyMarkup = page.Keyboard,
        LinkPreviewOptions = new() { IsDisabled = true },
    };

    private static EditInlineMessageTextRequest EditInline(string id, TelegramPage page) => new()
    {
        InlineMessageId = id,
        Text = page.Html,
        ParseMode = ParseMode.Html,
        ReplyMarkup = page.Keyboard,
        LinkPreviewOptions = new() { IsDisabled = true },
    };
}
