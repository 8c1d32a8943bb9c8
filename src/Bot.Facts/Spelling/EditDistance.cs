namespace Bot.Facts.Spelling;

/// <summary>The number of edits that turn one word into another.</summary>
public static class EditDistance
{
    /// <summary>
    /// The optimal string alignment distance: insertions, deletions, substitutions, and transpositions of adjacent letters.
    /// Null when it is more than <paramref name="max"/>.
    /// </summary>
    public static int? Compute(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int max)
    {
        if (Math.Abs(a.Length - b.Length) > max)
        {
            return null;
        }

        var (beforePrevious, previous, current) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var min = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }

                min = Math.Min(min, current[j]);
            }

            if (min > max)
            {
                return null;
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[b.Length] <= max ? previous[b.Length] : null;
    }
}
