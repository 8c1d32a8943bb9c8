using Bot.Adapters.Pipeline;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Telegram.Parsing;
using Bot.Telegram.Receiving;
using Bot.Telegram.Rendering;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Tests;

/// <summary>What Telegram sends, with as little in it as a test needs.</summary>
internal static class Some
{
    public static User Me { get; } = new() { Id = 1000, IsBot = true, FirstName = "Talks", Username = "talks_bot" };

    public static User Reader(string? language = "en") => new() { Id = 42, FirstName = "Reader", LanguageCode = language };

    public static User OtherBot { get; } = new() { Id = 2000, IsBot = true, FirstName = "Other", Username = "other_bot", LanguageCode = "en" };

    public static UpdateParser Parser { get; } = new(SampleBase.Answerer, Me);

    /// <summary>The page that a request asks for, as it is shown.</summary>
    public static Rendered<TelegramPage> Page(Answerer answerer, Request request) => new TelegramRenderer(answerer).Render(answerer.Answer(request), default);

    /// <summary>A message in a chat with the bot alone.</summary>
    public static Message Private(string? text, string? language = "en") => new()
    {
        Id = 7,
        Chat = new Chat { Id = 42, Type = ChatType.Private },
        From = Reader(language),
        Text = text,
    };

    /// <summary>A message in a group.</summary>
    public static Message Group(string? text, string? language = "en", Message? replyTo = null) => new()
    {
        Id = 8,
        Chat = new Chat { Id = -100, Type = ChatType.Supergroup, Title = "Group" },
        From = Reader(language),
        Text = text,
        ReplyToMessage = replyTo,
    };

    /// <summary>A message of a chat that was passed on to the bot.</summary>
    public static Message Forwarded(string? text)
    {
        var message = Private(text);
        message.ForwardOrigin = new MessageOriginHiddenUser { SenderUserName = "Somebody" };
        return message;
    }

    /// <summary>An update that asks for help, with the same id as its message.</summary>
    public static ParsedUpdate Parsed(int id) =>
        new(id, new Update { Id = id }, new Incoming(new Input.Ask(new Request("help", "", "en")), new Asker("Telegram", 42, 42), new MessageIds(id), "en", "message"));

    /// <summary>An update as JSON, as a webhook receives it.</summary>
    public static string Json(int id, long chat = 42, string text = "Hello") =>
        $$$"""
        {"update_id":{{{id}}},"message":{"message_id":1,"date":1740000000,"chat":{"id":{{{chat}}},"type":"private"},"from":{"id":42,"is_bot":false,"first_name":"Reader"},"text":"{{{text}}}"}}
        """;
}
