using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Tests;

/// <summary>What Telegram sends, with as little in it as a test needs.</summary>
internal static class Some
{
    public static User Me { get; } = new() { Id = 1000, IsBot = true, FirstName = "Talks", Username = "talks_bot" };

    public static User Reader(string? language = "en") => new() { Id = 42, FirstName = "Reader", LanguageCode = language };

    public static User OtherBot { get; } = new() { Id = 2000, IsBot = true, FirstName = "Other", Username = "other_bot", LanguageCode = "en" };

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

    /// <summary>An update as JSON, as a webhook receives it.</summary>
    public static string Json(int id, long chat = 42, string text = "Hello") =>
        $$$"""
        {"update_id":{{{id}}},"message":{"message_id":1,"date":1740000000,"chat":{"id":{{{chat}}},"type":"private"},"from":{"id":42,"is_bot":false,"first_name":"Reader"},"text":"{{{text}}}"}}
        """;
}
