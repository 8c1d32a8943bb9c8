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
        using var hash = new BufferedHash();
        Append(hash, file.Schema.Name);
        Append(hash, file.Schema == FileSchemas.EventFile || file.Schema == FileSchemas.ChapterFile ? file.Folder : "");
        Append(hash, file.Root);
        return Convert.ToHexStringLower(hash.Finish());
    }

    /// <summary>The hash of several files in any order, eight hexadecimal digits.</summary>
    /// <param name="files">The hash of each file.</param>
    public static string OfFiles(IEnumerable<string> files) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files.Order(StringComparer.Ordinal)))))[..VersionLength];

    // Kinds and lengths come first, so that no two contents are written alike.
    private static void Append(BufferedHash hash, YamlNode node)
    {
        switch (node)
        {
            case YamlScalar scalar:
                Append(hash, scalar.Text);
                break;

            case YamlSequence list:
                Append(hash, 'l', list.Items.Length);
                foreach (var item in list.Items)
                {
                    Append(hash, item);
                }

                break;

            case YamlMapping map:
                Append(hash, 'm', map.Entries.Length);
                foreach (var entry in InOrderOfKeys(map))
                {
                    Append(hash, entry.Key.Text);
                    Append(hash, entry.Value);
                }

                break;

            default:
                throw new ArgumentOutOfRangeException(nameof(node), node, "Unknown kind of node.");
        }
    }

    // As UTF-16, which needs no conversion: a start waits for this.
    private static void Append(BufferedHash hash, string text)
    {
        Append(hash, 's', text.Length);
        hash.Append(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private static void Append(BufferedHash hash, char kind, int count)
    {
        Span<byte> head = stackalloc byte[1 + sizeof(int)];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], count);
        hash.Append(head);
    }

    private static YamlEntry[] InOrderOfKeys(YamlMapping map)
    {
        YamlEntry[] entries = [.. map.Entries];
        Array.Sort(entries, static (a, b) => string.CompareOrdinal(a.Key.Text, b.Key.Text));
        return entries;
    }

    // Each call of the hash function costs time, and most texts are short.
    private sealed class BufferedHash : IDisposable
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(1 << 14);
        private int _length;

        public void Append(ReadOnlySpan<byte> bytes)
        {
            if (bytes.Length > _buffer.Length - _length)
            {
                Flush();
            }

            if (bytes.Length > _buffer.Length)
            {
                _hash.AppendData(bytes);
                return;
            }

            bytes.CopyTo(_buffer.AsSpan(_length));
            _length += bytes.Length;
        }

        public byte[] Finish()
        {
            Flush();
            return _hash.GetHashAndReset();
        }

        public void Dispose()
        {
            _hash.Dispose();
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        private void Flush()
        {
            _hash.AppendData(_buffer, 0, _length);
            _length = 0;
        }
    }
}
