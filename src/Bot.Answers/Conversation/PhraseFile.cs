using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Search.Text;

namespace Bot.Answers.Conversation;

/// <summary>
/// A file of phrases, embedded in the assembly: section, then language (or, in the section of spellings, the word meant), then phrases.
/// A phrase may hold alternatives, such as <c>what [can|could] you do</c>; an empty alternative makes the others optional.
/// </summary>
/// <param name="sections">The content of the file.</param>
internal sealed class PhraseFile(Dictionary<string, Dictionary<string, string[]>> sections)
{
    /// <summary>Reads a file.</summary>
    /// <param name="name">Its name without folder and extension.</param>
    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    /// <exception cref="JsonException">It is not JSON of that form.</exception>
    public static PhraseFile Load(string name)
    {
        using var stream = typeof(PhraseFile).Assembly.GetManifestResourceStream($"conversation/{name}.json")
            ?? throw new InvalidOperationException($"The assembly has no phrases '{name}'.");
        return new PhraseFile(JsonSerializer.Deserialize(stream, PhraseFileJson.Default.DictionaryStringDictionaryStringStringArray)
            ?? throw new InvalidOperationException($"The phrases '{name}' are empty."));
    }

    /// <summary>The lists of a section by their keys: phrases by language, spellings by the word meant.</summary>
    /// <exception cref="InvalidOperationException">There is no such section.</exception>
    public Dictionary<string, string[]> Lists(string section) =>
        sections.GetValueOrDefault(section) ?? throw new InvalidOperationException($"The phrases have no section '{section}'.");

    /// <summary>All phrases of a section, in all languages, one for each combination of alternatives.</summary>
    /// <exception cref="InvalidOperationException">There is no such section.</exception>
    public IEnumerable<string> Phrases(string section) => Lists(section).Values.SelectMany(list => list).SelectMany(Expand);

    /// <summary>
    /// The phrases of a section as they are found in a folded text between separators: the longest first, so that nothing of a phrase is
    /// left when it is taken out, and whole words only, except in Chinese, which has no spaces.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no such section.</exception>
    public string[] FoldedPhrases(string section) =>
        [.. Phrases(section).Select(Folding.Fold).Distinct().OrderByDescending(p => p.Length).Select(p => Folding.IsHan(p[0]) ? p : Folding.Separator + p + Folding.Separator)];

    /// <summary>A phrase for each combination of its alternatives.</summary>
    public static IEnumerable<string> Expand(string phrase)
    {
        var start = phrase.IndexOf('[', StringComparison.Ordinal);
        if (start < 0)
        {
            return [phrase];
        }

        var end = phrase.IndexOf(']', start);
        return phrase[(start + 1)..end].Split('|').SelectMany(choice => Expand(phrase[..start] + choice + phrase[(end + 1)..]));
    }
}

[JsonSerializable(typeof(Dictionary<string, Dictionary<string, string[]>>))]
internal sealed partial class PhraseFileJson : JsonSerializerContext;
