namespace Bot.Facts.Spelling;

/// <summary>How many letters have to change to make one word of another.</summary>
public static class EditDistance
{
    /// <summary>
    /// The optimal string alignment distance: letters put in, left out, replaced, or two neighbours exchanged.
    /// Null when it is more than <paramref name="max"/>.
    /// </summary>
    public static int? Compute(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int max)
    {
        if (Math.Abs(a.Length - b.Length) > max)
        {
            return null;
        }

        var (twoBack, back, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            back[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(back[j], row[j - 1]) + 1, back[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], twoBack[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (least > max)
            {
                return null;
            }

            (twoBack, back, row) = (back, row, twoBack);
        }

        return back[b.Length] <= max ? back[b.Length] : null;
    }
}
