using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Bot.Adapters.Text;

/// <summary>
/// Reads texts of JSON that <see cref="Utf8JsonReader.GetString"/> refuses with an exception: what is no character becomes U+FFFD. The
/// reader must be one of a whole document in memory.
/// </summary>
public static class LenientJson
{
    /// <summary>How a document is read whose depth is bounded by its length alone, since the reader needs one bit a level.</summary>
    public static JsonReaderOptions AnyDepth { get; } = new() { MaxDepth = int.MaxValue };

    /// <summary>Whether the name that the reader is at is a known one. It never throws, whatever the name has in it.</summary>
    /// <param name="reader">A reader at a name.</param>
    /// <param name="name">The name, of letters that JSON does not escape.</param>
    public static bool IsName(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => !reader.ValueIsEscaped && reader.ValueSpan.SequenceEqual(name);

    /// <summary>The text that the reader is at, a value or a name.</summary>
    /// <param name="reader">A reader at a text.</param>
    public static string Text(ref Utf8JsonReader reader)
    {
        var raw = Encoding.UTF8.GetString(reader.ValueSpan);
        if (!reader.ValueIsEscaped)
        {
            return raw;
        }

        var characters = ArrayPool<char>.Shared.Rent(raw.Length);
        try
        {
            return WholeCharacters(characters.AsSpan(0, Unescape(raw, characters)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    // The reader has made sure that every escape is whole (RFC 8259, section 7).
    private static int Unescape(ReadOnlySpan<char> raw, Span<char> characters)
    {
        var count = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            var character = raw[i];
            if (character == '\\')
            {
                character = raw[++i] switch
                {
                    'b' => '\b',
                    'f' => '\f',
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'u' => (char)ushort.Parse(raw.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                    var same => same,
                };
                i += raw[i] == 'u' ? 4 : 0;
            }

            characters[count++] = character;
        }

        return count;
    }

    private static string WholeCharacters(Span<char> characters)
    {
        for (var i = 0; i < characters.Length; i++)
        {
            if (char.IsHighSurrogate(characters[i]) && i + 1 < characters.Length && char.IsLowSurrogate(characters[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(characters[i]))
            {
                characters[i] = '\uFFFD';
            }
        }

        return new string(characters);
    }
}
