using System.Text.Json;
using Bot.Adapters.Text;
using Bot.Telegram.Api;
using Bot.Telegram.Parsing;
using Telegram.Bot.Types;

namespace Bot.Telegram.Receiving;

/// <summary>
/// Reads updates one by one: an unreadable update does not affect the others, and an unreadable part does not affect the other parts,
/// however deeply it is nested. Safe for any number of threads.
/// </summary>
/// <param name="parser">Parses the updates.</param>
internal sealed class UpdateReader(UpdateParser parser)
{
    /// <summary>Reads the updates in an answer to getUpdates. Updates without an id are dropped.</summary>
    /// <param name="answer">The whole answer. The updates keep parts of it, so it must not change.</param>
    /// <param name="isNew">Whether an update with this id is wanted. An unwanted one is returned with its id only.</param>
    /// <exception cref="JsonException">The answer is not JSON, or has no list of updates.</exception>
    public List<ParsedUpdate> ReadAnswer(ReadOnlyMemory<byte> answer, Func<int, bool> isNew)
    {
        List<ParsedUpdate>? updates = null;
        var reader = new Utf8JsonReader(answer.Span, LenientJson.AnyDepth);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The answer is not an object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isResult = LenientJson.IsName(ref reader, "result"u8);
            reader.Read();
            if (!isResult || reader.TokenType != JsonTokenType.StartArray)
            {
                reader.Skip();
                continue;
            }

            updates = [];
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var start = (int)reader.TokenStartIndex;
                if (ReadId(ref reader) is { } id)
                {
                    updates.Add(Read(answer[start..(int)reader.BytesConsumed], id, isNew));
                }
            }
        }

        return updates ?? throw new JsonException("The answer has no list of updates.");
    }

    /// <summary>Reads one update; null when it has no id or is not JSON.</summary>
    /// <param name="json">The update, which keeps it, so it must not change.</param>
    /// <param name="isNew">Whether an update with this id is wanted. An unwanted one is not read further.</param>
    public ParsedUpdate? Read(ReadOnlyMemory<byte> json, Func<int, bool> isNew)
    {
        try
        {
            var reader = new Utf8JsonReader(json.Span, LenientJson.AnyDepth);

            // Trailing data makes the update invalid.
            return reader.Read() && ReadId(ref reader) is { } id && !reader.Read() ? Read(json, id, isNew) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Moves a reader from the first token of an update to its last.</summary>
    /// <returns>The id of the update; null when it has no readable id.</returns>
    private static int? ReadId(ref Utf8JsonReader reader)
    {
        int? id = null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = LenientJson.IsName(ref reader, "update_id"u8);
            reader.Read();
            id = isId && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) ? number : id;
            reader.Skip();
        }

        return id;
    }

    private ParsedUpdate Read(ReadOnlyMemory<byte> json, int id, Func<int, bool> isNew)
    {
        if (!isNew(id))
        {
            return new ParsedUpdate(id, null);
        }

        var (whole, error) = TryRead(json.Span, static bytes => JsonSerializer.Deserialize(bytes, BotApiJson.TypeInfo<Update>()));
        if (whole is not null)
        {
            return whole with { Json = json };
        }

        var (part, _) = TryRead(json.Span, static bytes => ReadableParts.Of(bytes)?.Deserialize(BotApiJson.TypeInfo<Update>()));
        return part is not null ? part with { Error = error, Json = json } : new ParsedUpdate(id, null, Error: error);
    }

    private (ParsedUpdate? Update, string? Error) TryRead(ReadOnlySpan<byte> json, Func<ReadOnlySpan<byte>, Update?> read)
    {
        try
        {
            var update = read(json) ?? throw new JsonException("The update is null.");
            var leftOut = LeaveOutMessage(update);
            return Missing(update) is { } missing ? (null, $"It has no {missing}.") : (new ParsedUpdate(update.Id, update, parser.Parse(update), leftOut), null);
        }
        catch (Exception ex)
        {
            // The library's converters throw exceptions of any type, such as KeyNotFoundException for an origin without a type.
            return (null, ex.Message);
        }
    }

    // A button can be answered without its message, as one below an inline message is.
    private static string? LeaveOutMessage(Update update)
    {
        if (update.CallbackQuery is not { Message: { Chat: not { Id: not 0 } } or { Id: 0 } } query)
        {
            return null;
        }

        query.Message = null;
        return "The message of the button has no id or chat.";
    }

    // Properties that the Bot API promises but the library does not check (Bot API, Message, CallbackQuery, InlineQuery).
    private static string? Missing(Update update) => update switch
    {
        { Message: { Chat: not { Id: not 0 } } } or { GuestMessage: { Chat: not { Id: not 0 } } } => "chat",
        { CallbackQuery: { } query } when query.Id is null || query.From is null => "id or sender",
        { InlineQuery: { } query } when query.Id is null || query.From is null || query.Query is null => "id, sender or query",
        _ => null,
    };
}
