using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Typing;

/// <summary>
/// How keys and Latin letters stand for those of other languages. <c>typing.json</c> lists the characters of each keyboard layout, key by key, the Latin letters
/// that stand for each Cyrillic one, the spellings of Latin letters that are taken for one another, and the Cyrillic letters that Latin ones stand for in each
/// language. Immutable.
/// </summary>
internal sealed class TypingTables
{

    private static readonly Lazy<TypingTables> s_default = new(() => new TypingTables(TypingJson.Read("typing", TypingJson.Default.TypingFile)));

    private readonly FrozenDictionary<(Language From, Language To), FrozenDictionary<char, char>> _layouts;
    private readonly FrozenDictionary<char, string> _letters;
    private readonly (string Spelling, string Meant)[] _spellings;
    private readonly FrozenDictionary<Language, (string Latin, string Cyrillic)[]> _cyrillic;

    private TypingTables(TypingFile file)
    {
        var keys = file.Layouts.ToDictionary(l => Locales.FromTag(l.Key).ToLanguage(), l => l.Value);
        var pairs = from a in keys from b in keys where a.Key != b.Key select (Languages: (a.Key, b.Key), Keys: a.Value.Zip(b.Value));
        _layouts = pairs.ToFrozenDictionary(p => p.Languages, p => p.Keys.ToFrozenDictionary(k => k.First, k => k.Second));
        _letters = file.Letters.ToFrozenDictionary(l => l.Key[0], l => l.Value);
        _spellings = [.. file.Spellings.Select(s => (s.Key, s.Value))];
        _cyrillic = file.Cyrillic.ToFrozenDictionary(c => Locales.FromTag(c.Key).ToLanguage(), c => c.Value.Select(l => (l.Key, l.Value)).ToArray());
    }

    /// <summary>The tables of the embedded file, which is read once.</summary>
    public static TypingTables Default => s_default.Value;

    /// <summary>What the keys of a text write on another layout, in lower case.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="from">The language of the layout that it was typed on: English, Russian or Ukrainian.</param>
    /// <param name="to">The language of the other layout; not the same.</param>
    public string Retype(string text, Language from, Language to)
    {
        var keys = _layouts[(from, to)];
        return string.Create(text.Length, (text, keys), static (result, source) =>
        {
            for (var i = 0; i < result.Length; i++)
            {
                var c = char.ToLowerInvariant(source.text[i]);
                result[i] = source.keys.GetValueOrDefault(c, c);
            }
        });
    }

    /// <summary>The form in which a Cyrillic word and its spellings in Latin letters are the same.</summary>
    /// <param name="word">A word in Cyrillic or Latin letters.</param>
    public string ToLatin(string word)
    {
        var latin = new StringBuilder(word.Length * 2);
        foreach (var c in word)
        {
            var lower = char.ToLowerInvariant(c);
            latin.Append(_letters.TryGetValue(lower, out var letters) ? letters : Folding.Fold(lower) is > Folding.Separator and var folded ? folded.ToString() : "");
        }

        foreach (var (spelling, meant) in _spellings)
        {
            latin.Replace(spelling, meant);
        }

        return WithoutRepeats(latin);
    }

    /// <summary>A word in Latin letters, letter by letter in Cyrillic ones; other characters stay.</summary>
    /// <param name="word">A word.</param>
    /// <param name="language">Russian or Ukrainian.</param>
    public string ToCyrillic(string word, Language language)
    {
        var cyrillic = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length;)
        {
            var (latin, letter) = Array.Find(_cyrillic[language], l => word.AsSpan(at).StartsWith(l.Latin, StringComparison.OrdinalIgnoreCase));
            latin ??= word[at..(at + 1)];
            cyrillic.Append(letter ?? latin);
            at += latin.Length;
        }

        return cyrillic.ToString();
    }

    private static string WithoutRepeats(StringBuilder text)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (length == 0 || text[i] != text[length - 1])
            {
                text[length++] = text[i];
            }
        }

        return text.ToString(0, length);
    }
}

/// <summary>The content of <c>typing.json</c>.</summary>
/// <param name="Layouts">For each language, the characters of the same keys in the same order.</param>
/// <param name="Letters">For each Cyrillic letter, the Latin ones that stand for it.</param>
/// <param name="Spellings">For each spelling in Latin letters, the one that it is taken for, in the order in which they are replaced.</param>
/// <param name="Cyrillic">For each language and Latin letters, the Cyrillic letter that they stand for, the longest first.</param>
internal sealed record TypingFile(
    Dictionary<string, string> Layouts, Dictionary<string, string> Letters, Dictionary<string, string> Spellings, Dictionary<string, Dictionary<string, string>> Cyrillic);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TypingFile))]
[JsonSerializable(typeof(Dictionary<string, Dictionary<string, string>>))]
internal sealed partial class TypingJson : JsonSerializerContext
{
    /// <summary>Reads an embedded file of this folder.</summary>
    /// <param name="name">Its name, without <c>.json</c>.</param>
    /// <param name="type">Its type.</param>
    /// <exception cref="InvalidOperationException">The assembly has no such file, or it is empty.</exception>
    public static T Read<T>(string name, JsonTypeInfo<T> type)
    {
        using var stream = typeof(TypingJson).Assembly.GetManifestResourceStream($"typing/{name}.json") ?? throw new InvalidOperationException($"The assembly has no file '{name}' for typing.");
        return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidOperationException($"The file '{name}' for typing is empty.");
    }
}
