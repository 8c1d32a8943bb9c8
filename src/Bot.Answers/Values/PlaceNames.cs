using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Values;

/// <summary>A country or city of the world.</summary>
/// <param name="Id">The id in the list.</param>
/// <param name="IsCity">Whether it is a city rather than a country.</param>
/// <param name="Name">Its name.</param>
internal sealed record Place(string Id, bool IsCity, LocalizedText Name);

/// <summary>
/// Finds countries and cities that a base need not know, so that a question about another place is not taken for one about the base's.
/// </summary>
/// <remarks>
/// <c>places.tsv</c> is from Unicode CLDR 41 (its license is in <c>places-license.txt</c>): countries, and the cities that stand for time
/// zones. <c>cities.tsv</c> adds well-known cities that stand for none.
/// Russian and Ukrainian names are in the nominative and are found by their stems.
/// </remarks>
internal sealed class PlaceNames
{
    private static readonly string[] s_resources = ["values/places.tsv", "values/cities.tsv"];
    private const int KeyLength = 3;
    private const int MinCyrillicStem = 3;
    private const int MinLatinLength = 4;

    // Names in the list that are also common words, or stand for a part of another name.
    private static readonly HashSet<string> s_ambiguous =
    [
        "center", "nome", "troll", "easter", "oral", "male", "knox", "wake", "davis", "casey", "palmer", "stanley", "darwin", "regina", "resolute", "phoenix",
        "canary", "christmas", "norfolk", "chatham", "johnston", "midway", "jersey", "petersburg", "beulah", "truk", "mahe", "currie", "perth", "creston",
        "dawson", "marengo", "monticello", "salta", "thule", "hovd", "man", "guinea", "dominica", "kirov", "киров", "кіров", "восток", "схід", "центр",
        "пальмер", "доминика", "победа", "того", "мали", "мале", "малі",
    ];

    // The endings of the cases, folded.
    private static readonly HashSet<string> s_endings =
        ["", "а", "у", "е", "ом", "ы", "и", "о", "ои", "ою", "ю", "я", "еи", "ею", "ем", "ах", "ами", "ь", "ью", "і", "ії", "ію", "ією", "ії", "єю", "ів", "ам", "ям", "ях", "ев", "ов", "ия", "ии", "ию", "иеи", "ія"];

    private static readonly Lazy<PlaceNames> s_default = new(Load);

    private readonly Dictionary<string, List<Name>> _byKey = [];
    private readonly Dictionary<string, Place> _han = [];
    private int _maxHanLength;

    private PlaceNames()
    {
    }

    private void Add(TextReader list)
    {
        list.ReadLine();
        while (list.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            var name = new LocalizedText([cells[2], cells[3], cells[3], cells[4], cells[5], cells[6], cells[7]]);
            var place = new Place(cells[1], cells[0] == "city", name);
            AddLatin(cells[2], place);
            foreach (var han in cells[3..6])
            {
                if (Folding.Fold(han) is { Length: > 1 } folded)
                {
                    _han.TryAdd(folded, place);
                    _maxHanLength = Math.Max(_maxHanLength, folded.Length);
                }
            }

            AddCyrillic(cells[6], place);
            AddCyrillic(cells[7], place);
        }
    }

    /// <summary>The places of the two lists, which are read once.</summary>
    public static PlaceNames Default => s_default.Value;

    private static PlaceNames Load()
    {
        var names = new PlaceNames();
        foreach (var resource in s_resources)
        {
            using var stream = typeof(PlaceNames).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The assembly has no resource '{resource}'.");
            using var reader = new StreamReader(stream);
            names.Add(reader);
        }

        return names;
    }

    /// <summary>The places that a text names, in its order.</summary>
    /// <param name="folded">A text that <see cref="Folding"/> has folded.</param>
    public List<Place> Find(string folded)
    {
        var found = new List<Place>();
        FindHan(folded, found);
        var words = folded.Split(Folding.Separator);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Length >= KeyLength && _byKey.TryGetValue(words[i][..KeyLength], out var names) && Longest(names, words, i) is { } name)
            {
                found.Add(name.Place);
                i += name.Words.Length - 1;
            }
        }

        return found;
    }

    private static Name? Longest(List<Name> names, string[] words, int at)
    {
        Name? best = null;
        foreach (var name in names)
        {
            if (name.Words.Length > (best?.Words.Length ?? 0) && name.IsAt(words, at))
            {
                best = name;
            }
        }

        return best;
    }

    private void FindHan(string folded, List<Place> found)
    {
        var lookup = _han.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < folded.Length; at++)
        {
            if (!Folding.IsHan(folded[at]))
            {
                continue;
            }

            for (var length = Math.Min(_maxHanLength, folded.Length - at); length > 1; length--)
            {
                if (lookup.TryGetValue(folded.AsSpan(at, length), out var place))
                {
                    found.Add(place);
                    at += length - 1;
                    break;
                }
            }
        }
    }

    private void AddLatin(string name, Place place)
    {
        var words = Folding.Fold(name).Split(Folding.Separator);
        if (name.Length >= MinLatinLength && !s_ambiguous.Contains(string.Join(' ', words)))
        {
            Add(new Name(words, IsInflected: false, place));
        }
    }

    private void AddCyrillic(string name, Place place)
    {
        var words = Folding.Fold(name).Split(Folding.Separator);
        if (!s_ambiguous.Contains(string.Join(' ', words)))
        {
            Add(new Name(Array.ConvertAll(words, Stem), IsInflected: true, place));
        }
    }

    private void Add(Name name)
    {
        if (name.Words[0].Length < KeyLength)
        {
            return;
        }

        var key = name.Words[0][..KeyLength];
        if (!_byKey.TryGetValue(key, out var names))
        {
            _byKey[key] = names = [];
        }

        names.Add(name);
    }

    // Without the ending of the nominative: Мадрид, Швеци(я), Вен(а) keep at least three letters.
    private static string Stem(string word)
    {
        var end = word.Length;
        while (end > MinCyrillicStem && word[end - 1] is 'а' or 'я' or 'ь' or 'и' or 'о' or 'е' or 'у' or 'ы' or 'і' or 'є')
        {
            end--;
        }

        return word[..end];
    }

    private sealed record Name(string[] Words, bool IsInflected, Place Place)
    {
        public bool IsAt(string[] words, int at)
        {
            if (at + Words.Length > words.Length)
            {
                return false;
            }

            for (var i = 0; i < Words.Length; i++)
            {
                var word = words[at + i];
                if (!word.StartsWith(Words[i], StringComparison.Ordinal) || !(IsInflected ? s_endings.Contains(word[Words[i].Length..]) : word.Length == Words[i].Length))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
