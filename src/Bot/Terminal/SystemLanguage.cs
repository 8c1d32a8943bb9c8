using Bot.Facts.Model;

namespace Bot.Terminal;

/// <summary>The language tags for settings and options.</summary>
internal static class SystemLanguage
{
    // POSIX, Base Definitions, section 8.2: the first that is set determines the language of messages.
    private static readonly string[] s_variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The tags, for messages.</summary>
    public static string Tags => string.Join(", ", Locales.All.ToArray().Select(l => l.Tag()));

    /// <summary>Parses a tag; null when it is none of the five languages.</summary>
    public static string? Known(string tag) => Locales.TryFromTag(tag)?.Tag();

    /// <summary>The system's language according to POSIX; English when it is none of the five.</summary>
    public static string OfSystem() =>
        Locales.FromTag(s_variables
            .Select(Environment.GetEnvironmentVariable)
            .FirstOrDefault(value => !string.IsNullOrEmpty(value))).Tag();
}
