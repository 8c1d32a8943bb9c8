namespace Bot.Loopback.Telegram;

/// <summary>A button of an inline keyboard.</summary>
/// <param name="Text">Its label.</param>
/// <param name="Data">What a press sends to the bot.</param>
/// <param name="Url">What a press opens.</param>
/// <param name="Raw">The button as the bot sent it.</param>
public sealed record Button(string Text, string? Data, string? Url, string Raw);
