using System.Text.Json;
using Bot.Adapters.Pipeline;
using Bot.Telegram.Api;
using Bot.Telegram.Parsing;
using Telegram.Bot.Types;

namespace Bot.Telegram.Receiving;

/// <summary>An update as it came.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Update">What it says; null when it is known already, or cannot be read, which must not keep those beside it from being handled.</param>
/// <param name="Incoming">What it asks; null when there is no update.</param>
/// <param name="Error">Why it cannot be read; null otherwise.</param>
internal sealed record ParsedUpdate(int Id, Update? Update, Incoming? Incoming = null, string? Error = null)
{
    /// <summary>Reads one update; null when it has not even an id.</summary>
    /// <param name="json">The update.</param>
    /// <param name="isNew">Whether an update of that id is wanted; one that is not is not read further.</param>
    /// <param name="parser">Reads what it asks.</param>
    public static ParsedUpdate? Read(JsonElement json, Func<int, bool> isNew, UpdateParser parser)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("update_id", out var property)
            || property.ValueKind != JsonValueKind.Number || !property.TryGetInt32(out var id))
        {
            return null;
        }

        if (!isNew(id))
        {
            return new ParsedUpdate(id, null);
        }

        try
        {
            var update = json.Deserialize(BotApiJson.TypeInfo<Update>()) ?? throw new JsonException("It is null.");
            return Missing(update) is { } missing
                ? new ParsedUpdate(id, null, Error: $"It has no {missing}.")
                : new ParsedUpdate(id, update, parser.Parse(update));
        }
        catch (Exception ex)
        {
            // The library's converters throw whatever comes, such as KeyNotFoundException for an origin without a type.
            return new ParsedUpdate(id, null, Error: ex.Message);
        }
    }

    // What the Bot API promises, and the library does not look for (Bot API, Message, CallbackQuery, InlineQuery).
    private static string? Missing(Update update) => update switch
    {
        { Message: { Chat: null } } or { GuestMessage: { Chat: null } } => "chat",
        { CallbackQuery: { } query } when query.Id is null || query.From is null || query.Message is { Chat: null } => "id, sender or chat",
        { InlineQuery: { } query } when query.Id is null || query.From is null || query.Query is null => "id, sender or query",
        _ => null,
    };
}
