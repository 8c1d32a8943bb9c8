using System.Text.Json;

namespace Bot.Discord.Gateway;

/// <summary>A gateway message (Gateway Events, Payload Structure), parsed without copying.</summary>
internal readonly ref struct GatewayPayload
{
    private GatewayPayload(GatewayOpcode opcode, long? sequence, ReadOnlySpan<byte> @event, ReadOnlySpan<byte> data, int length)
    {
        Opcode = opcode;
        Sequence = sequence;
        Event = @event;
        Data = data;
        Length = length;
    }

    /// <summary>The opcode.</summary>
    public GatewayOpcode Opcode { get; }

    /// <summary>The event's sequence number; null for other messages.</summary>
    public long? Sequence { get; }

    /// <summary>The event's name in ASCII; empty for other messages.</summary>
    public ReadOnlySpan<byte> Event { get; }

    /// <summary>The JSON of the data.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>The length of the message in bytes, including trailing white space. Another message may follow.</summary>
    public int Length { get; }

    /// <summary>Parses a message, however deeply its data is nested: the sequence number must not be lost.</summary>
    /// <param name="json">UTF-8.</param>
    /// <exception cref="JsonException">The text is not a gateway message.</exception>
    public static GatewayPayload Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        Expect(reader.Read() && reader.TokenType == JsonTokenType.StartObject);
        GatewayOpcode? opcode = null;
        long? sequence = null;
        ReadOnlySpan<byte> name = [];
        ReadOnlySpan<byte> data = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (IsName(reader, "op"u8))
            {
                Expect(reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out _));
                opcode = (GatewayOpcode)reader.GetInt32();
            }
            else if (IsName(reader, "s"u8))
            {
                Expect(reader.Read() && (reader.TokenType == JsonTokenType.Null || (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out _))));
                sequence = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (IsName(reader, "t"u8))
            {
                Expect(reader.Read() && reader.TokenType is JsonTokenType.Null or JsonTokenType.String);
                name = reader.TokenType == JsonTokenType.String ? reader.ValueSpan : default;
            }
            else if (IsName(reader, "d"u8))
            {
                Expect(reader.Read());
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                data = json[start..(int)reader.BytesConsumed];
            }
            else
            {
                reader.Skip();
            }
        }

        Expect(opcode is not null && reader.TokenType == JsonTokenType.EndObject);
        return new GatewayPayload(opcode!.Value, sequence, name, data, End(json, (int)reader.BytesConsumed));
    }

    // A name with half a surrogate pair cannot be compared, and is not an event that the bot knows.
    private static bool IsName(Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        try
        {
            return reader.ValueTextEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static int End(ReadOnlySpan<byte> json, int end)
    {
        var behind = json[end..].IndexOfAnyExcept(" \t\r\n"u8);
        return behind < 0 ? json.Length : end + behind;
    }

    private static void Expect(bool isSo)
    {
        if (!isSo)
        {
            throw new JsonException("The message is not a gateway payload.");
        }
    }
}
