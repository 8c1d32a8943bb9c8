namespace Bot.Loopback.Discord;

/// <summary>A person tries what their client would not offer or not send.</summary>
public sealed class ChoiceNotOfferedException(string message) : InvalidOperationException(message);
