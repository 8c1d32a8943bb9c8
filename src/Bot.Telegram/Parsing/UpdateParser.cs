using Bot.Adapters.Pipeline;
using Bot.Adapters.Text;
using Bot.Answers;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Parsing;

/// <summary>Parses an update into the input for the bot.</summary>
/// <param name="answerer">The source of the commands and the decoder of buttons.</param>
/// <param name="me">The bot itself.</param>
internal sealed class UpdateParser(Answerer answerer, User me)
{
    /// <summary>The maximum number of inline results. Telegram accepts 50 (Bot API, answerInlineQuery).</summary>
    public const int MaxInlineResults = 20;

    private const string Platform = "Telegram";

    private readonly MessageParser _messages = new(answerer, me);
    private readonly ButtonCode _buttons = new(answerer);

    /// <summary>Parses an update.</summary>
    public Incoming Parse(Update update) => update switch
    {
        { Message: { } message } => Of(message),
        { CallbackQuery: { } query } => Of(query),
        { InlineQuery: { } query } => new Incoming(
            new Input.Suggest(query.Query, MaxInlineResults),
            new Asker(Platform, query.From.Id, null),
            default,
            Language(query.From, query.Query),
            "inline"),
        { GuestMessage: { GuestQueryId: not null } message } => Of(message, "guest", new Input.Ask(_messages.ParseGuest(message))),
        _ => new Incoming(new Input.Ignored(), new Asker(Platform, null, null), default, Language(null, ""), "other"),
    };

    private Incoming Of(Message message)
    {
        var parsed = _messages.Parse(message);
        var incoming = Of(message, "message", parsed switch
        {
            null => new Input.Ignored(),
            { LacksQuestion: true } => new Input.Prompt(),
            _ => new Input.Ask(parsed.Request),
        }) with
        {
            IsConversation = message.Chat.Type == ChatType.Private,
            IsSilentUnlessAnswered = parsed is { IsSilentUnlessAnswered: true },
        };

        // The prompt is in the language that the answer will have.
        return incoming.Input is Input.Prompt ? incoming with { Language = parsed!.Request.Language } : incoming;
    }

    // An anonymous sender, who writes as a chat, has no id of their own.
    private static Incoming Of(Message message, string kind, Input input) => new(
        input,
        new Asker(Platform, message.SenderChat?.Id ?? message.From?.Id, message.Chat.Id),
        new MessageIds(message.Id, message.IsTopicMessage ? message.MessageThreadId : null, message.ReplyToMessage?.Id, message.MediaGroupId),
        Language(message.From, message.Text ?? message.Caption ?? ""),
        kind,
        default(Placement) with { IsInGroup = message.Chat.Type != ChatType.Private });

    // A page replaces the one before it. Where the bot is not a member, it can only edit its own message.
    private Incoming Of(CallbackQuery query)
    {
        Input input = _buttons.Read(query.Data) is var (action, decoded) && action != ButtonAction.ShowToAll
            ? new Input.Press(action, decoded)
            : new Input.InvalidButton();
        var isPrivate = query.Message?.Chat.Type == ChatType.Private;
        return new Incoming(
            input,
            new Asker(Platform, query.From.Id, query.Message?.Chat.Id),
            new MessageIds(query.Message?.Id, query.Message is { IsTopicMessage: true } message ? message.MessageThreadId : null),
            Language(query.From, ""),
            "button",
            new Placement(Replaces: query.InlineMessageId is not null || input is Input.Press { Action: ButtonAction.Page }, IsPrivate: false) { IsInGroup = !isPrivate })
        {
            IsConversation = isPrivate,
        };
    }

    // The app's language if it is one of the five, else that of the text.
    private static string Language(User? user, string text) => ReaderLanguage.Of(user?.LanguageCode, text);
}
