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
}
