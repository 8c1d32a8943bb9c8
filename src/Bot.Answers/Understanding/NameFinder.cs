using System.Text;
using Bot.Facts.Checking;
using Bot.Search;

namespace Bot.Answers.Understanding;

/// <summary>Finds people, places, organisations and topics by what people call them, in any language and nearly any spelling.</summary>
/// <typeparam name="T">What the names stand for.</typeparam>
internal sealed class NameFinder<T>
    where T : class
{
    private readonly Dictionary<string, T> _byName = [];
    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly Dictionary<char, int> _longestByStart = [];

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
                    _longestByStart[folded[0]] = Math.Max(_longestByStart.GetValueOrDefault(folded[0]), folded.Length);
                }
            }
        }

        _bySpan = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
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
        var found = new List<T>();
        foreach (var (_, _, thing) in Mentions(Folding.Fold(text)))
        {
            if (!found.Contains(thing))
            {
                found.Add(thing);
            }
        }

        return found;
    }

    /// <summary>A folded text with every name in it replaced, so that all spellings of one name become the same.</summary>
    /// <param name="folded">A text that <see cref="Folding"/> has folded.</param>
    /// <param name="replacement">What stands for a thing.</param>
    public string Replace(string folded, Func<T, string> replacement)
    {
        var replaced = new StringBuilder(folded.Length + 16);
        var written = 0;
        foreach (var (start, length, thing) in Mentions(folded))
        {
            replaced.Append(folded, written, start - written).Append(Folding.Separator).Append(replacement(thing)).Append(Folding.Separator);
            written = start + length;
        }

        return written == 0 ? folded : replaced.Append(folded, written, folded.Length - written).ToString();
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

    private IEnumerable<(int Start, int Length, T Thing)> Mentions(string folded)
    {
        for (var start = 0; start < folded.Length;)
        {
            T? thing = null;
            var length = IsBoundary(folded, start) ? LongestAt(folded, start, out thing) : 0;
            if (thing is not null)
            {
                yield return (start, length, thing);
            }

            start += Math.Max(1, length);
        }
    }

    private int LongestAt(string folded, int start, out T? thing)
    {
        thing = null;
        var longest = start < folded.Length ? _longestByStart.GetValueOrDefault(folded[start]) : 0;
        for (var length = Math.Min(longest, folded.Length - start); length > 0; length--)
        {
            if (IsBoundary(folded, start + length) && _bySpan.TryGetValue(folded.AsSpan(start, length), out thing))
            {
                return length;
            }
        }

        return 0;
    }

    // Words of letters have ends; between two Han characters, and between Han and letters, a name may begin or end anywhere.
    private static bool IsBoundary(string folded, int at) =>
        at == 0 || at == folded.Length
        || folded[at] == Folding.Separator || folded[at - 1] == Folding.Separator
        || Folding.IsHan(folded[at]) || Folding.IsHan(folded[at - 1]);
}
