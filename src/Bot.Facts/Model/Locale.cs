namespace Bot.Facts.Model;

/// <summary>
/// A reader's locale: a language and, for traditional Chinese, the region whose names are used.
/// Curators write the languages; the two regional forms of traditional Chinese are derived from names and a list of words.
/// </summary>
public enum Locale
{
    /// <summary>English.</summary>
    English,

    /// <summary>Traditional Chinese, with the names as the curators write them.</summary>
    TraditionalChinese,

    /// <summary>Traditional Chinese with Taiwan's names.</summary>
    Taiwan,

    /// <summary>Traditional Chinese with Hong Kong's names.</summary>
    HongKong,

    /// <summary>Simplified Chinese.</summary>
    SimplifiedChinese,

    /// <summary>Russian.</summary>
    Russian,

    /// <summary>Ukrainian.</summary>
    Ukrainian,
}

/// <summary>The locales, their tags, and how the tags that platforms send map to them.</summary>
public static class Locales
{
    private static readonly string[] s_tags = ["en", "zh-Hant", "zh-TW", "zh-HK", "zh-Hans", "ru", "uk"];

    /// <summary>The tags of the locales whose texts are derived from those of a language.</summary>
    public static IReadOnlyList<string> RegionTags { get; } = [s_tags[(int)Locale.Taiwan], s_tags[(int)Locale.HongKong]];

    /// <summary>The number of locales.</summary>
    public const int Count = 7;

    /// <summary>All locales.</summary>
    public static ReadOnlySpan<Locale> All =>
    [
        Locale.English, Locale.TraditionalChinese, Locale.Taiwan, Locale.HongKong,
        Locale.SimplifiedChinese, Locale.Russian, Locale.Ukrainian,
    ];

    /// <summary>The BCP 47 tag: <c>en</c>, <c>zh-Hant</c>, <c>zh-TW</c>, <c>zh-HK</c>, <c>zh-Hans</c>, <c>ru</c> or <c>uk</c>.</summary>
    public static string Tag(this Locale locale) => s_tags[(int)locale];

    /// <summary>The language that a locale's texts are written in.</summary>
    public static Language ToLanguage(this Locale locale) => locale switch
    {
        Locale.English => Language.English,
        Locale.TraditionalChinese or Locale.Taiwan or Locale.HongKong => Language.TraditionalChinese,
        Locale.SimplifiedChinese => Language.SimplifiedChinese,
        Locale.Russian => Language.Russian,
        Locale.Ukrainian => Language.Ukrainian,
        _ => throw new ArgumentOutOfRangeException(nameof(locale), locale, "Unknown locale."),
    };

    /// <summary>The locale of a language, without a region.</summary>
    public static Locale ToLocale(this Language language) => language switch
    {
        Language.English => Locale.English,
        Language.TraditionalChinese => Locale.TraditionalChinese,
        Language.SimplifiedChinese => Locale.SimplifiedChinese,
        Language.Russian => Locale.Russian,
        Language.Ukrainian => Locale.Ukrainian,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Unknown language."),
    };

    /// <summary>
    /// The locale for a BCP 47 or POSIX tag as platforms and systems send it, in any letter case:
    /// <c>zh-TW</c>, <c>zh_HK.UTF-8</c>, <c>zh-hant</c>, <c>uk-UA</c>. Null when it names none of the five languages.
    /// </summary>
    /// <remarks><c>Hans</c> takes precedence over the region. <c>zh</c> alone and with other regions is simplified.</remarks>
    public static Locale? TryFromTag(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag))
        {
            return null;
        }

        var parts = tag.Trim().Split('.', '@')[0].Split('-', '_');
        bool Has(string subtag) => parts.AsSpan(1).ContainsAny([subtag], StringComparer.OrdinalIgnoreCase);
        return parts[0].ToLowerInvariant() switch
        {
            "en" => Locale.English,
            "ru" => Locale.Russian,
            "uk" => Locale.Ukrainian,
            "zh" when Has("Hans") => Locale.SimplifiedChinese,
            "zh" when Has("TW") => Locale.Taiwan,
            "zh" when Has("HK") || Has("MO") => Locale.HongKong,
            "zh" when Has("Hant") => Locale.TraditionalChinese,
            "zh" => Locale.SimplifiedChinese,
            _ => null,
        };
    }

    /// <summary>Like <see cref="TryFromTag"/>, with English for every other language.</summary>
    public static Locale FromTag(string? tag) => TryFromTag(tag) ?? Locale.English;
}
