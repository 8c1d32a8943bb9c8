namespace Bot.Configuration;

/// <summary>The keys of the settings, and the keys in the same files that belong to others.</summary>
internal static class SettingKeys
{
    /// <summary>The section of .NET's logging, whose keys the bot does not validate.</summary>
    public const string Logging = "Logging";

    // OpenTelemetry's own variables may also be in the file, and $schema is for editors.
    private static readonly string[] s_foreign = ["OTEL_", "$schema"];

    /// <summary>All keys that have a value, such as <c>Telegram:Webhook:Url</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. BotOptions.Sections.SelectMany(s => s.Value.Select(k => $"{s.Key}:{k}")).Where(k => !IsSection(k))];

    /// <summary>The names of the top-level sections, including .NET's for logging.</summary>
    public static IReadOnlyList<string> TopSections { get; } = [.. BotOptions.Sections.Keys.Where(s => !s.Contains(':')), Logging];

    /// <summary>Whether a key is one of the bot's sections, which have no value.</summary>
    public static bool IsSection(string key) => BotOptions.Sections.Keys.Contains(key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a key in the file belongs to others.</summary>
    public static bool IsForeign(string key) => Array.Exists(s_foreign, f => key.StartsWith(f, StringComparison.OrdinalIgnoreCase));

    /// <summary>The environment variable of a key.</summary>
    public static string Variable(string key) => key.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>The keys of a section, for messages.</summary>
    /// <param name="section">The section's path.</param>
    public static string Of(string section) => string.Join(", ", All.Where(k => k.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase)));
}
