namespace Bot.Adapters.Pipeline;

/// <summary>The platform's ids of the messages that a question belongs to; null for those that do not exist.</summary>
/// <param name="Message">The message with the question, or the one whose button was pressed.</param>
/// <param name="Thread">Its thread or topic.</param>
/// <param name="RepliedTo">The message that it replies to or asks about.</param>
/// <param name="Album">The album that the message is one picture of.</param>
public readonly record struct MessageIds(long? Message, long? Thread = null, long? RepliedTo = null, string? Album = null);
