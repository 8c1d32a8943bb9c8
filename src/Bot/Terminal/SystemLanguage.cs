using Bot.Facts.Model;

namespace Bot.Terminal;

/// <summary>The languages that the owner and scripts may name.</summary>
internal static class SystemLanguage
{
    // POSIX, Base Definitions, section 8.2: the first that is set decides the language of messages.
    private static readonly string[] s_variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The tags, for messages.</summary>
    public static string Tags => string.Join(", ", Locales.All.ToArray().Select(l => l.Tag()));

    /// <summary>The tag that a written one means; null when it names none of the five languages.</summary>
    public static string? Known(string tag) => Locales.TryFromTag(tag)?.Tag();

    /// <summary>The system's language, as POSIX gives it; English where it is none of the five.</summary>
    public static string OfSystem() =>
        Locales.FromTag(s_variables
            .Select(Environment.GetEnvironmentVariable)
            .FirstOrDefault(value => !string.IsNullOrEmpty(value))).Tag();
}
