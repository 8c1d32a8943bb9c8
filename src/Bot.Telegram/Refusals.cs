using Bot.Adapters.Limiting;
using Bot.Answers.Texts;
using Bot.Telegram.Parsing;
using Bot.Telegram.Rendering;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram;

/// <summary>Says who has asked too much, and what they are told.</summary>
internal sealed class Refusals(AdmissionControl limits, MessageParser reader)
{
    private const string Platform = "Telegram";

    /// <summary>
    /// Whether an update is answered; it is counted by that. Null when nothing is to be done about it. What is not meant for the bot is
    /// not counted.
    /// </summary>
    public Admission? Admit(Update update)
    {
        var admission = Count(update);
        return admission.IsAdmitted || Answer(update, admission) is not null ? admission : null;
    }

    /// <summary>
    /// What a refused update is answered with; null for nothing. A message is told why once and then left alone. A button is answered
    /// always, since the app shows it as pressed until then, and an inline query with nothing, which Telegram remembers until the
    /// minute is over.
    /// </summary>
    public static IRequest? Answer(Update update, Admission admission)
    {
        var isFirst = admission.Result == AdmissionResult.Rejected;
        return update switch
        {
            { Message: { } message } when isFirst => Conversation.To(message, Slower(message.From, message.Text ?? message.Caption, admission), ParseMode.None, null),
            { GuestMessage: { GuestQueryId: { } id } message } when isFirst => new AnswerGuestQueryRequest
            {
                GuestQueryId = id,
                Result = InlineResults.Line("slower", Slower(message.From, message.Text ?? message.Caption, admission)),
            },
            { CallbackQuery: { } query } => new AnswerCallbackQueryRequest
            {
                CallbackQueryId = query.Id,
                Text = isFirst ? Slower(query.From, "", admission) : null,
            },
            { InlineQuery: { } query } => new AnswerInlineQueryRequest
            {
                InlineQueryId = query.Id,
                Results = [],
                CacheTime = admission.Seconds,
                IsPersonal = true,
            },
            _ => null,
        };
    }

    private Admission Count(Update update) => update switch
    {
        _ when !limits.IsEnabled => default,
        { Message: { Chat: { } chat } message } => IsMeant(message) ? limits.Admit(Platform, Asker(message), chat.Id) : default,
        { GuestMessage: { } message } => limits.Admit(Platform, Asker(message), message.Chat?.Id),
        { CallbackQuery: { } query } => limits.Admit(Platform, query.From?.Id, query.Message?.Chat?.Id),
        { InlineQuery: { } query } => limits.AdmitTyping(Platform, query.From?.Id),
        _ => default,
    };

    // In a private chat nearly everything is, and the rest does not matter; in a group people talk to each other.
    private bool IsMeant(Message message) => message.Chat.Type == ChatType.Private || reader.Parse(message) is not null;

    // Who writes in the name of a chat has no number of their own.
    private static long? Asker(Message message) => message.SenderChat?.Id ?? message.From?.Id;

    private static string Slower(User? user, string? text, Admission admission) =>
        AdapterTexts.In(MessageParser.Language(user, text ?? "")).TooManyRequests(admission.Seconds);
}
