using System.Text.RegularExpressions;

namespace Bot.Facts.Proofreading;

/// <summary>Names in Chinese characters, and parts of texts that differ from one of them in a single character.</summary>
internal sealed partial class HanNameForms
{
    // In a shorter one, a single character is half of the name.
    private const int MinName = 3;

    // It stands for a name in a text, and is no Han character.
    private const string Gap = " ";

    private readonly ILookup<string, string> _names;
    private readonly List<string> _spellings;
    private readonly List<int> _lengths;

    /// <summary>Takes the parts of names between points, such as 安娜·諾德.</summary>
    /// <param name="names">The names of people and places.</param>
    /// <param name="spellings">Every spelling of every party, which is no misspelling of another one.</param>
    public HanNameForms(IEnumerable<string> names, IEnumerable<string> spellings)
    {
        var longNames = names.Where(n => n.Length >= MinName).Distinct().ToList();
        _names = longNames.SelectMany(n => Enumerable.Range(0, n.Length).Select(i => (Pattern: Pattern(n, i), Name: n))).ToLookup(p => p.Pattern, p => p.Name);
        _lengths = [.. longNames.Select(n => n.Length).Distinct()];
        _spellings = [.. spellings.Where(s => s.Length > 1).Distinct().OrderByDescending(s => s.Length)];
    }

    /// <summary>A text with gaps instead of the spellings of parties, words in braces, dates, and what parentheses explain: a name that the base does not have.</summary>
    public string WithoutNames(string text) => _spellings.Aggregate(NoName().Replace(text, Gap), (rest, spelling) => rest.Replace(spelling, Gap, StringComparison.Ordinal));

    /// <summary>The parts of a run of Han characters that are as long as a name, or one character shorter.</summary>
    public IEnumerable<string> Windows(string run) =>
        _lengths.Concat(_lengths.Select(l => l - 1)).Distinct().SelectMany(l => Enumerable.Range(0, Math.Max(0, run.Length - l + 1)).Select(i => run.Substring(i, l)));

    /// <summary>The name from which a part of a text differs in one character; null when there is none, or when what they share at one end is a word that texts use.</summary>
    /// <param name="window">The part of a text.</param>
    /// <param name="isCommon">Whether several texts have some characters apart from names.</param>
    public string? Misspelt(string window, Func<string, bool> isCommon)
    {
        for (var i = 0; i < window.Length; i++)
        {
            var isWord = (i == 0 && isCommon(window[1..])) || (i == window.Length - 1 && isCommon(window[..^1]));
            if (!isWord && _names[Pattern(window, i)].FirstOrDefault() is { } name)
            {
                return name;
            }
        }

        return null;
    }

    private static string Pattern(string name, int at) => string.Concat(name.AsSpan(0, at), "?", name.AsSpan(at + 1));

    [GeneratedRegex(@"\{[^}]*\}|[\d數数幾几][年月日]|[㐀-鿿]{2,8}（")]
    private static partial Regex NoName();
}
