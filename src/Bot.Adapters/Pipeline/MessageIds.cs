namespace Bot.Adapters.Pipeline;

/// <summary>The platform's numbers of the messages that a question belongs to; null for what there is none of.</summary>
/// <param name="Message">The message that asks, or the one whose button was pressed.</param>
/// <param name="Thread">The thread or topic that it stands in.</param>
/// <param name="RepliedTo">The message that it replies to or asks about.</param>
public readonly record struct MessageIds(long? Message, long? Thread = null, long? RepliedTo = null);
