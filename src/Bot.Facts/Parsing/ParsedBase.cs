using Bot.Facts.Model;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Parsing;

/// <summary>A file of the base as it was read.</summary>
/// <param name="Path">The path below the base's folder, with forward slashes.</param>
/// <param name="Schema">What it should look like.</param>
/// <param name="Root">What stands in it.</param>
internal sealed record ParsedFile(string Path, ObjectSchema Schema, YamlNode Root);

/// <summary>A value of a file and what it should look like.</summary>
internal sealed record BoundNode(YamlNode Node, ValueSchema Schema);

/// <summary>A single value and what it should look like.</summary>
internal sealed record BoundScalar<T>(YamlScalar Node, T Schema)
    where T : ValueSchema;

/// <summary>The base's files, read but not yet known to be sound.</summary>
/// <remarks>
/// What is read and checked is made of classes, not structs: the framework's generic code comes compiled for classes only,
/// and compiling it anew for structs is a quarter of the time from the start of the process to the first answer.
/// </remarks>
internal sealed class ParsedBase
{
    private readonly Dictionary<ObjectSchema, List<YamlMapping>> _maps = [];
    private readonly HashSet<string>[] _ids = [.. Enum.GetValues<IdKind>().Select(_ => new HashSet<string>())];

    public ParsedBase(IReadOnlyList<ParsedFile> files)
    {
        Files = files;
        var values = new List<BoundNode>();
        foreach (var file in files)
        {
            Walk(file.Root, file.Schema, values);
        }

        Values = values;
    }

    /// <summary>The files, in the order of their paths.</summary>
    public IReadOnlyList<ParsedFile> Files { get; }

    /// <summary>Every value that has a shape, in the order of the files.</summary>
    public IReadOnlyList<BoundNode> Values { get; }

    /// <summary>The maps of one shape, in the order of the files.</summary>
    public IReadOnlyList<YamlMapping> ObjectsOf(ObjectSchema shape) => _maps.TryGetValue(shape, out var maps) ? maps : [];

    /// <summary>The ids of one kind.</summary>
    public IReadOnlySet<string> Ids(IdKind kind) => _ids[(int)kind];

    /// <summary>The texts whose shape is <typeparamref name="T"/>.</summary>
    public IEnumerable<BoundScalar<T>> Scalars<T>()
        where T : ValueSchema
    {
        foreach (var value in Values)
        {
            if (value is { Node: YamlScalar scalar, Schema: T shape })
            {
                yield return new BoundScalar<T>(scalar, shape);
            }
        }
    }

    private void Walk(YamlNode node, ValueSchema shape, List<BoundNode> values)
    {
        values.Add(new(node, shape));
        switch (node, shape)
        {
            case (YamlMapping map, ObjectSchema mapShape):
                if (!_maps.TryGetValue(mapShape, out var maps))
                {
                    _maps[mapShape] = maps = [];
                }

                maps.Add(map);
                foreach (var (key, value) in map.Entries)
                {
                    if (mapShape.Find(key.Text) is { } known)
                    {
                        Walk(value, known.Schema, values);
                    }
                }

                break;

            case (YamlMapping map, LocalizedSchema local):
                foreach (var (key, value) in map.Entries)
                {
                    if (Languages.Tags.Contains(key.Text))
                    {
                        Walk(value, local.Each, values);
                    }
                }

                break;

            case (YamlSequence list, ListSchema listShape):
                foreach (var item in list.Items)
                {
                    Walk(item, listShape.Item, values);
                }

                break;

            case (YamlScalar scalar, IdSchema id):
                _ids[(int)id.Kind].Add(scalar.Text);
                break;
        }
    }
}
