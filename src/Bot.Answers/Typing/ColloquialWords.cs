using System.Collections.Frozen;
using System.Text;
using Bot.Search.Text;

namespace Bot.Answers.Typing;

/// <summary>
/// Replaces colloquial words, chat abbreviations and Cantonese by the standard words that texts use. <c>colloquial.json</c> lists them by language; Han characters are
/// found anywhere, the longest first; what stands for itself only keeps its characters from being found in it. Other words are found as a whole. Safe for any number of threads.
/// </summary>
internal sealed class ColloquialWords
{
    private static readonly Lazy<ColloquialWords> s_default = new(() => new ColloquialWords(TypingJson.Read("colloquial", TypingJson.Default.DictionaryStringDictionaryStringString)));

    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenDictionary<char, (string From, string To)[]> _han;
    private readonly int _maxWords;

    private ColloquialWords(Dictionary<string, Dictionary<string, string>> lists)
    {
        var all = lists.Values.SelectMany(l => l).ToList();
        _words = all.Where(w => !Folding.IsHan(w.Key[0])).DistinctBy(w => w.Key).ToFrozenDictionary(w => w.Key, w => w.Value, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _han = all.Where(w => Folding.IsHan(w.Key[0])).GroupBy(w => w.Key[0]).ToFrozenDictionary(g => g.Key, g => g.Select(w => (w.Key, w.Value)).OrderByDescending(w => w.Key.Length).ToArray());
        _maxWords = all.Max(w => w.Key.Count(c => c == ' ') + 1);
    }

    /// <summary>The embedded list, which is read once.</summary>
    public static ColloquialWords Default => s_default.Value;

    /// <summary>The text with standard words; the same instance where it has none of the list.</summary>
    public string Replace(string text)
    {
        StringBuilder? replaced = null;
        var copied = 0;
        for (var at = 0; at < text.Length;)
        {
            if (Find(text, at) is not var (length, standard))
            {
                at = Folding.IsHan(text[at]) ? at + 1 : WordEnd(text, at);
                continue;
            }

            if (standard.Length == length && string.CompareOrdinal(text, at, standard, 0, length) == 0)
            {
                at += length;
                continue;
            }

            replaced ??= new StringBuilder(text.Length + 16);
            replaced.Append(text, copied, at - copied).Append(standard);
            copied = at += length;
        }

        return replaced is null ? text : replaced.Append(text, copied, text.Length - copied).ToString();
    }

    private (int Length, string Standard)? Find(string text, int at)
    {
        if (Folding.IsHan(text[at]))
        {
            foreach (var (from, to) in _han.GetValueOrDefault(text[at], []))
            {
                if (string.CompareOrdinal(text, at, from, 0, from.Length) == 0)
                {
                    return (from.Length, to);
                }
            }

            return null;
        }

        var end = at;
        (int, string)? found = null;
        for (var words = 0; words < _maxWords && end < text.Length && IsLetter(text[end]); words++)
        {
            end = LettersEnd(text, end);
            if (_words.TryGetValue(text.AsSpan(at, end - at), out var standard))
            {
                found = (end - at, standard);
            }

            end += end < text.Length && text[end] == ' ' ? 1 : 0;
        }

        return found;
    }

    // The start of the next word.
    private static int WordEnd(string text, int at)
    {
        at = IsLetter(text[at]) ? LettersEnd(text, at) : at + 1;
        while (at < text.Length && !IsLetter(text[at]) && !Folding.IsHan(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int LettersEnd(string text, int at)
    {
        while (at < text.Length && (IsLetter(text[at]) || text[at] == '-' || Folding.IsApostrophe(text[at])))
        {
            at++;
        }

        return at;
    }

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) && !Folding.IsHan(c);
}
