namespace Bot.Configuration;

/// <summary>The keys that can be set, and what stands beside them in the settings that is not the bot's own.</summary>
internal static class SettingKeys
{
    /// <summary>The section of .NET's own logging, whose keys below are free.</summary>
    public const string Logging = "Logging";

    // The standard's own variables may stand in the file as well; editors read which schema a file has.
    private static readonly string[] s_foreign = ["OTEL_", "$schema"];

    /// <summary>Every key that takes a value, such as <c>Telegram:Webhook:Url</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. BotOptions.Sections.SelectMany(s => s.Value.Select(k => $"{s.Key}:{k}")).Where(k => !IsSection(k))];

    /// <summary>The names of the sections that stand in none, with .NET's own for the log.</summary>
    public static IReadOnlyList<string> TopSections { get; } = [.. BotOptions.Sections.Keys.Where(s => !s.Contains(':')), Logging];

    /// <summary>Whether a key is a section of ours, which takes no value.</summary>
    public static bool IsSection(string key) => BotOptions.Sections.Keys.Contains(key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a key of the file belongs to others.</summary>
    public static bool IsForeign(string key) => Array.Exists(s_foreign, f => key.StartsWith(f, StringComparison.OrdinalIgnoreCase));

    /// <summary>A key as an environment variable writes it.</summary>
    public static string Variable(string key) => key.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>The keys of a section, for messages.</summary>
    /// <param name="section">The section's path.</param>
    public static string Of(string section) => string.Join(", ", All.Where(k => k.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase)));
}
