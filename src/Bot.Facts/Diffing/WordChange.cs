using System.Collections.Immutable;
using System.Text;

namespace Bot.Facts.Diffing;

/// <summary>What happened to a part of a text.</summary>
public enum WordChangeKind
{
    /// <summary>It is in both texts.</summary>
    Kept,

    /// <summary>It is in the old text only.</summary>
    Removed,

    /// <summary>It is in the new text only.</summary>
    Added,
}

/// <summary>A part of a text, and what happened to it.</summary>
/// <param name="Kind">What happened to it.</param>
/// <param name="Text">The part, with its blanks.</param>
public sealed record WordChange(WordChangeKind Kind, string Text)
{
    /// <summary>Compares two texts word by word, and Han text character by character. The parts that are kept and removed are the old text, those that are kept and added the new one.</summary>
    /// <param name="old">The old text.</param>
    /// <param name="new">The new text.</param>
    public static ImmutableArray<WordChange> Compare(string old, string @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var (a, b) = (Words(old), Words(@new));
        var common = CommonLengths(a, b);
        var changes = new List<WordChange>();
        var (i, j) = (0, 0);
        while (i < a.Count || j < b.Count)
        {
            if (i < a.Count && j < b.Count && a[i] == b[j])
            {
                Add(changes, WordChangeKind.Kept, a[i++]);
                j++;
            }
            else if (j == b.Count || (i < a.Count && common[i + 1, j] >= common[i, j + 1]))
            {
                Add(changes, WordChangeKind.Removed, a[i++]);
            }
            else
            {
                Add(changes, WordChangeKind.Added, b[j++]);
            }
        }

        return [.. changes];
    }

    // The length of the longest common subsequence of what follows two positions (Wagner and Fischer, 1974). Texts have at most 1,000 characters.
    private static int[,] CommonLengths(List<string> a, List<string> b)
    {
        var lengths = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        {
            for (var j = b.Count - 1; j >= 0; j--)
            {
                lengths[i, j] = a[i] == b[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    // Removed and added parts in a row become one of each.
    private static void Add(List<WordChange> changes, WordChangeKind kind, string word)
    {
        var at = changes.Count - 1;
        if (kind == WordChangeKind.Removed && at > 0 && changes[at].Kind == WordChangeKind.Added && changes[at - 1].Kind == WordChangeKind.Removed)
        {
            at--;
        }

        if (at >= 0 && changes[at].Kind == kind)
        {
            changes[at] = changes[at] with { Text = changes[at].Text + word };
        }
        else
        {
            changes.Add(new WordChange(kind, word));
        }
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var last = ' ';
        foreach (var rune in text.EnumerateRunes())
        {
            var kind = Rune.IsWhiteSpace(rune) ? 's' : rune.Value is >= 0x3400 and <= 0x9FFF or >= 0x20000 and <= 0x3FFFF ? 'h' : Rune.IsLetterOrDigit(rune) ? 'w' : 'p';
            if (kind is 's' or 'w' && kind == last)
            {
                words[^1] += rune;
            }
            else
            {
                words.Add(rune.ToString());
            }

            last = kind;
        }

        return words;
    }
}
