using System.Text.Json;

namespace Bot.Discord.Gateway;

/// <summary>A message of the gateway (Gateway Events, Payload Structure), taken apart without being copied.</summary>
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

    /// <summary>The kind.</summary>
    public GatewayOpcode Opcode { get; }

    /// <summary>The number of an event in its session; null for what is none.</summary>
    public long? Sequence { get; }

    /// <summary>The event's name in ASCII; empty for what is none.</summary>
    public ReadOnlySpan<byte> Event { get; }

    /// <summary>The data's JSON.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>How many bytes the message takes, with the white space behind it; more may follow.</summary>
    public int Length { get; }

    /// <summary>Reads a message. However deep its data is nested, the rest is read: the number of an event must not be lost.</summary>
    /// <param name="json">UTF-8.</param>
    /// <exception cref="JsonException">It is none.</exception>
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

    // Half a surrogate pair in a name cannot be compared, and is none of ours.
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
            throw new JsonException("The message is none of the gateway's.");
        }
    }
}
