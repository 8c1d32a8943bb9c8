using System.Runtime.InteropServices;
using System.Text;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Typing;

/// <summary>The words that one language of a base uses, and what they are in Latin letters. Immutable.</summary>
internal sealed class Vocabulary
{
    private readonly Language _language;
    private readonly Dictionary<string, int> _counts = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    // Few questions are in Latin letters.
    private readonly Lazy<Dictionary<string, string>> _byLatin;

    private Vocabulary(IEnumerable<string> texts, Language language)
    {
        _language = language;
        _lookup = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in texts)
        {
            var folded = Folding.Fold(text).AsSpan();
            foreach (var word in folded.Split(Folding.Separator))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_lookup, folded[word], out _)++;
            }
        }

        _byLatin = new Lazy<Dictionary<string, string>>(ByLatin);
    }

    /// <summary>Reads the texts, questions and names of a base in one language.</summary>
    public static Vocabulary Of(FactBase @base, Language language)
    {
        // Names are listed without their language.
        var names = @base.Parties.SelectMany(p => p.Spellings).Where(s => !s.AsSpan().ContainsAny(language.LettersOfOther()));
        var facts = @base.Facts.SelectMany(f => f.Questions[(int)language].Append(f.Text[language]));
        var subjects = @base.OutOfScope.SelectMany(s => s.Questions[(int)language]);
        return new Vocabulary([.. names, .. facts, .. subjects, .. @base.Events.Select(e => e.Title[language])], language);
    }

    /// <summary>The share of a text's words that it has, from 0 to 1; 0 for a text without words. Words of one letter do not count.</summary>
    /// <param name="folded">A text that <see cref="Folding"/> has folded.</param>
    public float ShareOf(ReadOnlySpan<char> folded)
    {
        var (known, total) = (0, 0);
        foreach (var range in folded.Split(Folding.Separator))
        {
            if (folded[range] is { Length: > 1 } word)
            {
                total++;
                known += _lookup.ContainsKey(word) ? 1 : 0;
            }
        }

        return total == 0 ? 0 : (float)known / total;
    }

    /// <summary>The Cyrillic text of one that is written in Latin letters. Words that the vocabulary lacks are written letter by letter.</summary>
    public string FromLatin(string text)
    {
        var result = new StringBuilder(text.Length);
        var word = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            // An apostrophe stands for a soft sign.
            if (i == text.Length || !(char.IsLetterOrDigit(text[i]) || Folding.IsApostrophe(text[i])))
            {
                result.Append(i > word ? FromLatinWord(text[word..i]) : "");
                result.Append(text.AsSpan(i, Math.Min(1, text.Length - i)));
                word = i + 1;
            }
        }

        return result.ToString();
    }

    private string FromLatinWord(string word) => _byLatin.Value.GetValueOrDefault(TypingTables.Default.ToLatin(word)) ?? TypingTables.Default.ToCyrillic(word, _language);

    // The more frequent of two words that are spelt alike is meant.
    private Dictionary<string, string> ByLatin()
    {
        var words = new Dictionary<string, string>();
        foreach (var word in _counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key))
        {
            words.TryAdd(TypingTables.Default.ToLatin(word), word);
        }

        return words;
    }
}
