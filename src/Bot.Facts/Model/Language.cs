namespace Bot.Facts.Model;

/// <summary>A language that curators can write in. A base has all five or some of them.</summary>
public enum Language
{
    /// <summary>English, tag <c>en</c>.</summary>
    English,

    /// <summary>Chinese in traditional script, tag <c>zh-Hant</c>.</summary>
    TraditionalChinese,

    /// <summary>Chinese in simplified script, tag <c>zh-Hans</c>.</summary>
    SimplifiedChinese,

    /// <summary>Russian, tag <c>ru</c>.</summary>
    Russian,

    /// <summary>Ukrainian, tag <c>uk</c>.</summary>
    Ukrainian,
}

/// <summary>The five languages and their BCP 47 tags.</summary>
public static class Languages
{
    private static readonly string[] s_tags = ["en", "zh-Hant", "zh-Hans", "ru", "uk"];

    private static readonly string[] s_nativeNames = ["English", "繁體中文", "简体中文", "русский", "українська"];

    /// <summary>The language's name in itself.</summary>
    public static string NativeName(this Language language) => s_nativeNames[(int)language];

    /// <summary>All languages, in the order in which the base's files write them.</summary>
    public static ReadOnlySpan<Language> All =>
        [Language.English, Language.TraditionalChinese, Language.SimplifiedChinese, Language.Russian, Language.Ukrainian];

    /// <summary>The tags of <see cref="All"/>, in the same order.</summary>
    public static IReadOnlyList<string> Tags => s_tags;

    /// <summary>The letters of Ukrainian that Russian does not have, and the reverse: a text in the language has none of them. None for other languages.</summary>
    public static string LettersOfOther(this Language language) => language switch
    {
        Language.Russian => "іїєґІЇЄҐ",
        Language.Ukrainian => "ыэъёЫЭЪЁ",
        _ => "",
    };

    /// <summary>The BCP 47 tag, which is also the key in the base's files.</summary>
    public static string Tag(this Language language) => s_tags[(int)language];
}
