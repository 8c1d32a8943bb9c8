using System.Globalization;
using System.Text;
using Bot.Facts.Parsing;
using Bot.Facts.Yaml;

namespace Bot.Facts.Proofreading;

/// <summary>No file has a character that nobody sees: a bidirectional mark, a zero-width space, a control character. No value has one as an escape.</summary>
internal sealed class HiddenCharacters : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft) => draft.Files.SelectMany(f => f.Hidden).Select(Written).Concat(draft.Values.SelectMany(v => Escaped(v, draft)));

    private static Problem Written(HiddenCharacter hidden)
    {
        var (fix, replacement) = hidden.Code switch
        {
            '\u3000' => ("write a space", " "),
            '\ufffd' => ("write the character that was lost", null),
            '\u0085' or '\u2028' or '\u2029' => ("remove it, or begin a new line", null),
            _ => ("remove it", ""),
        };
        return new Problem(
            hidden.Location,
            $"{CharacterName.Of(hidden.Code)} is a hidden character, before '{hidden.After}'",
            fix,
            replacement is null ? null : new Replacement(hidden.Code.ToString(), replacement));
    }

    // Characters of private use have no form of their own, and tags (U+E0000) none at all.
    private static IEnumerable<Problem> Escaped(BoundNode value, ParsedBase draft)
    {
        if (value.Node is not YamlScalar scalar)
        {
            yield break;
        }

        foreach (var rune in scalar.Text.EnumerateRunes().Where(r => IsHidden(r) && !IsWritten(r, scalar.Location.File, draft)).Distinct())
        {
            yield return new Problem(scalar.Location, $"{CharacterName.Of(rune.Value)} is a hidden character in the text", "remove it", new Replacement(rune.ToString(), "", IsAnywhereInLine: true));
        }
    }

    private static bool IsHidden(Rune rune) =>
        (rune.IsBmp && HiddenCharacter.Is((char)rune.Value)) || rune.Value is >= 0xE0000 and <= 0xE007F || Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse;

    private static bool IsWritten(Rune rune, string file, ParsedBase draft) => draft.Files.First(f => f.Path == file).Hidden.Any(h => h.Code == rune.Value);
}
