using System.Text.Json;
using Bot.Adapters.Text;
using Bot.Telegram.Api;
using Bot.Telegram.Parsing;
using Telegram.Bot.Types;

namespace Bot.Telegram.Receiving;

/// <summary>
/// Reads updates, each by itself: one that cannot be read costs no other, and a part that cannot be read costs no other part. How deep
/// a part is nested matters to that part alone. Safe for any number of threads.
/// </summary>
/// <param name="parser">Reads what they ask.</param>
internal sealed class UpdateReader(UpdateParser parser)
{
    /// <summary>The updates of an answer to getUpdates, without those that have not even an id.</summary>
    /// <param name="answer">The whole answer. The updates keep parts of it, so it must not change.</param>
    /// <param name="isNew">Whether an update of that id is wanted; one that is not is given by its id alone.</param>
    /// <exception cref="JsonException">It is not JSON, or has no list of updates.</exception>
    public List<ParsedUpdate> ReadAnswer(ReadOnlyMemory<byte> answer, Func<int, bool> isNew)
    {
        List<ParsedUpdate>? updates = null;
        var reader = new Utf8JsonReader(answer.Span, LenientJson.AnyDepth);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The answer is no object.");
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

        return updates ?? throw new JsonException("There is no list of updates.");
    }

    /// <summary>Reads one update; null when it has not even an id, or is not JSON.</summary>
    /// <param name="json">The update, which keeps it, so it must not change.</param>
    /// <param name="isNew">Whether an update of that id is wanted; one that is not is not read further.</param>
    public ParsedUpdate? Read(ReadOnlyMemory<byte> json, Func<int, bool> isNew)
    {
        try
        {
            var reader = new Utf8JsonReader(json.Span, LenientJson.AnyDepth);

            // Anything after the update makes it invalid.
            return reader.Read() && ReadId(ref reader) is { } id && !reader.Read() ? Read(json, id, isNew) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Moves a reader from the first token of an update to its last.</summary>
    /// <returns>The id of the update; null when it has none that can be read.</returns>
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
            var update = read(json) ?? throw new JsonException("It is null.");
            return Missing(update) is { } missing ? (null, $"It has no {missing}.") : (new ParsedUpdate(update.Id, update, parser.Parse(update)), null);
        }
        catch (Exception ex)
        {
            // The library's converters throw whatever comes, such as KeyNotFoundException for an origin without a type.
            return (null, ex.Message);
        }
    }

    // What the Bot API promises, and the library does not look for (Bot API, Message, CallbackQuery, InlineQuery).
    private static string? Missing(Update update) => update switch
    {
        { Message: { Chat: not { Id: not 0 } } } or { GuestMessage: { Chat: not { Id: not 0 } } } => "chat",
        { CallbackQuery: { } query } when query.Id is null || query.From is null || query.Message is { Chat: not { Id: not 0 } } or { Id: 0 } => "id, sender, message id or chat",
        { InlineQuery: { } query } when query.Id is null || query.From is null || query.Query is null => "id, sender or query",
        _ => null,
    };
}
