using Bot.Facts.Model;

namespace Bot.Answers.Texts;

/// <summary>The plural rules of the five languages.</summary>
/// <remarks>Unicode CLDR, "Language Plural Rules", cardinal numbers without decimals, for the five languages.</remarks>
internal static class PluralRules
{
    /// <summary>The plural category of a number: <c>one</c>, <c>few</c>, <c>many</c> or <c>other</c>.</summary>
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

    /// <summary>The plural categories of a language.</summary>
    public static IReadOnlyList<string> Categories(Language language) => language switch
    {
        Language.English => ["one", "other"],
        Language.Russian or Language.Ukrainian => ["one", "few", "many"],
        _ => ["other"],
    };

    /// <summary>Whether a text's key ends with a plural category, such as <c>CountFacts_one</c>.</summary>
    public static bool IsForm(string key) => WithoutForm(key).Length < key.Length;

    /// <summary>The key without its plural category.</summary>
    public static string WithoutForm(string key)
    {
        var end = key.LastIndexOf('_');
        return end >= 0 && key[(end + 1)..] is ("one" or "few" or "many" or "other") ? key[..end] : key;
    }
}
