using Bot.Facts.Spelling;

namespace Bot.Facts.Proofreading;

/// <summary>The words of names in one language, and how a word of a text relates to them: a form of a name, a misspelling of one, or neither.</summary>
internal sealed class NameForms
{
    // A shorter name is close to too many other words.
    private const int MinName = 5;
    private const int MinStem = 4;
    private const int MinStemOfTwoEdits = 10;

    // The endings of nouns and adjectives in Russian and Ukrainian, the longest first. Those that surnames end in, such as -ов, are none.
    private static readonly string[] s_endings =
    [
        "иями", "ями", "ами", "ими", "ому", "ему", "ого", "его", "ові", "еві", "єві", "ією", "иях", "ией",
        "ия", "ии", "ию", "ія", "ії", "ію", "ях", "ах", "ам", "ям", "ом", "ем", "єм", "ой", "ей", "ою", "ею", "єю", "ий", "ій", "ый", "ая", "яя", "ую", "юю", "ые", "ие", "их", "ых", "им", "ым", "ім",
        "а", "я", "о", "е", "є", "и", "і", "ї", "ы", "у", "ю", "ь", "й",
    ];

    private readonly HashSet<string> _stems;
    private readonly ILookup<char, (string Stem, string Name)> _targets;

    /// <summary>Takes the words of names.</summary>
    /// <param name="names">The words as the entries under names have them.</param>
    /// <param name="others">Words that are no misspelling either, such as those of aliases.</param>
    public NameForms(IEnumerable<string> names, IEnumerable<string> others)
    {
        var words = names.Distinct().ToList();
        _stems = [.. words.Concat(others).Select(Stem)];
        _targets = words.Select(w => (Stem: Stem(w), Name: w)).Where(t => t.Name.Length >= MinName && t.Stem.Length >= MinStem).DistinctBy(t => t.Stem).ToLookup(t => t.Stem[0]);
    }

    /// <summary>A word in lower case and, if it is Cyrillic, without its ending.</summary>
    public static string Stem(string word)
    {
        var lower = word.ToLowerInvariant();
        return Array.Find(s_endings, e => lower.Length - e.Length >= MinStem && lower.EndsWith(e, StringComparison.Ordinal)) is { } ending ? lower[..^ending.Length] : lower;
    }

    /// <summary>The name that a word is a misspelling of; null when it is a form of a name, or like none. Its first letter is taken to be right.</summary>
    public string? Misspelt(string word)
    {
        var stem = Stem(word);
        if (stem.Length < MinStem || _stems.Contains(stem))
        {
            return null;
        }

        string? found = null;
        foreach (var (target, name) in _targets[stem[0]])
        {
            if (IsMadeOf(stem, target) || IsMadeOf(target, stem))
            {
                if (!IsNearlyWhole(word, name))
                {
                    return null;
                }

                found = name;
            }

            found ??= IsNearlyWhole(word, name) || EditDistance.Compute(stem, target, target.Length < MinStemOfTwoEdits ? 1 : 2) is not null ? name : null;
        }

        return found;
    }

    // A word may be made of a name, as Norwegian of Norway, but not by writing the last letter twice.
    private static bool IsMadeOf(string longer, string shorter) =>
        longer.StartsWith(shorter, StringComparison.Ordinal) && !(longer.Length == shorter.Length + 1 && longer[^1] == longer[^2]);

    // In Cyrillic, a form of a name has the same stem, so another word that differs from it in a single letter is a misspelling.
    private static bool IsNearlyWhole(string word, string name) =>
        word[0] is >= 'Ѐ' and <= 'ӿ' && EditDistance.Compute(word.ToLowerInvariant(), name.ToLowerInvariant(), 1) is not null;
}
