using System.Diagnostics;
using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Telegram.Api;
using Bot.Telegram.Parsing;
using Bot.Telegram.Rendering;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Bot.Telegram;

/// <summary>What the bot does when something reaches it.</summary>
internal sealed class Conversation(Answerer answerer, ApiRequestSender sender, User me, TimeProvider time, AdapterTelemetry vitals)
{
    private readonly AnswerView _view = new(answerer);
    private readonly MessageParser _reader = new(answerer, me);

    /// <summary>Handles an update; done when it is answered, or Telegram refused the answer for good.</summary>
    /// <param name="update">The update.</param>
    /// <param name="admission">Whether it is answered, or what was asked was too much.</param>
    /// <param name="cancellation">Gives it up.</param>
    public async Task HandleAsync(Update update, Admission admission, CancellationToken cancellation)
    {
        var kind = KindOf(update);
        var began = time.GetTimestamp();
        using var span = vitals.StartSpan(kind);
        vitals.Received(kind);
        try
        {
            await DispatchAsync(update, admission, cancellation).ConfigureAwait(false);
        }
        catch
        {
            // What went wrong is logged; it may tell what was asked.
            span?.SetStatus(ActivityStatusCode.Error);
            throw;
        }

        vitals.Handled(time.GetElapsedTime(began));
    }

    private static string KindOf(Update update) => update switch
    {
        { Message: not null } => "message",
        { CallbackQuery: not null } => "button",
        { InlineQuery: not null } => "inline",
        { GuestMessage: not null } => "guest",
        _ => "other",
    };

    private Task DispatchAsync(Update update, Admission admission, CancellationToken cancellation) => update switch
    {
        _ when !admission.IsAdmitted => Refusals.Answer(update, admission) is { } answer ? sender.SendAsync(answer, cancellation) : Task.CompletedTask,
        { Message: { } message } => OnMessageAsync(message, cancellation),
        { CallbackQuery: { } query } => OnButtonAsync(query, cancellation),
        { InlineQuery: { } query } => OnInlineQueryAsync(query, cancellation),
        { GuestMessage: { GuestQueryId: { } id } message } => OnGuestMessageAsync(id, message, cancellation),
        _ => Task.CompletedTask,
    };

    /// <summary>A message as a reply to another, in the same topic.</summary>
    public static SendMessageRequest To(Message message, string text, ParseMode mode, ReplyMarkup? markup) => new()
    {
        ChatId = message.Chat.Id,
        Text = text,
        ParseMode = mode,
        ReplyMarkup = markup,
        LinkPreviewOptions = new() { IsDisabled = true },
        ReplyParameters = new ReplyParameters { MessageId = message.Id, AllowSendingWithoutReply = true },

        // A reply in the General topic must name none (Bot API, Message: is_topic_message).
        MessageThreadId = message.IsTopicMessage ? message.MessageThreadId : null,
        DirectMessagesTopicId = message.DirectMessagesTopic?.TopicId,
    };

    private Task OnMessageAsync(Message message, CancellationToken cancellation) => _reader.Parse(message) switch
    {
        null => Task.CompletedTask,
        { Command: "ask", Arguments: "", Error: RequestError.None, Language: var language } => sender.SendAsync(Prompt(message, language), cancellation),
        var request => sender.SendAsync(Reply(message, Answer(request)), cancellation),
    };

    private ShownAnswer Answer(Request request)
    {
        var began = time.GetTimestamp();
        var shown = _view.Show(request);
        vitals.Answered(request.Command, shown.Answer.Language, shown.Answer.Outcome, time.GetElapsedTime(began));
        return shown;
    }

    private async Task OnButtonAsync(CallbackQuery query, CancellationToken cancellation)
    {
        if (ButtonData.Read(query.Data, answerer) is not ({ } kind, { } coded))
        {
            await NotifyAsync(query, AdapterTexts.In(MessageParser.Language(query.From, "")).ButtonUnreadable, isAlert: true, cancellation).ConfigureAwait(false);
            return;
        }

        var shown = Answer(coded.Request);
        var isCurrent = coded.Version == shown.Answer.Version;
        await NotifyAsync(query, isCurrent ? null : AdapterTexts.In(coded.Request.Language).ButtonOutdated, isAlert: false, cancellation).ConfigureAwait(false);
        if (query.InlineMessageId is { } inline)
        {
            // Where the bot is no member, it can only change its own message.
            await sender.SendAsync(EditInline(inline, shown), cancellation).ConfigureAwait(false);
        }
        else if (query.Message is { } message)
        {
            await (kind == ButtonKind.Turn
                ? sender.SendAsync(Edit(message, shown), cancellation)
                : sender.SendAsync(Reply(message, shown), cancellation)).ConfigureAwait(false);
        }
    }

    private Task<bool> NotifyAsync(CallbackQuery query, string? text, bool isAlert, CancellationToken cancellation) =>
        sender.SendAsync(new AnswerCallbackQueryRequest { CallbackQueryId = query.Id, Text = text, ShowAlert = isAlert }, cancellation);

    private Task<bool> OnInlineQueryAsync(InlineQuery query, CancellationToken cancellation)
    {
        var language = MessageParser.Language(query.From, query.Query);
        return sender.SendAsync(
            new AnswerInlineQueryRequest
            {
                InlineQueryId = query.Id,
                Results = InlineResults.For(answerer.Suggest(query.Query, language, InlineResults.MaxResults), _view),
                CacheTime = InlineResults.CacheSeconds,

                // The answers are in the asker's language.
                IsPersonal = true,
                Button = InlineResults.HelpButton(language),
            },
            cancellation);
    }

    private Task<bool> OnGuestMessageAsync(string id, Message message, CancellationToken cancellation)
    {
        var request = _reader.ParseGuest(message);

        // Nobody can be asked to go on there, so that a bare mention gets the welcome.
        var shown = Answer(request is { Command: "ask", Arguments: "" } ? request with { Command = "start" } : request);
        return sender.SendAsync(new AnswerGuestQueryRequest { GuestQueryId = id, Result = InlineResults.Article("answer", shown) }, cancellation);
    }

    private static SendMessageRequest Reply(Message to, ShownAnswer shown) => To(to, shown.Html, ParseMode.Html, shown.Keyboard);

    private static SendMessageRequest Prompt(Message to, string language) =>
        To(to, AdapterTexts.In(language).AskPrompt, ParseMode.None, new ForceReplyMarkup { Selective = true });

    private static EditMessageTextRequest Edit(Message message, ShownAnswer shown) => new()
    {
        ChatId = message.Chat.Id,
        MessageId = message.Id,
        Text = shown.Html,
        ParseMode = ParseMode.Html,
        ReplyMarkup = shown.Keyboard,
        LinkPreviewOptions = new() { IsDisabled = true },
    };

    private static EditInlineMessageTextRequest EditInline(string id, ShownAnswer shown) => new()
    {
        InlineMessageId = id,
        Text = shown.Html,
        ParseMode = ParseMode.Html,
        ReplyMarkup = shown.Keyboard,
        LinkPreviewOptions = new() { IsDisabled = true },
    };
}
