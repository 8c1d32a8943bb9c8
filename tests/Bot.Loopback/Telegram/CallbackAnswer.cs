namespace Bot.Loopback.Telegram;

/// <summary>What the bot answered to a pressed button.</summary>
/// <param name="QueryId">The callback query.</param>
/// <param name="Text">The notification.</param>
/// <param name="ShowAlert">Whether it must be closed by hand.</param>
/// <param name="Url">What is opened.</param>
/// <param name="CacheTime">For how many seconds the app may repeat it by itself.</param>
public sealed record CallbackAnswer(string QueryId, string Text, bool ShowAlert, string Url, int CacheTime);
