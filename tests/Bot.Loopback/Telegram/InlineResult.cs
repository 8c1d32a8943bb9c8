namespace Bot.Loopback.Telegram;

/// <summary>A result offered for an inline query, or the answer to a guest query.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">The line below the title.</param>
/// <param name="Message">The message that it sends.</param>
public sealed record InlineResult(string Id, string Title, string? Description, ChatMessage Message);
