using System.Text.RegularExpressions;

namespace Bot.EndToEnd.Tests;

/// <summary>An event that a test looks for in the log.</summary>
/// <param name="Category">The namespace of the project that logs it.</param>
/// <param name="Id">Its id.</param>
/// <param name="Values">What its message must contain: counts, codes, names, and sentences only where somebody must act on them. No number may be a part of a longer one.</param>
internal sealed record LoggedEvent(string Category, int Id, params IReadOnlyList<string> Values)
{
    /// <summary>An event of the host.</summary>
    public static LoggedEvent OfHost(int id, params IReadOnlyList<string> values) => new("Bot", id, values);

    /// <summary>An event of the Telegram adapter.</summary>
    public static LoggedEvent OfTelegram(int id, params IReadOnlyList<string> values) => new("Bot.Telegram", id, values);

    /// <summary>An event of the Discord adapter or one of its clients, which log under its name.</summary>
    public static LoggedEvent OfDiscord(int id, params IReadOnlyList<string> values) => new("Bot.Discord", id, values);

    /// <summary>Whether an entry of the log is such an event.</summary>
    public bool Matches(LogEntry entry) =>
        entry.Id == Id
        && (entry.Category + ".").StartsWith(Category + ".", StringComparison.Ordinal)
        && Values.All(v => Regex.IsMatch(entry.Text, $"(?<![0-9]){Regex.Escape(v)}(?![0-9])", RegexOptions.CultureInvariant));

    public override string ToString() => $"{Category}[{Id}] {string.Join(", ", Values)}";
}
