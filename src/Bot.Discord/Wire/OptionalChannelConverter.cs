using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Discord.Wire;

/// <summary>Reads an optional channel. Anything unreadable is treated as missing.</summary>
internal sealed class OptionalChannelConverter : JsonConverter<InteractionChannel?>
{
    /// <inheritdoc/>
    public override InteractionChannel? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        var type = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (isType && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number))
            {
                type = number;
            }
            else
            {
                reader.Skip();
            }
        }

        return new InteractionChannel { Type = type };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, InteractionChannel? value, JsonSerializerOptions options) => throw new NotSupportedException("A channel is never written.");
}
