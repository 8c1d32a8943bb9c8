using System.Collections.Immutable;

namespace Bot.Facts.Yaml;

/// <summary>A location in a file of the base.</summary>
/// <param name="File">The path below the base's folder, with forward slashes.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public sealed record FileLocation(string File, int Line, int Column);

/// <summary>A YAML node with its location.</summary>
/// <param name="Location">Where it begins.</param>
internal abstract record YamlNode(FileLocation Location);

/// <summary>A text. YAML's implicit types are not used: <c>true</c> and <c>10</c> are texts too.</summary>
/// <param name="Location">Where it begins.</param>
/// <param name="Text">The text.</param>
internal sealed record YamlScalar(FileLocation Location, string Text) : YamlNode(Location);

/// <summary>A list.</summary>
/// <param name="Location">Where it begins.</param>
/// <param name="Items">Its items.</param>
internal sealed record YamlSequence(FileLocation Location, ImmutableArray<YamlNode> Items) : YamlNode(Location);

/// <summary>A key with its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);

/// <summary>Keys with values, in the order of the file. A key may occur twice, which is an error that a rule reports.</summary>
/// <param name="Location">Where it begins.</param>
/// <param name="Entries">Keys and values.</param>
internal sealed record YamlMapping(FileLocation Location, ImmutableArray<YamlEntry> Entries) : YamlNode(Location)
{
    /// <summary>The value of a key; null when the key is absent.</summary>
    public YamlNode? this[string key]
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
    public string? Text(string key) => (this[key] as YamlScalar)?.Text;

    /// <summary>The texts in the list of a key; none when the key is absent or holds no list.</summary>
    public IEnumerable<YamlScalar> Scalars(string key) =>
        this[key] is YamlSequence list ? list.Items.OfType<YamlScalar>() : [];

    /// <summary>The mappings in the list of a key; none when the key is absent or holds no list.</summary>
    public IEnumerable<YamlMapping> Maps(string key) =>
        this[key] is YamlSequence list ? list.Items.OfType<YamlMapping>() : [];
}
