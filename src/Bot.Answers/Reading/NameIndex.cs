using System.Runtime.CompilerServices;
using System.Text;
using Bot.Facts.Spelling;
using Bot.Search.Text;

namespace Bot.Answers.Reading;

/// <summary>Finds people, places, organisations and topics by their names, in any language and almost any spelling.</summary>
/// <typeparam name="T">The type of the named entities.</typeparam>
internal sealed class NameIndex<T>
    where T : class
{
    // The value of an excluded name is null.
    private readonly Dictionary<string, T?> _byName = [];
    private readonly Dictionary<string, T?>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    // The lengths of the names that begin with two given characters, the longest first. At most positions no name begins, so one lookup skips them.
    private readonly Dictionary<int, int[]> _lengthsByStart;

    /// <summary>Indexes names. A spelling that two entities share belongs to the first.</summary>
    /// <param name="entities">The type of the named entities.</param>
    /// <param name="names">The names of an entity.</param>
    /// <param name="excludedNames">Names to exclude: neither they nor names within them are found, such as the river in a bank of that name.</param>
    public NameIndex(IEnumerable<T> entities, Func<T, IEnumerable<string>> names, IEnumerable<string>? excludedNames = null)
    {
        foreach (var entity in entities)
        {
            foreach (var name in names(entity))
            {
                Add(name, entity);
            }
        }

        // A longer name that means something else may be a name of that.
        foreach (var excludedName in excludedNames ?? [])
        {
            Add(excludedName, null);
        }

        _bySpan = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengthsByStart = _byName.Keys.GroupBy(n => Start(n, 0), n => n.Length).ToDictionary(g => g.Key, g => g.Distinct().OrderDescending().ToArray());
    }

    /// <summary>The entity with a name, ignoring letter case, accents and script; null when there is none.</summary>
    public T? Find(string text)
    {
        var folded = Folding.Fold(Possessives.Remove(text));
        return _byName.GetValueOrDefault(folded)
            ?? (folded.StartsWith("the ", StringComparison.Ordinal) ? _byName.GetValueOrDefault(folded[4..]) : _byName.GetValueOrDefault("the " + folded));
    }

    /// <summary>The entities that a text mentions, each once, in the order of the text. Of overlapping names the longest counts.</summary>
    public List<T> FindMentions(string text)
    {
        var found = new List<T>();
        var folded = Folding.Fold(Possessives.Remove(text));
        for (var at = 0; NextMention(folded, ref at) is { } mention; at += mention.Length)
        {
            if (!found.Contains(mention.Entity))
            {
                found.Add(mention.Entity);
            }
        }

        return found;
    }

    /// <summary>Replaces every name in a folded text, so that all spellings of a name become the same.</summary>
    /// <param name="folded">A text that <see cref="Folding"/> has folded.</param>
    /// <param name="replacement">The replacement for an entity's names.</param>
    public string Replace(string folded, Func<T, string> replacement)
    {
        var replaced = new StringBuilder(folded.Length + 16);
        var written = 0;
        for (var at = 0; NextMention(folded, ref at) is { } mention; at += mention.Length)
        {
            replaced.Append(folded, written, at - written).Append(Folding.Separator).Append(replacement(mention.Entity)).Append(Folding.Separator);
            written = at + mention.Length;
        }

        return written == 0 ? folded : replaced.Append(folded, written, folded.Length - written).ToString();
    }

    /// <summary>The entities that a misspelt name may mean, the closest first: their names differ in at most a third of their letters.</summary>
    /// <param name="text">The name as typed.</param>
    /// <param name="count">The maximum number of entities.</param>
    public List<T> Closest(string text, int count)
    {
        var folded = Folding.Fold(Possessives.Remove(text));
        if (_byName.TryGetValue(folded, out var known) && known is null)
        {
            return [];
        }

        var best = new Dictionary<T, double>();
        foreach (var (name, entity) in _byName)
        {
            var longer = Math.Max(name.Length, folded.Length);
            var allowed = longer / 3;
            if (entity is not null && Math.Abs(name.Length - folded.Length) <= allowed && EditDistance.Compute(folded, name, allowed) is { } distance)
            {
                var relativeDistance = (double)distance / longer;
                if (!best.TryGetValue(entity, out var bestDistance) || relativeDistance < bestDistance)
                {
                    best[entity] = relativeDistance;
                }
            }
        }

        return [.. best.OrderBy(b => b.Value).Take(count).Select(b => b.Key)];
    }

    /// <summary>The entities with a name that begins with the text typed so far, then those with a name that contains it, then those with a similar name.</summary>
    public IEnumerable<T> Complete(string typed)
    {
        var folded = Folding.Fold(typed);
        var beginning = _byName.Where(n => n.Key.StartsWith(folded, StringComparison.Ordinal));
        var containing = _byName.Where(n => n.Key.Contains(folded, StringComparison.Ordinal));
        return beginning.Concat(containing).Select(n => n.Value).OfType<T>().Concat(folded.Length > 3 ? Closest(typed, 3) : []).Distinct();
    }

    // A name may have the ending itself, and be written without its apostrophe.
    private void Add(string name, T? entity)
    {
        AddFolded(Folding.Fold(name), entity);
        AddFolded(Folding.Fold(Possessives.Remove(name)), entity);
    }

    private void AddFolded(string folded, T? entity)
    {
        if (folded.Length > 0)
        {
            _byName.TryAdd(folded, entity);
        }
    }

    // Finds the first name at or after a position, and moves the position to its beginning. Of the names that begin there it takes the longest.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Mention? NextMention(string folded, ref int at)
    {
        for (; at < folded.Length; at++)
        {
            if (!IsBoundary(folded, at) || !_lengthsByStart.TryGetValue(Start(folded, at), out var lengths))
            {
                continue;
            }

            foreach (var length in lengths)
            {
                if (length <= folded.Length - at && IsBoundary(folded, at + length) && _bySpan.TryGetValue(folded.AsSpan(at, length), out var entity))
                {
                    if (entity is not null)
                    {
                        return new Mention(entity, length);
                    }

                    at += length - 1;
                    break;
                }
            }
        }

        return null;
    }

    // Packs two characters into one number. A name of one character starts with itself and a separator, as in a text.
    private static int Start(string folded, int at) =>
        (folded[at] << 16) | (at + 1 < folded.Length ? folded[at + 1] : Folding.Separator);

    // Alphabetic words have boundaries. Next to a Han character, a name may begin or end anywhere.
    private static bool IsBoundary(string folded, int at) =>
        at == 0 || at == folded.Length
        || folded[at] == Folding.Separator || folded[at - 1] == Folding.Separator
        || Folding.IsHan(folded[at]) || Folding.IsHan(folded[at - 1]);

    private sealed record Mention(T Entity, int Length);
}
