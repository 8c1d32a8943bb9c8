using System.Text.Json;

namespace Bot.Discord.Gateway;

/// <summary>A message of the gateway (Gateway Events, Payload Structure), taken apart without being copied.</summary>
internal readonly ref struct GatewayPayload
{
    private GatewayPayload(GatewayOpcode opcode, long? sequence, ReadOnlySpan<byte> @event, ReadOnlySpan<byte> data)
    {
        Opcode = opcode;
        Sequence = sequence;
        Event = @event;
        Data = data;
    }

    /// <summary>The kind.</summary>
    public GatewayOpcode Opcode { get; }

    /// <summary>The number of an event in its session; null for what is none.</summary>
    public long? Sequence { get; }

    /// <summary>The event's name in ASCII; empty for what is none.</summary>
    public ReadOnlySpan<byte> Event { get; }

    /// <summary>The data's JSON.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>Reads a message.</summary>
    /// <param name="json">UTF-8.</param>
    /// <exception cref="JsonException">It is none.</exception>
    public static GatewayPayload Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        Expect(reader.Read() && reader.TokenType == JsonTokenType.StartObject);
        GatewayOpcode? opcode = null;
        long? sequence = null;
        ReadOnlySpan<byte> name = [];
        ReadOnlySpan<byte> data = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("op"u8))
            {
                Expect(reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out _));
                opcode = (GatewayOpcode)reader.GetInt32();
            }
            else if (reader.ValueTextEquals("s"u8))
            {
                Expect(reader.Read() && (reader.TokenType == JsonTokenType.Null || (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out _))));
                sequence = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("t"u8))
            {
                Expect(reader.Read() && reader.TokenType is JsonTokenType.Null or JsonTokenType.String);
                name = reader.TokenType == JsonTokenType.String ? reader.ValueSpan : default;
            }
            else if (reader.ValueTextEquals("d"u8))
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
        return new GatewayPayload(opcode!.Value, sequence, name, data);
    }

    private static void Expect(bool isSo)
    {
        if (!isSo)
        {
            throw new JsonException("The message is none of the gateway's.");
        }
    }
}
