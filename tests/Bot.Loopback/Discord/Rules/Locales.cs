namespace Bot.Loopback.Discord.Rules;

/// <summary>The languages of Discord, and dictionaries by them (API Reference, Locales).</summary>
internal static class Locales
{
    private static readonly HashSet<string> s_known =
    [
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE",
        "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
    ];

    /// <summary>Checks a dictionary of texts by language.</summary>
    /// <param name="dictionary">The dictionary, which may be absent.</param>
    /// <param name="check">Checks one text, which is as restricted as that without a language.</param>
    public static void Check(Field dictionary, Action<Field> check)
    {
        foreach (var text in dictionary.Members())
        {
            if (s_known.Contains(text.Name))
            {
                check(text);
            }
            else
            {
                text.Refuse(Codes.EnumType, $"Value \"{text.Name}\" is not a valid enum value.");
            }
        }
    }
}
