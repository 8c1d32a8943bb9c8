using Bot.Facts.Model;

namespace Bot.Facts.Schema;

/// <summary>The schema of the files in <c>releases/</c>.</summary>
internal static class ReleaseSchemas
{
    private const int MaxTextLength = 1000;

    public static readonly ObjectSchema Change = new("change",
        new KeySchema("fact", new ReleasedFactSchema(), "The id of the fact."),
        new KeySchema("kind", new EnumSchema(EnumWords.All<ChangeKind>()), "What was changed: correction if the fact was wrong before."),
        new KeySchema("languages", new ListSchema(new EnumSchema([.. Languages.Tags])), "The languages in which it was changed."),
        new KeySchema("sentence", new LocalizedSchema(new TextSchema()), "What readers are told about a correction, in every language.", IsRequired: false),
        new KeySchema("old", ByLanguage("old text", new TextSchema(MaxTextLength)), "The text before, where it was changed or removed.", IsRequired: false),
        new KeySchema("new", ByLanguage("new text", new TextSchema(MaxTextLength)), "The text since, where it was changed or added.", IsRequired: false));

    public static readonly ObjectSchema Fact = new("released fact",
        [new KeySchema("fact", new ReleasedFactSchema(), "The id of the fact."), .. ByLanguage("hashes", new HashSchema()).Keys]);

    public static readonly ObjectSchema File = new("release",
        new KeySchema("released", new DaySchema(MayFollowAsOf: true), "The day of the release, in UTC."),
        new KeySchema("version", new HashSchema(), "The version of the base then."),
        new KeySchema("changes", new ListSchema(Change), "The facts that differ from the release before."),
        new KeySchema("facts", new ListSchema(Fact), "The hash of each fact in each language."));

    /// <summary>Whether a text is eight hexadecimal digits in lower case.</summary>
    public static bool IsHash(string text) => text.Length == 8 && text.All(char.IsAsciiHexDigitLower);

    // A release keeps the languages that the base had then.
    private static ObjectSchema ByLanguage(string name, ValueSchema each) =>
        new(name, [.. Languages.Tags.Select(tag => new KeySchema(tag, each, $"In {tag}.", IsRequired: false))]);
}
