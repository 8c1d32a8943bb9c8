using Bot.Facts.Checking;
using Bot.Search;

namespace Bot.Answers.Understanding;

/// <summary>Finds people, places, organisations and topics by what people call them, in any language and nearly any spelling.</summary>
/// <typeparam name="T">What the names stand for.</typeparam>
internal sealed class NameFinder<T>
    where T : class
{
    private readonly Dictionary<string, T> _byName = [];
    private readonly int _longestName;

    /// <summary>Learns names. A spelling that two things share stays with the first.</summary>
    public NameFinder(IEnumerable<T> things, Func<T, IEnumerable<string>> names)
    {
        foreach (var thing in things)
        {
            foreach (var name in names(thing))
            {
                var folded = Folding.Fold(name);
                if (folded.Length > 0)
                {
                    _byName.TryAdd(folded, thing);
                    _longestName = Math.Max(_longestName, folded.Length);
                }
            }
        }
    }

    /// <summary>What a text is the name of, letter case, accents and script aside; null when it is nobody's.</summary>
    public T? Find(string text)
    {
        var folded = Folding.Fold(text);
        return _byName.GetValueOrDefault(folded)
            ?? (folded.StartsWith("the ", StringComparison.Ordinal) ? _byName.GetValueOrDefault(folded[4..]) : _byName.GetValueOrDefault("the " + folded));
    }

    /// <summary>What the names in a text stand for, each once, in the order of the text; of overlapping names the longest counts.</summary>
    public List<T> FindIn(string text)
    {
        var folded = Folding.Fold(text);
        var found = new List<T>();
        for (var start = 0; start < folded.Length;)
        {
            var length = LongestAt(folded, start, out var thing);
            if (thing is not null && !found.Contains(thing))
            {
                found.Add(thing);
            }

            start += Math.Max(1, length);
        }

        return found;
    }

    /// <summary>What a misspelt name may have meant, the nearest first: names that differ in at most a third of their letters.</summary>
    /// <param name="text">The name as typed.</param>
    /// <param name="count">How many to give at most.</param>
    public List<T> Nearest(string text, int count)
    {
        var folded = Folding.Fold(text);
        var best = new Dictionary<T, double>();
        foreach (var (name, thing) in _byName)
        {
            var longer = Math.Max(name.Length, folded.Length);
            var allowed = longer / 3;
            if (Math.Abs(name.Length - folded.Length) <= allowed && EditDistance.Between(folded, name, allowed) is { } distance)
            {
                var share = (double)distance / longer;
                if (!best.TryGetValue(thing, out var known) || share < known)
                {
                    best[thing] = share;
                }
            }
        }

        return [.. best.OrderBy(b => b.Value).Take(count).Select(b => b.Key)];
    }

    /// <summary>The things of which some name begins with, or else contains, what has been typed so far.</summary>
    public IEnumerable<T> Completing(string typed)
    {
        var folded = Folding.Fold(typed);
        var beginning = _byName.Where(n => n.Key.StartsWith(folded, StringComparison.Ordinal));
        var containing = _byName.Where(n => n.Key.Contains(folded, StringComparison.Ordinal));
        return beginning.Concat(containing).Select(n => n.Value).Concat(folded.Length > 3 ? Nearest(typed, 3) : []).Distinct();
    }

    private int LongestAt(string folded, int start, out T? thing)
    {
        thing = null;
        if (folded[start] == Folding.Separator || !IsBoundary(folded, start))
        {
            return 1;
        }

        for (var length = Math.Min(_longestName, folded.Length - start); length > 0; length--)
        {
            if (IsBoundary(folded, start + length) && _byName.TryGetValue(folded.Substring(start, length), out thing))
            {
                return length;
            }
        }

        return 1;
    }

    // Words of letters have ends; between two Han characters, and between Han and letters, a name may begin or end anywhere.
    private static bool IsBoundary(string folded, int at) =>
        at == 0 || at == folded.Length
        || folded[at] == Folding.Separator || folded[at - 1] == Folding.Separator
        || Folding.IsHan(folded[at]) || Folding.IsHan(folded[at - 1]);
}
