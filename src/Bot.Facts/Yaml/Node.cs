namespace Bot.Facts.Yaml;

/// <summary>A place in a file of the base.</summary>
/// <param name="File">The path below the base's folder, with forward slashes.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public sealed record Place(string File, int Line, int Column);

/// <summary>A YAML node with its place.</summary>
/// <param name="Place">Where it begins.</param>
internal abstract record Node(Place Place);

/// <summary>A text. YAML's implicit types are not used: what is written is what is meant.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Text">What is written.</param>
internal sealed record ScalarNode(Place Place, string Text) : Node(Place);

/// <summary>A list.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Items">Its items.</param>
internal sealed record ListNode(Place Place, IReadOnlyList<Node> Items) : Node(Place);

/// <summary>A key with its value.</summary>
internal sealed record Entry(ScalarNode Key, Node Value);

/// <summary>Keys with values, in the order of the file; a key may wrongly stand twice.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Entries">Keys and values.</param>
internal sealed record MapNode(Place Place, IReadOnlyList<Entry> Entries) : Node(Place)
{
    /// <summary>The value of a key; null when the key is absent.</summary>
    public Node? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
            {
                if (entry.Key.Text == key)
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }

    /// <summary>The text of a key; null when the key is absent or holds no text.</summary>
    public string? Text(string key) => (this[key] as ScalarNode)?.Text;

    /// <summary>The texts in the list of a key; none when the key is absent or holds no list.</summary>
    public IEnumerable<ScalarNode> Scalars(string key) =>
        this[key] is ListNode list ? list.Items.OfType<ScalarNode>() : [];

    /// <summary>The maps in the list of a key; none when the key is absent or holds no list.</summary>
    public IEnumerable<MapNode> Maps(string key) =>
        this[key] is ListNode list ? list.Items.OfType<MapNode>() : [];
}
