using System.Buffers;
using System.Text;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Typing;

/// <summary>The words that one language of a base uses, and what they are in Latin letters. Immutable.</summary>
internal sealed class Vocabulary
{
    private static readonly SearchValues<char> s_ukrainianAlone = SearchValues.Create("іїєґІЇЄҐ");
    private static readonly SearchValues<char> s_russianAlone = SearchValues.Create("ыэъёЫЭЪЁ");
    private static readonly SearchValues<char> s_none = SearchValues.Create("");

    private readonly Language _language;
    private readonly HashSet<string> _words = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<string, string> _byLatin = [];

    private Vocabulary(IEnumerable<string> texts, Language language)
    {
        _language = language;
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        var counts = new Dictionary<string, int>();
        foreach (var word in texts.SelectMany(t => Folding.Fold(t).Split(Folding.Separator)))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        _words.UnionWith(counts.Keys);
        if (language is Language.Russian or Language.Ukrainian)
        {
            // The more frequent of two words that are spelt alike is meant.
            foreach (var word in counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key))
            {
                _byLatin.TryAdd(TypingTables.Default.ToLatin(word), word);
            }
        }
    }

    /// <summary>Reads the texts, questions and names of a base in one language.</summary>
    public static Vocabulary Of(FactBase @base, Language language)
    {
        var names = @base.Parties.SelectMany(p => p.Spellings).Where(s => !s.AsSpan().ContainsAny(LettersOfOthers(language)));
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
                known += _lookup.Contains(word) ? 1 : 0;
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
            if (i == text.Length || !(char.IsLetterOrDigit(text[i]) || text[i] is '\'' or '’'))
            {
                result.Append(i > word ? FromLatinWord(text[word..i]) : "");
                result.Append(text.AsSpan(i, Math.Min(1, text.Length - i)));
                word = i + 1;
            }
        }

        return result.ToString();
    }

    private string FromLatinWord(string word) => _byLatin.GetValueOrDefault(TypingTables.Default.ToLatin(word)) ?? TypingTables.Default.ToCyrillic(word, _language);

    // Names are listed without their language.
    private static SearchValues<char> LettersOfOthers(Language language) => language switch
    {
        Language.Russian => s_ukrainianAlone,
        Language.Ukrainian => s_russianAlone,
        _ => s_none,
    };
}
