using System.Text;

namespace Bot.Facts.Authoring;

/// <summary>Proposes ids: the first significant words of an English text in lower case, with hyphens between them.</summary>
public static class IdProposal
{
    private const int MaxLength = 48;
    private const int MaxWords = 5;

    private static readonly HashSet<string> s_insignificant =
    [
        "a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "with", "from", "and", "or", "is", "are", "was", "were", "be", "will", "would", "can", "could", "should", "do", "does", "did", "has", "have", "had",
        "what", "who", "when", "where", "which", "how", "why", "it", "its", "there",
    ];

    // Latin letters with marks that names in English texts have, and what they are without them.
    private const string Marked = "àáâãäåąçćčďèéêëęěğìíîïıłñńňòóôõöőřśšşťùúûüűůýÿźżž";
    private const string Unmarked = "aaaaaaacccdeeeeeegiiiiilnnnoooooorssstuuuuuuyyzzz";

    /// <summary>An id that is not taken yet, such as <c>library-opens-again</c>; null when the text has no word of Latin letters or digits.</summary>
    /// <param name="text">A title, a name or a question in English.</param>
    /// <param name="isTaken">Whether an id is taken.</param>
    public static string? Propose(string text, Func<string, bool> isTaken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(isTaken);
        var words = Words(text);
        var significant = words.Where(w => !s_insignificant.Contains(w)).Distinct().ToList();
        var id = Join(significant.Count > 0 ? significant : words);
        return id.Length == 0 ? null : Unique(id, isTaken);
    }

    /// <summary>An id, or the same with the lowest number behind it that is not taken.</summary>
    /// <param name="id">The id.</param>
    /// <param name="isTaken">Whether an id is taken.</param>
    public static string Unique(string id, Func<string, bool> isTaken)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(isTaken);
        var unique = id;
        for (var number = 2; isTaken(unique); number++)
        {
            var end = $"-{number}";
            unique = id[..Math.Min(id.Length, MaxLength - end.Length)].TrimEnd('-') + end;
        }

        return unique;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text + " ")
        {
            var letter = char.ToLowerInvariant(c);
            var marked = Marked.IndexOf(letter, StringComparison.Ordinal);
            letter = marked >= 0 ? Unmarked[marked] : letter;
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
            {
                word.Append(letter);
            }
            else if (letter is not ('\'' or '’') && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }

    private static string Join(IEnumerable<string> words)
    {
        var id = "";
        foreach (var word in words.Take(MaxWords))
        {
            var longer = id.Length == 0 ? word : $"{id}-{word}";
            if (longer.Length > MaxLength)
            {
                return id.Length == 0 ? word[..MaxLength] : id;
            }

            id = longer;
        }

        return id;
    }
}
