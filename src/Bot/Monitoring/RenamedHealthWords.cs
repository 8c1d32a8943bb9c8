namespace Bot.Monitoring;

/// <summary>Words of the health report that were renamed. For one release, the report of an earlier version is still understood, with a warning.</summary>
internal static class RenamedHealthWords
{
    private static readonly (string Old, string New)[] s_words = [("well", "healthy"), ("ill", "unhealthy"), ("parts", "components")];

    /// <summary>The current word for a renamed one; any other word as it is.</summary>
    /// <param name="word">The word of a report.</param>
    /// <param name="warnings">Receives a warning if the word was renamed.</param>
    public static string Read(string word, List<string> warnings)
    {
        if (Array.Find(s_words, w => w.Old == word) is not { New: { } renamed })
        {
            return word;
        }

        warnings.Add($"the running bot is an earlier version: its health says '{word}', which is called '{renamed}' now; restart it with this version");
        return renamed;
    }
}
