namespace Bot.Facts.Spelling;

/// <summary>Guesses what a misspelt key or id was meant to be.</summary>
public static class ClosestMatch
{
    /// <summary>The candidate that differs least from a word, if it differs in at most a third of the word's letters.</summary>
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
