using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Typing;

/// <summary>
/// Restores what somebody meant to type: on the keyboard layout of another language, or in Latin letters for Russian and Ukrainian.
/// A text is only changed if few of its words are known as they stand and most are known otherwise. Safe for any number of threads.
/// </summary>
/// <param name="base">The base whose words are known. They are read at once.</param>
internal sealed class TypedText(FactBase @base)
{
    // A question with one name that the base lacks, or in few words, must stay as it is.
    private const float MaxKnown = 0.34f;
    private const float MinRestored = 0.6f;
    private const int MinLetters = 5;

    private static readonly Language[] s_languages = [Language.English, Language.Russian, Language.Ukrainian];

    private readonly Dictionary<Language, Vocabulary> _vocabularies = s_languages.Where(@base.Languages.Contains).ToDictionary(l => l, l => Vocabulary.Of(@base, l));

    /// <summary>The text that was meant; the same text where nothing speaks for another.</summary>
    /// <param name="text">Any text.</param>
    public string Restore(string text)
    {
        var (latin, cyrillic) = CountLetters(text);
        if (latin + cyrillic < MinLetters || (latin > 0 && cyrillic > 0))
        {
            return text;
        }

        var known = Known(text);
        if (known > MaxKnown)
        {
            return text;
        }

        var (best, share) = (text, Math.Max(MinRestored, known));
        foreach (var candidate in latin > 0 ? FromLatin(text) : FromCyrillic(text))
        {
            if (Known(candidate) is var restored && restored > share)
            {
                (best, share) = (candidate, restored);
            }
        }

        return best;
    }

    private IEnumerable<string> FromLatin(string text)
    {
        foreach (var (language, vocabulary) in _vocabularies.Where(v => v.Key != Language.English))
        {
            yield return vocabulary.FromLatin(text);
            yield return TypingTables.Default.Retype(text, Language.English, language);
        }
    }

    private static IEnumerable<string> FromCyrillic(string text) =>
        [TypingTables.Default.Retype(text, Language.Russian, Language.English), TypingTables.Default.Retype(text, Language.Ukrainian, Language.English)];

    private float Known(string text)
    {
        var folded = Folding.Fold(text);
        return _vocabularies.Values.Max(v => (float?)v.ShareOf(folded)) ?? 1;
    }

    private static (int Latin, int Cyrillic) CountLetters(string text)
    {
        var (latin, cyrillic) = (0, 0);
        foreach (var c in text)
        {
            latin += char.IsAsciiLetter(c) ? 1 : 0;
            cyrillic += c is >= '\u0400' and <= '\u04ff' ? 1 : 0;
        }

        return (latin, cyrillic);
    }
}
