using Bot.Facts.Model;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Parsing;

/// <summary>A file of the base as it was read.</summary>
/// <param name="Path">The path below the base's folder, with forward slashes.</param>
/// <param name="Shape">What it should look like.</param>
/// <param name="Root">What stands in it.</param>
internal sealed record DraftFile(string Path, MapShape Shape, Node Root);

/// <summary>A value of a file and what it should look like.</summary>
internal sealed record ShapedNode(Node Node, Shape Shape);

/// <summary>A single value and what it should look like.</summary>
internal sealed record ShapedScalar<T>(ScalarNode Node, T Shape)
    where T : Shape;

/// <summary>The base's files, read but not yet known to be sound.</summary>
/// <remarks>
/// What is read and checked is made of classes, not structs: the framework's generic code comes compiled for classes only,
/// and compiling it anew for structs is a quarter of the time from the start of the process to the first answer.
/// </remarks>
internal sealed class Draft
{
    private readonly Dictionary<MapShape, List<MapNode>> _maps = [];
    private readonly HashSet<string>[] _ids = [.. Enum.GetValues<IdKind>().Select(_ => new HashSet<string>())];

    public Draft(IReadOnlyList<DraftFile> files)
    {
        Files = files;
        var values = new List<ShapedNode>();
        foreach (var file in files)
        {
            Walk(file.Root, file.Shape, values);
        }

        Values = values;
    }

    /// <summary>The files, in the order of their paths.</summary>
    public IReadOnlyList<DraftFile> Files { get; }

    /// <summary>Every value that has a shape, in the order of the files.</summary>
    public IReadOnlyList<ShapedNode> Values { get; }

    /// <summary>The maps of one shape, in the order of the files.</summary>
    public IReadOnlyList<MapNode> Of(MapShape shape) => _maps.TryGetValue(shape, out var maps) ? maps : [];

    /// <summary>The ids of one kind.</summary>
    public IReadOnlySet<string> Ids(IdKind kind) => _ids[(int)kind];

    /// <summary>The texts whose shape is <typeparamref name="T"/>.</summary>
    public IEnumerable<ShapedScalar<T>> Scalars<T>()
        where T : Shape
    {
        foreach (var value in Values)
        {
            if (value is { Node: ScalarNode scalar, Shape: T shape })
            {
                yield return new ShapedScalar<T>(scalar, shape);
            }
        }
    }

    private void Walk(Node node, Shape shape, List<ShapedNode> values)
    {
        values.Add(new(node, shape));
        switch (node, shape)
        {
            case (MapNode map, MapShape mapShape):
                if (!_maps.TryGetValue(mapShape, out var maps))
                {
                    _maps[mapShape] = maps = [];
                }

                maps.Add(map);
                foreach (var (key, value) in map.Entries)
                {
                    if (mapShape.Find(key.Text) is { } known)
                    {
                        Walk(value, known.Shape, values);
                    }
                }

                break;

            case (MapNode map, LocalShape local):
                foreach (var (key, value) in map.Entries)
                {
                    if (Languages.Tags.Contains(key.Text))
                    {
                        Walk(value, local.Each, values);
                    }
                }

                break;

            case (ListNode list, ListShape listShape):
                foreach (var item in list.Items)
                {
                    Walk(item, listShape.Item, values);
                }

                break;

            case (ScalarNode scalar, IdShape id):
                _ids[(int)id.Kind].Add(scalar.Text);
                break;
        }
    }
}
