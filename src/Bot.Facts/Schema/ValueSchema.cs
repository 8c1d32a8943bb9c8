using Bot.Facts.Model;

namespace Bot.Facts.Schema;

/// <summary>The required form of a value in the base's files. The checks and the JSON Schemas are both derived from it.</summary>
internal abstract record ValueSchema;

/// <summary>The kind of object that an id names.</summary>
internal enum IdKind
{
    Party,
    Topic,
    Source,
    Event,
    Fact,
    OutOfScopeSubject,
}

/// <summary>A text that is not blank, of at most <see cref="MaxLength"/> UTF-16 units, on one line unless it may have paragraphs.</summary>
internal sealed record TextSchema(int MaxLength = 400, bool HasParagraphs = false) : ValueSchema;

/// <summary>The id of the object that contains it.</summary>
internal sealed record IdSchema(IdKind Kind) : ValueSchema;

/// <summary>The id of another object.</summary>
internal sealed record ReferenceSchema(IdKind Kind) : ValueSchema;

/// <summary>The id of a fact that a release lists. The base may no longer have it.</summary>
internal sealed record ReleasedFactSchema : ValueSchema;

/// <summary>A hash of eight hexadecimal digits.</summary>
internal sealed record HashSchema : ValueSchema;

/// <summary>The number of a statement of the article, such as S41.</summary>
internal sealed record StatementSchema : ValueSchema;

/// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
/// <param name="MayFollowAsOf">Whether it may lie after the day up to which the base was checked.</param>
internal sealed record DaySchema(bool MayFollowAsOf = false) : ValueSchema;

/// <summary>A date in one of the forms of <see cref="FactDate.TryParse"/>.</summary>
internal sealed record DateSchema : ValueSchema;

/// <summary>A whole number, from 1.</summary>
internal sealed record NumberSchema : ValueSchema;

/// <summary>A number from 0 to 1, such as <c>0.6</c>.</summary>
internal sealed record ShareSchema : ValueSchema;

/// <summary>A range of whole numbers, such as <c>50 to 80</c>.</summary>
internal sealed record RangeSchema : ValueSchema;

/// <summary>An http or https address.</summary>
internal sealed record UrlSchema : ValueSchema;

/// <summary>One of a fixed set of words.</summary>
internal sealed record EnumSchema(params string[] Words) : ValueSchema
{
    public bool Equals(EnumSchema? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A list of at least one value, all with the same schema.</summary>
internal sealed record ListSchema(ValueSchema Item) : ValueSchema;

/// <summary>A value for each language of the base. A text may also have its own form for a region, such as <c>zh-TW</c>.</summary>
/// <param name="Each">The schema of the value in a language.</param>
/// <param name="IsComplete">Whether each language of the base must have a value.</param>
internal sealed record LocalizedSchema(ValueSchema Each, bool IsComplete = true) : ValueSchema
{
    /// <summary>The keys that it may have: the languages, and for a text the regions.</summary>
    public IReadOnlyList<string> Tags { get; } = Each is TextSchema ? [.. Languages.Tags, .. Locales.RegionTags] : Languages.Tags;
}

/// <summary>Either a single value or a mapping with one key.</summary>
internal sealed record ValueOrMappingSchema(ValueSchema Value, ObjectSchema Mapping) : ValueSchema
{
    /// <summary>The schema for a node: that of the mapping for a mapping, otherwise that of the value.</summary>
    public ValueSchema For(bool isMapping) => isMapping ? Mapping : Value;
}

/// <summary>A mapping with fixed keys.</summary>
internal sealed record ObjectSchema(string Name, params KeySchema[] Keys) : ValueSchema
{
    public KeySchema? Find(string key)
    {
        // Every key of every file is looked up, and Array.Find would allocate for each.
        foreach (var known in Keys)
        {
            if (known.Name == key)
            {
                return known;
            }
        }

        return null;
    }

    public bool Equals(ObjectSchema? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A key of a mapping.</summary>
/// <param name="Name">The key as written in the file.</param>
/// <param name="Schema">The schema of its value.</param>
/// <param name="Description">Its meaning, as editors show it.</param>
/// <param name="IsRequired">Whether it must be present.</param>
internal sealed record KeySchema(string Name, ValueSchema Schema, string Description, bool IsRequired = true);
