namespace Bot.Loopback.Discord;

/// <summary>A person tries what their client would not offer or not send.</summary>
public sealed class NotOfferedException(string message) : InvalidOperationException(message);
