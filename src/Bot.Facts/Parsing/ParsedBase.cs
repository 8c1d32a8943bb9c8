using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Parsing;

/// <summary>A file of the base as it was read.</summary>
/// <param name="Path">The path below the base's folder, with forward slashes.</param>
/// <param name="Schema">The expected schema.</param>
/// <param name="Root">The root node.</param>
internal sealed record ParsedFile(string Path, ObjectSchema Schema, YamlNode Root)
{
    /// <summary>Every value that has a schema, in the order of the file.</summary>
    public IReadOnlyList<BoundNode> Values { get; } = Bind(Root, Schema);

    /// <summary>The folder that it is in, which is the id of a chapter's files. Only for a file that is in one.</summary>
    public string Folder => Path[..Path.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The characters in its text that nobody sees.</summary>
    public IReadOnlyList<HiddenCharacter> Hidden { get; init; } = [];

    private static List<BoundNode> Bind(YamlNode root, ObjectSchema schema)
    {
        var values = new List<BoundNode>();
        Bind(root, schema, values);
        return values;
    }

    private static void Bind(YamlNode node, ValueSchema schema, List<BoundNode> values)
    {
        values.Add(new(node, schema));
        switch (node, schema)
        {
            case (YamlMapping map, ObjectSchema objectSchema):
                foreach (var (key, value) in map.Entries)
                {
                    if (objectSchema.Find(key.Text) is { } known)
                    {
                        Bind(value, known.Schema, values);
                    }
                }

                break;

            case (YamlMapping map, LocalizedSchema local):
                foreach (var (key, value) in map.Entries)
                {
                    if (local.Tags.Contains(key.Text))
                    {
                        Bind(value, local.Each, values);
                    }
                }

                break;

            case (_, ValueOrMappingSchema either):
                Bind(node, either.For(node is YamlMapping), values);
                break;

            case (YamlSequence list, ListSchema listSchema):
                foreach (var item in list.Items)
                {
                    Bind(item, listSchema.Item, values);
                }

                break;
        }
    }
}

/// <summary>A value of a file and its expected schema.</summary>
internal sealed record BoundNode(YamlNode Node, ValueSchema Schema);

/// <summary>A scalar and its expected schema.</summary>
internal sealed record BoundScalar<T>(YamlScalar Node, T Schema)
    where T : ValueSchema;

/// <summary>The base's files, parsed but not yet checked.</summary>
/// <remarks>
/// The parsed values are classes, not structs: the framework's generic code comes precompiled for classes only,
/// and compiling it for structs takes a quarter of the time from process start to the first answer.
/// </remarks>
internal sealed class ParsedBase
{
    private readonly Dictionary<ObjectSchema, List<YamlMapping>> _maps = [];
    private readonly HashSet<string>[] _ids = [.. Enum.GetValues<IdKind>().Select(_ => new HashSet<string>())];

    public ParsedBase(IReadOnlyList<ParsedFile> files)
    {
        Files = files;
        Values = [.. files.SelectMany(f => f.Values)];
        foreach (var value in Values)
        {
            Add(value);
        }

        var named = ObjectsOf(FileSchemas.BaseFile).SelectMany(b => b.Scalars("languages")).Select(s => s.Text).Where(Model.Languages.Tags.Contains).Distinct().ToList();
        Languages = named.Count > 0 ? named : Model.Languages.Tags;
    }

    /// <summary>The files, in the order of their paths.</summary>
    public IReadOnlyList<ParsedFile> Files { get; }

    /// <summary>The tags of the base's languages, the one for all other readers first: those that base.yaml names, or all five.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>Every value that has a schema, in the order of the files.</summary>
    public IReadOnlyList<BoundNode> Values { get; }

    /// <summary>The mappings with one schema, in the order of the files.</summary>
    public IReadOnlyList<YamlMapping> ObjectsOf(ObjectSchema schema) => _maps.TryGetValue(schema, out var maps) ? maps : [];

    /// <summary>The ids of one kind.</summary>
    public IReadOnlySet<string> Ids(IdKind kind) => _ids[(int)kind];

    /// <summary>The scalars whose schema is <typeparamref name="T"/>.</summary>
    public IEnumerable<BoundScalar<T>> Scalars<T>()
        where T : ValueSchema
    {
        foreach (var value in Values)
        {
            if (value is { Node: YamlScalar scalar, Schema: T schema })
            {
                yield return new BoundScalar<T>(scalar, schema);
            }
        }
    }

    private void Add(BoundNode value)
    {
        switch (value)
        {
            case { Node: YamlMapping map, Schema: ObjectSchema schema }:
                if (!_maps.TryGetValue(schema, out var maps))
                {
                    _maps[schema] = maps = [];
                }

                maps.Add(map);
                break;

            case { Node: YamlScalar scalar, Schema: IdSchema id }:
                _ids[(int)id.Kind].Add(scalar.Text);
                break;
        }
    }
}
