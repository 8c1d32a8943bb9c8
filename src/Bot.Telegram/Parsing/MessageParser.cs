using Bot.Adapters.Text;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Parsing;

/// <summary>Decides whether a message is a request to this bot, and parses it.</summary>
/// <param name="answerer">The source of the commands and facts.</param>
/// <param name="me">The bot itself.</param>
internal sealed class MessageParser(Answerer answerer, User me)
{
    // The commands that check the replied-to message when they are sent as a reply, without words.
    private static readonly string[] s_checking = ["ask", "source"];

    private readonly string _mention = "@" + me.Username;
    private readonly RepliedAnswer _repliedAnswer = new(answerer);

    /// <summary>Parses the request in a message; null when it is not meant for this bot.</summary>
    public ParsedMessage? Parse(Message message)
    {
        if (IsAutomated(message))
        {
            return null;
        }

        var isPrivate = message.Chat.Type == ChatType.Private;
        if (isPrivate && message.ForwardOrigin is not null && message.Type != MessageType.Unknown)
        {
            return new ParsedMessage(Check(MessageText.Of(message), message));
        }

        var text = (message.Text ?? message.Caption ?? "").Trim();
        var (isMentioned, rest) = WithoutMention(text);
        if (Request.SplitCommand(rest) is var (name, words))
        {
            return Command(name, words, message, isPrivate || isMentioned) is { } request
                ? new ParsedMessage(request) { LacksQuestion = isPrivate && request is { Command: "ask", Arguments: "", Error: RequestError.None } }
                : null;
        }

        if (isMentioned || (text.Length > 0 && (isPrivate || IsReplyToPrompt(message))))
        {
            return new ParsedMessage(Question(rest, message));
        }

        if (text.Length > 0 && Replied(message) is { } replied && IsOwn(replied) && Answerer.IsQuestion(rest))
        {
            return new ParsedMessage(Question(rest, message)) { IsSilentUnlessAnswered = true };
        }

        // A sticker or a picture asks nothing, and a service message, such as a join or a pin, is not a real message.
        return isPrivate && message.Type != MessageType.Unknown && !message.IsServiceMessage ? new ParsedMessage(new Request("ask", "", Language("", message))) : null;
    }

    /// <summary>Parses a message that mentions the bot in a chat that it is not a member of.</summary>
    public Request ParseGuest(Message message)
    {
        var (_, rest) = WithoutMention((message.Text ?? message.Caption ?? "").Trim());
        return (Request.SplitCommand(rest) is var (name, words) ? Command(name, words, message, isMeant: true) : null) ?? Question(rest, message);
    }

    private static string Language(string words, Message message) => ReaderLanguage.Of(message.From?.LanguageCode, words);

    private Request? Command(string name, string words, Message message, bool isMeant)
    {
        if (name.IndexOf('@') is >= 0 and var at)
        {
            if (!name.AsSpan(at + 1).Equals(me.Username, StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            name = name[..at];
            isMeant = true;
        }

        var command = Answerer.CommandNamed(name);
        if (!isMeant && command is null)
        {
            // The command is meant for another bot.
            return null;
        }

        name = command ?? name;
        if (name == "start")
        {
            // The payload of other links, such as where a link was posted, is not a question.
            var linked = DeepLink.Read(words, Language("", message));
            return answerer.IsCommand(linked.Command) ? linked : linked with { Command = name, Arguments = "" };
        }

        return words.Length == 0 && s_checking.Contains(name) && OfReply(name, message) is { } reply
            ? reply
            : WithContext(Answerer.Parse($"/{name} {words}", Language(words, message)), message);
    }

    // What a command without words asks of the message that it replies to; null when it replies to none.
    private Request? OfReply(string command, Message message)
    {
        if (Replied(message) is { } replied && IsOwn(replied))
        {
            if (command == "ask")
            {
                return null;
            }

            if (_repliedAnswer.FactsOf(replied) is { IsEmpty: false } facts)
            {
                return new Request("ask", string.Join(' ', facts), Language("", message)) { Detail = Detail.Full };
            }
        }

        return RepliesToText(message) ? Check(MessageText.RepliedTo(message), message) : null;
    }

    private Request Question(string text, Message message)
    {
        if (text.Length == 0 && RepliesToText(message) && !(Replied(message) is { } replied && IsOwn(replied)))
        {
            return Check(MessageText.RepliedTo(message), message);
        }

        // Nobody typed a forwarded message, so nobody is asked to shorten it.
        var words = message.ForwardOrigin is null ? text : Excerpt.Take(text);
        return WithContext(Answerer.Parse(words, Language(words, message)), message);
    }

    private static Request Check(string text, Message message) => new(Request.Check, Excerpt.Take(text), Language(text, message));

    // A question that replies to one of the bot's answers goes on from it.
    private Request WithContext(Request request, Message message) =>
        request.Command == "ask" && Replied(message) is { } replied && IsOwn(replied) ? request with { FollowsUp = _repliedAnswer.FactsOf(replied) } : request;

    private static bool RepliesToText(Message message) => Replied(message) is not null || message.ExternalReply is not null || message.Quote is not null;

    // A message in a topic that replies to nothing appears to reply to the message that opened the topic.
    private static Message? Replied(Message message) => message.ReplyToMessage is { ForumTopicCreated: null } replied ? replied : null;

    // The bot's messages, and those that people sent through it.
    private bool IsOwn(Message message) => message.From?.Id == me.Id || message.ViaBot?.Id == me.Id;

    // A reply to the bot's prompt for a question, in any language, is a question.
    private bool IsReplyToPrompt(Message message) =>
        message.ReplyToMessage is { From: { } author, Text: { } text } && author.Id == me.Id && AdapterTexts.IsAskPrompt(text);

    // Other bots, messages sent via this bot, and a channel's posts in its group. An anonymous admin only looks like a bot.
    private static bool IsAutomated(Message message) =>
        message.ViaBot is not null || message.IsAutomaticForward || (message.From is { IsBot: true } && message.SenderChat is null);

    private (bool IsMentioned, string Others) WithoutMention(string text)
    {
        for (var from = 0; text.IndexOf(_mention, from, StringComparison.OrdinalIgnoreCase) is >= 0 and var at; from = at + 1)
        {
            var end = at + _mention.Length;
            if ((at == 0 || !IsNamePart(text[at - 1])) && (end == text.Length || !IsNamePart(text[end])))
            {
                return (true, (text[..at].TrimEnd() + " " + text[end..].TrimStart().TrimStart(',', '，', ':', '：').TrimStart()).Trim());
            }
        }

        return (false, text);

        static bool IsNamePart(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '/' or '@';
    }
}
