using Bot.Adapters.Text;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Parsing;

/// <summary>Finds out whether a message asks this bot something, and what.</summary>
/// <param name="answerer">Knows the commands.</param>
/// <param name="me">The bot itself.</param>
internal sealed class MessageParser(Answerer answerer, User me)
{
    // The commands that check the text of a message when they are sent as a reply to it.
    private static readonly string[] s_checking = ["ask", "source"];

    // What the bot asks for a question with, in every language: an answer to it is a question.
    private readonly HashSet<string> _prompts = [.. AdapterTexts.Languages.Select(tag => AdapterTexts.In(tag).AskPrompt)];

    private readonly string _mention = "@" + me.Username;

    /// <summary>The request that a message makes; null when it is not meant for this bot.</summary>
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

        // A sticker or a picture says nothing that could be checked; what somebody joined or pinned is no message at all.
        return isPrivate && message.Type != MessageType.Unknown && !message.IsServiceMessage ? new Request("ask", "", Language("", message)) : null;
    }

    /// <summary>The request of a message that mentions the bot in a chat it is not in.</summary>
    public Request ParseGuest(Message message)
    {
        var (_, rest) = WithoutMention((message.Text ?? message.Caption ?? "").Trim());
        return (rest.StartsWith('/') ? Command(rest, message, isMeant: true) : null) ?? Question(rest, message);
    }

    /// <summary>The language to answer a user in: the app's, where it is one of the five; else that of the text.</summary>
    /// <param name="user">The user; null where none is known.</param>
    /// <param name="text">What they wrote.</param>
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
            // Another bot's.
            return null;
        }

        var replied = QuotedText(message);
        if (name == "start")
        {
            // What other links carry, such as where they stood, is no question.
            var linked = DeepLink.Read(words, Language("", message));
            return answerer.IsCommand(linked.Command) ? linked : linked with { Command = name, Arguments = "" };
        }

        return words.Length == 0 && replied.Length > 0 && s_checking.Contains(name)
            ? new Request(name, Excerpt.Take(replied), Language(replied, message))
            : Request.Parse($"/{name} {words}", Language(words, message));
    }

    private static Request Question(string text, Message message)
    {
        // A message passed on is checked like one replied to; nobody typed it, so that nobody is told to type less.
        var words = text.Length > 0 && message.ForwardOrigin is null ? text : Excerpt.Take(text.Length > 0 ? text : QuotedText(message));
        return Request.Parse(words, Language(words, message));
    }

    // The part that was quoted, else the whole message that was replied to.
    private static string QuotedText(Message message) =>
        (message.Quote?.Text ?? message.ReplyToMessage?.Text ?? message.ReplyToMessage?.Caption ?? "").Trim();

    private bool IsReplyToPrompt(Message message) =>
        message.ReplyToMessage is { From: { } author, Text: { } text } && author.Id == me.Id && _prompts.Contains(text);

    // Other bots, what this bot was used to send, and a channel's posts in its group. An anonymous admin is a bot only by name.
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
