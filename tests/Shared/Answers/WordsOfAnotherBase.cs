using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Testing;

/// <summary>
/// The words of the base that is served, in all languages: its names, titles, topics and outlets, and what it says of itself. No text of
/// the program has them, so no reader of another base, such as <see cref="OpeningHours"/>, sees them.
/// </summary>
internal static partial class WordsOfAnotherBase
{
    private static readonly FrozenSet<string> s_words = Words().ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_lookup = s_words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int[] s_lengths = [.. s_words.Select(w => w.Length).Distinct().OrderDescending()];
    private static readonly SearchValues<string> s_search = SearchValues.Create([.. s_words], StringComparison.Ordinal);

    /// <summary>The number of words that are looked for.</summary>
    public static int Count => s_words.Count;

    /// <summary>The words of the other base in a text, each once.</summary>
    /// <param name="text">A text in any language. The program's own name and the names of languages are no words of a base.</param>
    public static IReadOnlyList<string> In(string text)
    {
        text = Neutral().Replace(text.Replace(ProgramName.Text, "", StringComparison.Ordinal), "");
        var found = Literal().Matches(text).Select(m => m.Value).ToHashSet();
        for (var i = text.AsSpan().IndexOfAny(s_search); i >= 0;)
        {
            found.UnionWith(At(text, i));
            var next = text.AsSpan(i + 1).IndexOfAny(s_search);
            i = next < 0 ? -1 : i + 1 + next;
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> At(string text, int index)
    {
        foreach (var length in s_lengths.Where(l => index + l <= text.Length))
        {
            if (s_lookup.TryGetValue(text.AsSpan(index, length), out var word) && IsWhole(text, index, length))
            {
                yield return word;
            }
        }
    }

    // Chinese is written without spaces.
    private static bool IsWhole(string text, int index, int length) =>
        IsHan(text[index]) || ((index == 0 || !char.IsLetterOrDigit(text[index - 1])) && (index + length == text.Length || !char.IsLetterOrDigit(text[index + length])));

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff';

    // Each word that the small base has itself is one that any base may have.
    private static IEnumerable<string> Words()
    {
        var @base = LiveBase.Facts;
        var own = string.Join('\n', Directory.EnumerateFiles(OpeningHours.Folder, "*.yaml", SearchOption.AllDirectories).Select(File.ReadAllText));
        LocalizedText?[] texts =
        [
            .. @base.Parties.SelectMany(p => (LocalizedText[])[p.Name, p.ShortName, .. p.Roles.Select(r => r.Title)]),
            .. @base.Topics.Select(t => t.Name),
            .. @base.Events.Select(e => e.Title),
            .. @base.Chapters.Select(c => c.Title),
            .. @base.Sources.Select(s => s.Called),
            @base.Profile.Name, @base.Profile.Description, @base.Profile.ShortDescription, @base.Profile.About, @base.Profile.CheckedAgainst,
        ];
        return texts.OfType<LocalizedText>().SelectMany(t => Locales.All.ToArray().Select(locale => t[locale]))
            .Concat(@base.Parties.SelectMany(p => p.Spellings))
            .Concat(@base.Sources.SelectMany(s => (string?[])[s.Publisher, s.Agency, s.Title]).OfType<string>())
            .Concat(@base.Facts.Select(f => f.Id).Concat(@base.Events.Select(e => e.Id)).Concat(@base.Sources.Select(s => s.Id)).Where(id => id.Contains('-')))
            .Where(word => word.Length > 1 && !Has(own, word));
    }

    private static bool Has(string text, string word)
    {
        for (var i = text.IndexOf(word, StringComparison.Ordinal); i >= 0; i = text.IndexOf(word, i + 1, StringComparison.Ordinal))
        {
            if (IsWhole(text, i, word.Length))
            {
                return true;
            }
        }

        return false;
    }

    // What stands in no text of the base as it is: parts of its names, and what its subject is called in short.
    [GeneratedRegex(@"(?i)(?-i:\bUSA?\b)|wikipedia|维基|維基|Википед|Вікіпед|riyadh|利雅|Рияд|Ріяд|the talks|peace talks|talks bot|談判|谈判|會談|会谈")]
    private static partial Regex Literal();

    [GeneratedRegex(@"(?i)en-US|Страна или|Russian|Ukrainian|German|українськ\w*|俄语|俄語|乌克兰语|烏克蘭語")]
    private static partial Regex Neutral();
}
