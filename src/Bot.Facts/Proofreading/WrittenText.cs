using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Proofreading;

/// <summary>A text of the base in one language.</summary>
/// <param name="Tag">The tag of its language or region.</param>
/// <param name="Node">The text and its location.</param>
/// <param name="IsExample">Whether it is one of a list, such as an example question or a word that people type.</param>
internal sealed record WrittenText(string Tag, YamlScalar Node, bool IsExample)
{
    /// <summary>The text.</summary>
    public string Text => Node.Text;

    /// <summary>Its language; null when the tag names none.</summary>
    public Language? Language => Locales.TryFromTag(Tag)?.ToLanguage();

    /// <summary>Every text of the base that has a language, in the order of the files.</summary>
    public static IEnumerable<WrittenText> All(ParsedBase draft) =>
        draft.Values.Where(v => v is { Node: YamlMapping, Schema: LocalizedSchema }).SelectMany(v => In((YamlMapping)v.Node));

    /// <summary>The texts of a fact, an event or another object under one key.</summary>
    /// <param name="owner">The object.</param>
    /// <param name="key">The key, such as <c>text</c>.</param>
    public static IEnumerable<WrittenText> Of(YamlMapping owner, string key) => owner[key] is YamlMapping map ? In(map) : [];

    private static IEnumerable<WrittenText> In(YamlMapping byTag) =>
        byTag.Entries.SelectMany(e => Scalars(e.Value).Select(scalar => new WrittenText(e.Key.Text, scalar, e.Value is YamlSequence)));

    // A stub is not written yet, so there is nothing to say about how it is written.
    private static IEnumerable<YamlScalar> Scalars(YamlNode value) => (value switch
    {
        YamlScalar scalar => [scalar],
        YamlSequence list => list.Items.OfType<YamlScalar>(),
        _ => Enumerable.Empty<YamlScalar>(),
    }).Where(s => !Stubs.IsStub(s.Text));
}
