namespace Bot.Facts.Spelling;

/// <summary>Finds the word that a misspelt key or id was probably meant to be.</summary>
public static class ClosestMatch
{
    /// <summary>The candidate with the smallest edit distance to a word, if it is at most a third of the word's length; otherwise null.</summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        string? best = null;
        var bestDistance = (word.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            if (EditDistance.Compute(word, candidate, bestDistance - 1) is { } distance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }
}
