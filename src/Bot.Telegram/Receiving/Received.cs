using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Bot.Telegram.Receiving;

/// <summary>An update as it came.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Update">What it says; null when it cannot be read, which must not keep those beside it from being handled.</param>
/// <param name="Fault">Why it cannot be read.</param>
internal sealed record Received(int Id, Update? Update, string? Fault = null)
{
    /// <summary>Reads one update; null when it has not even an id.</summary>
    public static Received? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("update_id", out var property) || !property.TryGetInt32(out var id))
        {
            return null;
        }

        try
        {
            return new Received(id, json.Deserialize((JsonTypeInfo<Update>)JsonBotAPI.Options.GetTypeInfo(typeof(Update))));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or NotSupportedException)
        {
            return new Received(id, null, fault.Message);
        }
    }
}
