using Bot.Facts.Model;

namespace Bot.Answers.Texts;

/// <summary>Which form of a word goes with a number.</summary>
/// <remarks>Unicode CLDR, "Language Plural Rules", cardinal numbers without decimals, for the five languages.</remarks>
internal static class PluralRules
{
    /// <summary>The category: <c>one</c>, <c>few</c>, <c>many</c> or <c>other</c>.</summary>
    public static string Category(Language language, int number) => language switch
    {
        Language.English => number == 1 ? "one" : "other",
        Language.Russian or Language.Ukrainian => (number % 10, number % 100) switch
        {
            (1, not 11) => "one",
            ( >= 2 and <= 4, not (>= 12 and <= 14)) => "few",
            _ => "many",
        },
        _ => "other",
    };

    /// <summary>The categories that a language has.</summary>
    public static IReadOnlyList<string> Categories(Language language) => language switch
    {
        Language.English => ["one", "other"],
        Language.Russian or Language.Ukrainian => ["one", "few", "many"],
        _ => ["other"],
    };

    /// <summary>Whether a text's key is that of one form, such as <c>CountFacts_one</c>.</summary>
    public static bool IsForm(string key) => WithoutForm(key).Length < key.Length;

    /// <summary>The key without the form.</summary>
    public static string WithoutForm(string key)
    {
        var end = key.LastIndexOf('_');
        return end >= 0 && key[(end + 1)..] is ("one" or "few" or "many" or "other") ? key[..end] : key;
    }
}
