using Bot.Facts.Parsing;
using Bot.Facts.Yaml;

namespace Bot.Facts.Proofreading;

/// <summary>No word mixes Latin and Cyrillic letters that look alike. The fix is the alphabet of the word's other letters.</summary>
internal sealed class MixedAlphabets : IRule
{
    private const string Latin = "ABCEHIKMOPTXaceiopxys";
    private const string Cyrillic = "АВСЕНІКМОРТХасеіорхуѕ";

    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var written in WrittenText.All(draft))
        {
            foreach (var word in Words(written.Text))
            {
                if (word.Any(char.IsAsciiLetter) && word.Any(IsCyrillic) && word.Any(IsUnambiguous))
                {
                    var isCyrillic = word.Any(c => IsCyrillic(c) && !Cyrillic.Contains(c)) && !word.Any(c => char.IsAsciiLetter(c) && !Latin.Contains(c));
                    var isLatin = word.Any(c => char.IsAsciiLetter(c) && !Latin.Contains(c)) && !word.Any(c => IsCyrillic(c) && !Cyrillic.Contains(c));
                    var @fixed = isCyrillic ? Map(word, Latin, Cyrillic) : isLatin ? Map(word, Cyrillic, Latin) : null;
                    yield return new Problem(
                        written.Node.Location, $"the word '{word}' mixes Latin and Cyrillic letters", "write it in one alphabet", @fixed is null ? null : new Replacement(word, @fixed, IsAnywhereInLine: true));
                }
            }
        }
    }

    private static bool IsCyrillic(char c) => c is >= 'Ѐ' and <= 'ӿ';

    private static bool IsUnambiguous(char c) => !Latin.Contains(c) && !Cyrillic.Contains(c);

    private static string Map(string word, string from, string to) => string.Concat(word.Select(c => from.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? to[at] : c));

    // A hyphen ends a word: «IT-компания» is right.
    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }
    }
}
