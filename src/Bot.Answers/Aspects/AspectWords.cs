using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Search.Text;

namespace Bot.Answers.Aspects;

/// <summary>
/// Finds which aspects the words of a text ask for. <c>aspects.json</c> lists, for each aspect and language, beginnings of words;
/// one that ends in <c>|</c> is a whole word. Of several that overlap, the first and longest counts. Han characters are found anywhere. Safe for any number of threads; finding allocates nothing.
/// </summary>
internal sealed class AspectWords
{
    /// <summary>The number of aspects.</summary>
    public const int Count = 22;

    private const string Resource = "aspects/aspects.json";
    private const char WholeWord = '|';

    private static readonly Lazy<AspectWords> s_default = new(Load);

    // By the first two characters, in the order of their length, the longest first.
    private readonly FrozenDictionary<int, (string Words, Aspect Aspect)[]> _byStart;

    private AspectWords(Dictionary<string, Dictionary<string, string[]>> lists)
    {
        var all = new List<(string Words, Aspect Aspect)>();
        foreach (var (aspect, languages) in lists)
        {
            foreach (var words in languages.Values.SelectMany(l => l))
            {
                all.Add((Folding.Fold(words) + (words.EndsWith(WholeWord) ? Folding.Separator : ""), Enum.Parse<Aspect>(aspect)));
            }
        }

        _byStart = all.GroupBy(w => Start(w.Words, 0)).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(w => w.Words.Length).ToArray());
    }

    /// <summary>The words of the embedded list, which is read once.</summary>
    public static AspectWords Default => s_default.Value;

    /// <summary>The aspects that a text asks for.</summary>
    /// <param name="folded">A text that <see cref="Folding"/> has folded.</param>
    public Aspect Find(ReadOnlySpan<char> folded)
    {
        var found = Aspect.None;
        for (var at = 0; at < folded.Length; at++)
        {
            if ((at == 0 || folded[at - 1] == Folding.Separator || Folding.IsHan(folded[at]) || Folding.IsHan(folded[at - 1]))
                && _byStart.TryGetValue(Start(folded, at), out var words))
            {
                found |= LongestAt(folded[at..], words, out var length);
                at += Math.Max(0, length - 1);
            }
        }

        return found;
    }

    // "How many hours" asks for a length of time and for no number of anything else.
    private static Aspect LongestAt(ReadOnlySpan<char> text, (string Words, Aspect Aspect)[] words, out int length)
    {
        var found = Aspect.None;
        length = 0;
        foreach (var (word, aspect) in words)
        {
            if (word.Length >= length && IsAt(text, word))
            {
                (found, length) = (found | aspect, word.Length);
            }
        }

        return found;
    }

    // The end of the text also ends a word.
    private static bool IsAt(ReadOnlySpan<char> text, string word) =>
        text.StartsWith(word, StringComparison.Ordinal)
        || (word[^1] == Folding.Separator && text.Length == word.Length - 1 && text.SequenceEqual(word.AsSpan(..^1)));

    private static int Start(ReadOnlySpan<char> text, int at) =>
        Folding.IsHan(text[at]) ? text[at] : (text[at] << 16) | (at + 1 < text.Length ? text[at + 1] : Folding.Separator);

    private static AspectWords Load()
    {
        using var stream = typeof(AspectWords).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The assembly has no resource '{Resource}'.");
        return new AspectWords(JsonSerializer.Deserialize(stream, AspectsJson.Default.DictionaryStringDictionaryStringStringArray)
            ?? throw new InvalidOperationException("The list of aspects is empty."));
    }
}

[JsonSerializable(typeof(Dictionary<string, Dictionary<string, string[]>>))]
internal sealed partial class AspectsJson : JsonSerializerContext;
