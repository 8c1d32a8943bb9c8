namespace Bot.Loopback.Telegram;

/// <summary>A text without markup, and its marked parts.</summary>
internal sealed record FormattedText(string Text, IReadOnlyList<TextEntity> Entities);
