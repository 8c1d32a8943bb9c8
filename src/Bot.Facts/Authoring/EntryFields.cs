using System.Collections.Immutable;
using Bot.Facts.Model;
using Bot.Facts.Schema;

namespace Bot.Facts.Authoring;

/// <summary>The fields of each kind of entry, read from the schemas of the files. Keys with a mapping of their own, such as offices, are left to the editor.</summary>
public static class EntryFields
{
    /// <summary>The name of the field with the id of the entry.</summary>
    public const string Id = "id";

    /// <summary>The name of the field that says in which chapter an event is written.</summary>
    public const string Chapter = "chapter";

    /// <summary>The name of the field that says in which event's file a fact is written.</summary>
    public const string Event = "event";

    /// <summary>The name of the field that says in which file a source is written.</summary>
    public const string File = "file";

    /// <summary>The name of the field with the form of an event's meeting.</summary>
    public const string Form = "form";

    /// <summary>The name of the field that says who met.</summary>
    public const string Between = "between";

    /// <summary>The name of the field that says where they met.</summary>
    public const string Place = "place";

    /// <summary>The name of the field with the id of an event's first fact.</summary>
    public const string FirstFact = "fact";

    private static readonly Dictionary<string, string> s_defaults = new(StringComparer.Ordinal)
    {
        ["status"] = VerificationStatus.Unverified.ToWord(),
        ["source kind"] = SourceKind.Evidence.ToWord(),
    };

    // They may be left out, but most entries have them.
    private static readonly string[] s_usual = ["by", "evidence", "title", "publisher", "published", "address"];

    /// <summary>The fields of a kind of entry, in the order in which the file has them.</summary>
    public static ImmutableArray<EntryField> Of(EntryKind kind) => kind switch
    {
        EntryKind.Chapter => [Field(new KeySchema(Id, new IdSchema(IdKind.Event), "The name of its folder: lower-case words with hyphens.")), .. Fields(FileSchemas.ChapterFile)],
        EntryKind.Event =>
        [
            Field(new KeySchema(Chapter, new TextSchema(), "The chapter that it is in: the name of the folder.")),
            .. Fields(FileSchemas.Event),
            .. Fields(FileSchemas.Meeting).Where(f => f.Name is Form or Between or Place).Select(f => f with { IsRequired = false, IsAsked = false, Description = "If its facts tell of a meeting or call: " + f.Description }),
            Field(new KeySchema(FirstFact, new IdSchema(IdKind.Fact), "The id of its first fact.", IsRequired: false)),
            .. Fields(FileSchemas.Fact).Where(f => f.Name is not (Id or "when")),
        ],
        EntryKind.Fact =>
        [
            Field(new KeySchema(Event, new ReferenceSchema(IdKind.Event), "The event that it belongs to.")),
            .. Fields(FileSchemas.Fact).Select(f => f.Name == "when" ? f with { IsRequired = false, IsAsked = false, Description = f.Description + " Left out: that of the event." } : f),
        ],
        EntryKind.Party => Fields(FileSchemas.Party),
        EntryKind.Source =>
        [
            .. Fields(FileSchemas.Source),
            Field(new KeySchema(File, new TextSchema(), "The file below sources/ that it is written into, or a chapter for one named like it; left out where one file has all sources of its kind.", IsRequired: false)) with { IsAsked = true },
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of entry."),
    };

    private static ImmutableArray<EntryField> Fields(ObjectSchema schema) =>
        [.. schema.Keys.Where(k => FormOf(k.Schema) is not null).Select(k => Field(k, s_defaults.GetValueOrDefault(k.Name) ?? s_defaults.GetValueOrDefault($"{schema.Name} {k.Name}")))];

    private static EntryField Field(KeySchema key, string? byDefault = null) => new(
        key.Name,
        key.Description,
        FormOf(key.Schema)!.Value,
        key.IsRequired,
        byDefault is null && key.Name != Id && (key.IsRequired || s_usual.Contains(key.Name)),
        key.Schema is EnumSchema words ? [.. words.Words] : [],
        byDefault);

    private static EntryFieldForm? FormOf(ValueSchema schema) => schema switch
    {
        LocalizedSchema { Each: TextSchema } => EntryFieldForm.Text,
        LocalizedSchema => EntryFieldForm.Texts,
        ListSchema { Item: TextSchema } => EntryFieldForm.Phrases,
        ListSchema { Item: ObjectSchema or LocalizedSchema } or ObjectSchema => null,
        ListSchema => EntryFieldForm.Words,
        _ => EntryFieldForm.Value,
    };
}
