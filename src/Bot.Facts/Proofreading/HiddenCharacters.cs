using System.Globalization;
using Bot.Facts.Parsing;
using Bot.Facts.Yaml;

namespace Bot.Facts.Proofreading;

/// <summary>No value has a character that nobody sees: a bidirectional mark, a zero-width space, a control character.</summary>
internal sealed class HiddenCharacters : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var value in draft.Values)
        {
            if (value.Node is not YamlScalar { Text: var text } scalar)
            {
                continue;
            }

            foreach (var rune in text.EnumerateRunes().Where(r => IsHidden(r.Value)).Distinct())
            {
                var character = rune.ToString();
                yield return new Problem(
                    scalar.Location, $"the text has the hidden character U+{rune.Value:X4} before '{After(text, character)}'", "remove it", new Replacement(character, "", IsAnywhereInLine: true));
            }
        }
    }

    // Line feeds and the like are found by InvalidValues. The soft hyphen, U+FEFF and U+FFFD are never meant; a no-break space may be.
    private static bool IsHidden(int code) => code is >= 0x7F and <= 0x9F or 0xAD or 0x61C or 0xFEFF or 0xFFFD or (>= 0x200B and <= 0x200F) or 0x2028 or 0x2029
        or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0x3000
        || CharUnicodeInfo.GetUnicodeCategory(code) == UnicodeCategory.PrivateUse;

    private static string After(string text, string character)
    {
        var at = text.IndexOf(character, StringComparison.Ordinal) + character.Length;
        return text.Substring(at, Math.Min(12, text.Length - at));
    }
}
