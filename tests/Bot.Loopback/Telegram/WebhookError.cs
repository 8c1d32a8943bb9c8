namespace Bot.Loopback.Telegram;

/// <summary>Why an update could not be delivered.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Message">What happened.</param>
internal sealed record WebhookError(DateTimeOffset At, string Message);
