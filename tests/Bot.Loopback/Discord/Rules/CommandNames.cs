using System.Globalization;
using System.Text;

namespace Bot.Loopback.Discord.Rules;

/// <summary>Which names commands and options may have (Application Commands, Application Command Naming).</summary>
internal static class CommandNames
{
    private const int MaxLength = 32;

    // The characters that are Devanagari or Thai to Unicode's Scripts.txt, which .NET does not know.
    private static readonly (int First, int Last)[] s_devanagariAndThai =
    [
        (0x0900, 0x0950), (0x0955, 0x0963), (0x0966, 0x097F), (0xA8E0, 0xA8FF), (0x11B00, 0x11B09),
        (0x0E01, 0x0E3A), (0x0E40, 0x0E5B),
    ];

    /// <summary>Checks the name of a slash command or of an option.</summary>
    public static void Check(Field name)
    {
        if (name.Require() && name.Text(MaxLength, 1) is { } text && !text.EnumerateRunes().All(IsAllowed))
        {
            name.Refuse(Codes.CommandName, "Command name is invalid");
        }
    }

    /// <summary>Checks the name of a command in a context menu, which has any letters and spaces.</summary>
    public static void CheckInMenu(Field name)
    {
        if (name.Require() && name.Text(MaxLength, 1) is { } text && string.IsNullOrWhiteSpace(text))
        {
            name.Refuse(Codes.CommandName, "Command name is invalid");
        }
    }

    // ^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$, and "if there is a lowercase variant of any letters used, you must use those".
    private static bool IsAllowed(Rune character) =>
        (character.Value is '-' or '_' or '\'' || IsLetterOrNumber(character) || s_devanagariAndThai.Any(r => r.First <= character.Value && character.Value <= r.Last))
        && Rune.ToLowerInvariant(character) == character;

    private static bool IsLetterOrNumber(Rune character) => Rune.GetUnicodeCategory(character) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
