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
    /// <param name="answer">The whole answer.</param>
    /// <param name="isNew">Whether an update of that id is wanted; one that is not is given by its id alone.</param>
    /// <exception cref="JsonException">It is not JSON, or has no list of updates.</exception>
    public List<ParsedUpdate> ReadAnswer(ReadOnlySpan<byte> answer, Func<int, bool> isNew)
    {
        List<ParsedUpdate>? updates = null;
        var reader = new Utf8JsonReader(answer, LenientJson.AnyDepth);
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
                reader.Skip();
                if (Read(answer[start..(int)reader.BytesConsumed], isNew) is { } update)
                {
                    updates.Add(update);
                }
            }
        }

        return updates ?? throw new JsonException("There is no list of updates.");
    }

    /// <summary>Reads one update; null when it has not even an id, or is not JSON.</summary>
    /// <param name="json">The update.</param>
    /// <param name="isNew">Whether an update of that id is wanted; one that is not is not read further.</param>
    public ParsedUpdate? Read(ReadOnlySpan<byte> json, Func<int, bool> isNew) => IdOf(json) switch
    {
        null => null,
        { } id when !isNew(id) => new ParsedUpdate(id, null),
        { } id => Read(json, id),
    };

    /// <summary>The id of an update; null when it has none that can be read, or is not JSON.</summary>
    private static int? IdOf(ReadOnlySpan<byte> json)
    {
        int? id = null;
        try
        {
            var reader = new Utf8JsonReader(json, LenientJson.AnyDepth);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isId = LenientJson.IsName(ref reader, "update_id"u8);
                reader.Read();
                id = isId && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) ? number : id;
                reader.Skip();
            }

            // Whatever follows the update makes it none.
            return reader.Read() ? null : id;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private ParsedUpdate Read(ReadOnlySpan<byte> json, int id)
    {
        var (whole, error) = TryRead(json, static bytes => JsonSerializer.Deserialize(bytes, BotApiJson.TypeInfo<Update>()));
        if (whole is not null)
        {
            return whole with { Json = json.ToArray() };
        }

        var (part, _) = TryRead(json, static bytes => ReadableParts.Of(bytes)?.Deserialize(BotApiJson.TypeInfo<Update>()));
        return part is not null ? part with { Error = error, Json = json.ToArray() } : new ParsedUpdate(id, null, Error: error);
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
