using Bot.Search.Text;

namespace Bot.Benchmarks.Retrieval;

/// <summary>Cuts texts into terms for FTS5, whose tokenizers neither stem any language but English nor know where a Chinese word ends.</summary>
internal static class FtsTerms
{
    private const int StemLength = 5;

    /// <summary>A text with its Han characters cut into pairs with spaces between, for the index.</summary>
    public static string Indexed(string text) => string.Join(' ', Runs(text).SelectMany(Pairs));

    /// <summary>A query for any of a question's words.</summary>
    public static string AnyWord(string question) => Any(Runs(question).Select(w => $"\"{w}\""));

    /// <summary>A query for any word that begins as one of a question's does.</summary>
    public static string AnyBeginning(string question) =>
        Any(Runs(question).Select(w => $"\"{w[..Math.Min(w.Length, StemLength)]}\"*"));

    /// <summary>A query for any of a question's pairs of Han characters and other words.</summary>
    public static string AnyPair(string question) => Any(Runs(question).SelectMany(Pairs).Select(p => $"\"{p}\""));

    private static string Any(IEnumerable<string> terms) => string.Join(" OR ", terms);

    private static IEnumerable<string> Pairs(string run) =>
        Folding.IsHan(run[0]) && run.Length > 2 ? Enumerable.Range(0, run.Length - 1).Select(i => run.Substring(i, 2)) : [run];

    // Letters and digits, Han apart from others: no sign that FTS5's syntax knows is among them.
    private static IEnumerable<string> Runs(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && char.IsLetterOrDigit(text[end]) && Folding.IsHan(text[end]) == Folding.IsHan(text[start]))
            {
                end++;
            }

            if (end > start)
            {
                yield return text[start..end];
            }

            start = Math.Max(end, start + 1);
        }
    }
}
