using Bot.Adapters.Text;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Parsing;

/// <summary>Decides whether a message is a request to this bot, and parses it.</summary>
/// <param name="answerer">The source of the commands.</param>
/// <param name="me">The bot itself.</param>
internal sealed class MessageParser(Answerer answerer, User me)
{
    // The commands that check the replied-to message when they are sent as a reply.
    private static readonly string[] s_checking = ["ask", "source"];

    // The bot's prompts for a question, in every language. A reply to one of them is a question.
    private readonly HashSet<string> _prompts = [.. AdapterTexts.Languages.Select(tag => AdapterTexts.In(tag).AskPrompt)];

    private readonly string _mention = "@" + me.Username;

    /// <summary>Parses the request in a message; null when it is not meant for this bot.</summary>
    public Request? Parse(Message message)
    {
        if (IsAutomated(message))
        {
            return null;
        }

        var isPrivate = message.Chat.Type == ChatType.Private;
        var text = (message.Text ?? message.Caption ?? "").Trim();
        var (isMentioned, rest) = WithoutMention(text);
        if (rest.StartsWith('/'))
        {
            return Command(rest, message, isPrivate || isMentioned);
        }

        if (isMentioned || (text.Length > 0 && (isPrivate || IsReplyToPrompt(message))))
        {
            return Question(rest, message);
        }

        // A sticker or a picture has no text to check, and a service message, such as a join or a pin, is not a real message.
        return isPrivate && message.Type != MessageType.Unknown && !message.IsServiceMessage ? new Request("ask", "", Language("", message)) : null;
    }

    /// <summary>Parses a message that mentions the bot in a chat that it is not a member of.</summary>
    public Request ParseGuest(Message message)
    {
        var (_, rest) = WithoutMention((message.Text ?? message.Caption ?? "").Trim());
        return (rest.StartsWith('/') ? Command(rest, message, isMeant: true) : null) ?? Question(rest, message);
    }

    /// <summary>The language for a user's answer: the app's language if it is one of the five, else that of the text.</summary>
    /// <param name="user">The user; null when unknown.</param>
    /// <param name="text">The text of their message.</param>
    public static string Language(User? user, string text) => ReaderLanguage.Of(user?.LanguageCode, text);

    private static string Language(string words, Message message) => Language(message.From, words);

    private Request? Command(string text, Message message, bool isMeant)
    {
        var end = text.AsSpan().IndexOfAny(' ', '\n', '\t');
        var name = end < 0 ? text[1..] : text[1..end];
        var words = end < 0 ? "" : text[end..].Trim();
        if (name.IndexOf('@') is >= 0 and var at)
        {
            if (!name.AsSpan(at + 1).Equals(me.Username, StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            name = name[..at];
            isMeant = true;
        }

        name = name.ToLowerInvariant();
        if (!isMeant && !answerer.IsCommand(name))
        {
            // The command is meant for another bot.
            return null;
        }

        var replied = QuotedText(message);
        if (name == "start")
        {
            // The payload of other links, such as where a link was posted, is not a question.
            var linked = DeepLink.Read(words, Language("", message));
            return answerer.IsCommand(linked.Command) ? linked : linked with { Command = name, Arguments = "" };
        }

        return words.Length == 0 && replied.Length > 0 && s_checking.Contains(name)
            ? new Request(name, Excerpt.Take(replied), Language(replied, message))
            : Request.Parse($"/{name} {words}", Language(words, message));
    }

    private static Request Question(string text, Message message)
    {
        // A forwarded message is checked like a replied-to one. Nobody typed it, so nobody is asked to shorten it.
        var words = text.Length > 0 && message.ForwardOrigin is null ? text : Excerpt.Take(text.Length > 0 ? text : QuotedText(message));
        return Request.Parse(words, Language(words, message));
    }

    // The quoted part, else the whole replied-to message.
    private static string QuotedText(Message message) =>
        (message.Quote?.Text ?? message.ReplyToMessage?.Text ?? message.ReplyToMessage?.Caption ?? "").Trim();

    private bool IsReplyToPrompt(Message message) =>
        message.ReplyToMessage is { From: { } author, Text: { } text } && author.Id == me.Id && _prompts.Contains(text);

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
                return (true, (text[..at].TrimEnd() + " " + text[end..].TrimStart(' ', ',', ':')).Trim());
            }
        }

        return (false, text);

        static bool IsNamePart(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '/' or '@';
    }
}
