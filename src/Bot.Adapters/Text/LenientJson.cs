using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Bot.Adapters.Text;

/// <summary>
/// Reads JSON strings that make <see cref="Utf8JsonReader.GetString"/> throw: invalid characters become U+FFFD. The
/// reader must read a whole document in memory.
/// </summary>
public static class LenientJson
{
    /// <summary>Options without a depth limit, for documents of limited length: the reader needs only one bit for each level.</summary>
    public static JsonReaderOptions AnyDepth { get; } = new() { MaxDepth = int.MaxValue };

    /// <summary>Whether the property name at the reader's position equals a known one. Never throws, even for an invalid name.</summary>
    /// <param name="reader">A reader at a property name.</param>
    /// <param name="name">The known name, whose characters JSON does not escape.</param>
    public static bool IsName(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => !reader.ValueIsEscaped && reader.ValueSpan.SequenceEqual(name);

    /// <summary>The string at the reader's position, a value or a property name.</summary>
    /// <param name="reader">A reader at a string or property name.</param>
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
            return ReplaceLoneSurrogates(characters.AsSpan(0, Unescape(raw, characters)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    // The reader has verified that every escape is complete (RFC 8259, section 7).
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

    private static string ReplaceLoneSurrogates(Span<char> characters)
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
