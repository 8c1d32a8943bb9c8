using System.Text;
using Bot.Answers.Model;
using Bot.Search.Text;

namespace Bot.Answers.Conversation;

/// <summary>
/// Recognizes messages in a language that the bot does not answer in: by the script, or by common words that English, Russian and Ukrainian,
/// in either alphabet, do not have.
/// </summary>
internal static class OtherLanguage
{
    private const int MinLetters = 2;
    private const int MinWords = 2;

    // Japanese mixes its syllables with Chinese characters, about half of each.
    private const int MaxLettersPerKana = 4;

    private static readonly Lazy<Words> s_words = new(Words.Load);

    /// <summary>Whether a message is written in such a language. Names alone, and letters of the Latin alphabet for Russian or Ukrainian, are not.</summary>
    /// <param name="text">Any UTF-16, well formed or not.</param>
    public static bool Is(string text) => HasOtherScript(text) || HasWordsOfOther(Read(text));

    /// <summary>
    /// Whether a message is written in a script of none of the five languages: for the most part, or with no letter or digit of theirs. This
    /// alone is certain, whatever else its words resemble.
    /// </summary>
    /// <param name="text">Any UTF-16, well formed or not.</param>
    public static bool IsUnreadable(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return HasOtherScript(text) || (Folding.Fold(text).Length == 0 && text.EnumerateRunes().Any(r => Rune.IsLetter(r) && !IsHan(r)));
    }

    private static bool HasOtherScript(string text)
    {
        var read = Read(text);
        var (letters, other, kana) = (0, 0, 0);
        foreach (var c in read)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            other += IsOtherScript(c) ? 1 : 0;
            kana += IsKana(c) ? 1 : 0;
        }

        return (other >= MinLetters && 2 * other > letters)
            || (kana >= MinLetters && MaxLettersPerKana * kana >= letters);
    }

    private static ReadOnlySpan<char> Read(string text) => text.AsSpan(0, Math.Min(text.Length, Request.MaxLength));

    // Scripts of none of the five languages, by their Unicode blocks. The Bopomofo letters that Taiwan writes Chinese with are not among them.
    private static bool IsOtherScript(char c) => char.IsLetter(c) && c is
        (>= '\u0370' and <= '\u03ff') or (>= '\u0530' and <= '\u10ff')
        or (>= '\u1100' and <= '\u1c7f') or (>= '\u1c90' and <= '\u1cbf') or (>= '\u1f00' and <= '\u1fff')
        or (>= '\u2c00' and <= '\u2c5f') or (>= '\u3131' and <= '\u318e') or (>= '\ua000' and <= '\ua4cf')
        or (>= '\ua840' and <= '\uabff') or (>= '\uac00' and <= '\ud7ff') or (>= '\ufb13' and <= '\ufdff') or (>= '\ufe70' and <= '\ufefc');

    // Rare characters, which the folding does not know, are Chinese all the same (Unicode, planes 2 and 3).
    private static bool IsHan(Rune rune) => rune.Value is 0x3005 or 0x3007 or (>= 0x20000 and < 0x40000);

    // Without の, which decorates Chinese.
    private static bool IsKana(char c) => c is (>= '\u3041' and <= '\u3096' and not 'の') or (>= '\u30a1' and <= '\u30fa') or (>= '\uff66' and <= '\uff9d');

    private static bool HasWordsOfOther(ReadOnlySpan<char> text)
    {
        Span<char> folded = stackalloc char[Request.MaxLength];
        ReadOnlySpan<char> normal = folded[..Folding.Fold(text, folded)];
        var words = s_words.Value;
        Span<int> counts = stackalloc int[words.Languages];
        Span<int> strong = stackalloc int[words.Languages];
        counts.Clear();
        strong.Clear();
        var own = 0;
        foreach (var range in normal.Split(Folding.Separator))
        {
            words.Count(normal[range], counts, strong, ref own);
        }

        for (var language = 0; language < counts.Length; language++)
        {
            if (counts[language] >= MinWords && strong[language] > 0 && counts[language] > own)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The common words of the languages. Weak words, which names also have ("de", "von"), count beside strong ones alone.</summary>
    private sealed record Words(Dictionary<string, uint> Strong, Dictionary<string, uint> Weak, Dictionary<char, uint> Letters, HashSet<string> Own, int Languages)
    {
        public static Words Load()
        {
            var file = PhraseFile.Load("languages");
            var (strong, weak, letters, own) = (new Dictionary<string, uint>(), new Dictionary<string, uint>(), new Dictionary<char, uint>(), new HashSet<string>());
            string[] languages = [.. file.Lists("Strong").Keys];
            for (var language = 0; language < languages.Length; language++)
            {
                Add(strong, file.Lists("Strong")[languages[language]], 1u << language);
                Add(weak, file.Lists("Weak").GetValueOrDefault(languages[language], []), 1u << language);
                foreach (var letter in file.Lists("Letters").GetValueOrDefault(languages[language], []))
                {
                    letters[letter[0]] = letters.GetValueOrDefault(letter[0]) | (1u << language);
                }
            }

            foreach (var word in file.Phrases("Own"))
            {
                own.Add(Folding.Fold(word));
            }

            return new Words(strong, weak, letters, own, languages.Length);
        }

        /// <summary>Counts a word for each language that has it.</summary>
        public void Count(ReadOnlySpan<char> word, Span<int> counts, Span<int> strong, ref int own)
        {
            own += Own.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) ? 1 : 0;
            var certain = Strong.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var languages) ? languages : 0;
            foreach (var c in word)
            {
                certain |= Letters.GetValueOrDefault(c);
            }

            var possible = Weak.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var others) ? others : 0;
            for (var language = 0; language < counts.Length; language++)
            {
                var isStrong = (certain >> language & 1) != 0;
                strong[language] += isStrong ? 1 : 0;
                counts[language] += isStrong || (possible >> language & 1) != 0 ? 1 : 0;
            }
        }

        private static void Add(Dictionary<string, uint> words, string[] added, uint language)
        {
            foreach (var word in added)
            {
                var folded = Folding.Fold(word);
                words[folded] = words.GetValueOrDefault(folded) | language;
            }
        }
    }
}
