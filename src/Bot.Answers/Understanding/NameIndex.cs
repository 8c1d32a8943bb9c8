using System.Runtime.CompilerServices;
using System.Text;
using Bot.Facts.Spelling;
using Bot.Search.Text;

namespace Bot.Answers.Understanding;

/// <summary>Finds people, places, organisations and topics by what people call them, in any language and nearly any spelling.</summary>
/// <typeparam name="T">What the names stand for.</typeparam>
internal sealed class NameIndex<T>
    where T : class
{
    // A name that stands for none of the things has no value.
    private readonly Dictionary<string, T?> _byName = [];
    private readonly Dictionary<string, T?>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    // The longest name that begins with two characters: most places in a text begin none, and are passed by one look.
    private readonly Dictionary<int, int> _longestByStart = [];

    /// <summary>Learns names. A spelling that two things share stays with the first.</summary>
    /// <param name="things">What the names stand for.</param>
    /// <param name="names">The names of a thing.</param>
    /// <param name="others">Names of none of the things: neither they nor what stands in them is found, such as 俄羅斯 in 白俄羅斯.</param>
    public NameIndex(IEnumerable<T> things, Func<T, IEnumerable<string>> names, IEnumerable<string>? others = null)
    {
        foreach (var other in others ?? [])
        {
            Learn(other, null);
        }

        foreach (var thing in things)
        {
            foreach (var name in names(thing))
            {
                Learn(name, thing);
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
    public List<T> FindMentions(string text)
    {
        var found = new List<T>();
        var folded = Folding.Fold(text);
        for (var at = 0; NextMention(folded, ref at) is { } mention; at += mention.Length)
        {
            if (!found.Contains(mention.Thing))
            {
                found.Add(mention.Thing);
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
        for (var at = 0; NextMention(folded, ref at) is { } mention; at += mention.Length)
        {
            replaced.Append(folded, written, at - written).Append(Folding.Separator).Append(replacement(mention.Thing)).Append(Folding.Separator);
            written = at + mention.Length;
        }

        return written == 0 ? folded : replaced.Append(folded, written, folded.Length - written).ToString();
    }

    /// <summary>What a misspelt name may have meant, the nearest first: names that differ in at most a third of their letters.</summary>
    /// <param name="text">The name as typed.</param>
    /// <param name="count">How many to give at most.</param>
    public List<T> Closest(string text, int count)
    {
        var folded = Folding.Fold(text);
        if (_byName.TryGetValue(folded, out var known) && known is null)
        {
            return [];
        }

        var best = new Dictionary<T, double>();
        foreach (var (name, thing) in _byName)
        {
            var longer = Math.Max(name.Length, folded.Length);
            var allowed = longer / 3;
            if (thing is not null && Math.Abs(name.Length - folded.Length) <= allowed && EditDistance.Compute(folded, name, allowed) is { } distance)
            {
                var share = (double)distance / longer;
                if (!best.TryGetValue(thing, out var least) || share < least)
                {
                    best[thing] = share;
                }
            }
        }

        return [.. best.OrderBy(b => b.Value).Take(count).Select(b => b.Key)];
    }

    /// <summary>The things of which some name begins with, or else contains, what has been typed so far.</summary>
    public IEnumerable<T> Complete(string typed)
    {
        var folded = Folding.Fold(typed);
        var beginning = _byName.Where(n => n.Key.StartsWith(folded, StringComparison.Ordinal));
        var containing = _byName.Where(n => n.Key.Contains(folded, StringComparison.Ordinal));
        return beginning.Concat(containing).Select(n => n.Value).OfType<T>().Concat(folded.Length > 3 ? Closest(typed, 3) : []).Distinct();
    }

    private void Learn(string name, T? thing)
    {
        var folded = Folding.Fold(name);
        if (folded.Length > 0 && _byName.TryAdd(folded, thing))
        {
            var start = Start(folded, 0);
            _longestByStart[start] = Math.Max(_longestByStart.GetValueOrDefault(start), folded.Length);
        }
    }

    // The first name at or after a position, which moves to where it begins; of those that begin there the longest.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Mention? NextMention(string folded, ref int at)
    {
        for (; at < folded.Length; at++)
        {
            if (!IsBoundary(folded, at) || !_longestByStart.TryGetValue(Start(folded, at), out var maxDelay))
            {
                continue;
            }

            for (var length = Math.Min(maxDelay, folded.Length - at); length > 0; length--)
            {
                if (IsBoundary(folded, at + length) && _bySpan.TryGetValue(folded.AsSpan(at, length), out var thing))
                {
                    if (thing is not null)
                    {
                        return new Mention(thing, length);
                    }

                    at += length - 1;
                    break;
                }
            }
        }

        return null;
    }

    // Two characters in one number. A name of one character begins with itself and a separator, as it does in a text of words.
    private static int Start(string folded, int at) =>
        (folded[at] << 16) | (at + 1 < folded.Length ? folded[at + 1] : Folding.Separator);

    // Words of letters have ends; between two Han characters, and between Han and letters, a name may begin or end anywhere.
    private static bool IsBoundary(string folded, int at) =>
        at == 0 || at == folded.Length
        || folded[at] == Folding.Separator || folded[at - 1] == Folding.Separator
        || Folding.IsHan(folded[at]) || Folding.IsHan(folded[at - 1]);

    private sealed record Mention(T Thing, int Length);
}
