using System.Text;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Conversation;

/// <summary>
/// Recognizes questions about the present state of a base's subject, such as "where do things stand". Names that leave such a question
/// general, those of the sides, are skipped.
/// </summary>
internal sealed class BaseOverviewQuestion
{
    // A single letter is what an abbreviation or an apostrophe leaves, not a name.
    private const int MinNameLength = 2;

    private static readonly Lazy<Phrases> s_phrases = new(Phrases.Load);

    private readonly HashSet<string> _words = [];
    private readonly List<string> _han = [];

    /// <summary>Reads the names that leave a question general.</summary>
    /// <param name="names">The names of the sides, in any spelling.</param>
    public BaseOverviewQuestion(IEnumerable<string> names)
    {
        var folded = names.Select(Folding.Fold).ToList();
        _words.UnionWith(folded.SelectMany(n => n.Split(Folding.Separator)).Where(w => w.Length >= MinNameLength && !Folding.IsHan(w[0])));

        // Newspapers call a country by the first character of its name.
        var han = folded.Where(n => n.Length > 0 && Folding.IsHan(n[0]));
        _han.AddRange(han.SelectMany(n => (string[])[n, n[..1]]).Distinct().OrderByDescending(n => n.Length));
    }

    /// <summary>What a question asks about the subject as a whole; null when it asks about something more particular.</summary>
    /// <param name="question">Any UTF-16, well formed or not.</param>
    public BaseOverviewKind? Detect(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var phrases = s_phrases.Value;
        return phrases.Book.Match(WithoutNames(question, phrases)) switch
        {
            null or 0 => null,
            var weight => (BaseOverviewKind)(weight.Value - 1),
        };
    }

    private string WithoutNames(string question, Phrases phrases)
    {
        var rest = new StringBuilder();
        foreach (var word in Folding.Fold(question).Split(Folding.Separator))
        {
            // "Of" is a word of the full names of states, and of phrases.
            var isName = _words.Contains(word) && !phrases.Book.Knows(word);
            if (!isName && !phrases.OmittedWords.Contains(word))
            {
                rest.Append(word).Append(Folding.Separator);
            }
        }

        foreach (var han in _han.Concat(phrases.OmittedHan))
        {
            rest.Replace(han, "");
        }

        return rest.ToString();
    }

    /// <summary>The phrases, and the words that say nothing wherever they stand.</summary>
    private sealed record Phrases(PhraseBook Book, HashSet<string> OmittedWords, List<string> OmittedHan)
    {
        public static Phrases Load()
        {
            var file = PhraseFile.Load("overview");
            var book = new PhraseBook(file);
            foreach (var kind in Enum.GetValues<BaseOverviewKind>())
            {
                book.Add(file.Phrases(kind.ToString()), (int)kind + 1);
            }

            book.Add(file.Phrases("Filler"), 0);
            var omitted = file.Phrases("Omitted").Select(Folding.Fold).ToLookup(w => Folding.IsHan(w[0]));
            return new Phrases(book, [.. omitted[false]], [.. omitted[true].OrderByDescending(w => w.Length)]);
        }
    }
}
