namespace Bot.Loopback.Telegram;

/// <summary>What the bot answered to an inline query.</summary>
/// <param name="QueryId">The query.</param>
/// <param name="Results">The results.</param>
/// <param name="CacheTime">For how many seconds the server may repeat them by itself.</param>
/// <param name="IsPersonal">Whether it may repeat them to the same user only.</param>
/// <param name="NextOffset">Where the next page begins; empty if there is none.</param>
/// <param name="Button">The button above the results, as JSON.</param>
public sealed record InlineAnswer(string QueryId, IReadOnlyList<InlineResult> Results, int CacheTime, bool IsPersonal, string NextOffset, string? Button);
