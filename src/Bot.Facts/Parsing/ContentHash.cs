using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Parsing;

/// <summary>
/// Hashes what files mean: keys, values and the order of lists. Comments, blanks, quotation marks, line ends and the order of keys do not count.
/// Of a path, only a chapter's folder counts, which is the chapter's id.
/// </summary>
internal static class ContentHash
{
    private const int VersionLength = 8;

    /// <summary>The hash of a file, 64 hexadecimal digits.</summary>
    public static string OfFile(ParsedFile file)
    {
        var content = new ArrayBufferWriter<byte>(1 << 16);
        Append(content, file.Schema.Name);
        Append(content, file.Schema == FileSchemas.EventFile || file.Schema == FileSchemas.ChapterFile ? file.Folder : "");
        Append(content, file.Root);
        return Convert.ToHexStringLower(SHA256.HashData(content.WrittenSpan));
    }

    /// <summary>The hash of several files in any order, eight hexadecimal digits.</summary>
    /// <param name="files">The hash of each file.</param>
    public static string OfFiles(IEnumerable<string> files) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files.Order(StringComparer.Ordinal)))))[..VersionLength];

    // Kinds and lengths come first, so that no two contents are written alike.
    private static void Append(ArrayBufferWriter<byte> content, YamlNode node)
    {
        switch (node)
        {
            case YamlScalar scalar:
                Append(content, scalar.Text);
                break;

            case YamlSequence list:
                Append(content, 'l', list.Items.Count);
                foreach (var item in list.Items)
                {
                    Append(content, item);
                }

                break;

            case YamlMapping map:
                Append(content, 'm', map.Entries.Count);
                foreach (var entry in InOrderOfKeys(map))
                {
                    Append(content, entry.Key.Text);
                    Append(content, entry.Value);
                }

                break;

            default:
                throw new ArgumentOutOfRangeException(nameof(node), node, "Unknown kind of node.");
        }
    }

    // As UTF-16, which needs no conversion: a start waits for this.
    private static void Append(ArrayBufferWriter<byte> content, string text)
    {
        Append(content, 's', text.Length);
        content.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private static void Append(ArrayBufferWriter<byte> content, char kind, int count)
    {
        var head = content.GetSpan(1 + sizeof(int));
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], count);
        content.Advance(1 + sizeof(int));
    }

    private static YamlEntry[] InOrderOfKeys(YamlMapping map)
    {
        YamlEntry[] entries = [.. map.Entries];
        Array.Sort(entries, static (a, b) => string.CompareOrdinal(a.Key.Text, b.Key.Text));
        return entries;
    }
}
