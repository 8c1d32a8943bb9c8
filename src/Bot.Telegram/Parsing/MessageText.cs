using Telegram.Bot.Types;

namespace Bot.Telegram.Parsing;

/// <summary>All text that a reader sees in a message.</summary>
internal static class MessageText
{
    /// <summary>The text, caption, poll, checklist or rich message, by lines; empty when the message has none of them.</summary>
    public static string Of(Message message) =>
        Join([message.Text, message.Caption, .. Lines(message.Poll), .. Lines(message.Checklist), RichMessageText.Of(message.RichMessage)]);

    /// <summary>The text that a message replies to: the part that it quotes, else the whole message, which may be in another chat.</summary>
    public static string RepliedTo(Message message) =>
        message.Quote?.Text is { Length: > 0 } quoted ? quoted.Trim()
        : message.ReplyToMessage is { } replied ? Of(replied)
        : Join([.. Lines(message.ExternalReply?.Poll), .. Lines(message.ExternalReply?.Checklist)]);

    private static IEnumerable<string?> Lines(Poll? poll) =>
        poll is null ? [] : [poll.Question, poll.Description, .. poll.Options?.Select(o => o.Text) ?? [], poll.Explanation];

    private static IEnumerable<string?> Lines(Checklist? checklist) =>
        checklist is null ? [] : [checklist.Title, .. checklist.Tasks?.Select(t => t.Text) ?? []];

    private static string Join(IEnumerable<string?> lines) => string.Join('\n', lines.Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => l!.Trim()));
}
