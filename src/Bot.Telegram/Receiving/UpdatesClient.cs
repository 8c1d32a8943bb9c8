using System.Text.Json;
using Bot.Telegram.Api;
using Bot.Telegram.Parsing;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;

namespace Bot.Telegram.Receiving;

/// <summary>
/// Asks for updates (Bot API, getUpdates). The client library would read a batch whole or not at all, so that one update that it
/// cannot read would come again for ever; here each is read by itself.
/// </summary>
internal sealed class UpdatesClient(BotApiClient api, UpdateParser parser)
{
    /// <summary>How long the server holds a request while there is nothing: its own most (tdlib/telegram-bot-api, LONG_POLL_MAX_TIMEOUT).</summary>
    public const int LongPollSeconds = 50;

    /// <summary>The most updates that come at once.</summary>
    public const int Limit = 100;

    /// <summary>The updates from an id on.</summary>
    /// <param name="offset">The first id that has not been handled: the server forgets all below it. 0 for all that it has.</param>
    /// <param name="timeout">How many seconds it may wait while it has none.</param>
    /// <param name="isNew">Whether an update is wanted; one that is not is given by its id alone.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ApiRequestException">Telegram refused.</exception>
    /// <exception cref="RequestException">The network failed, or what came is no answer.</exception>
    public Task<List<ParsedUpdate>> GetAsync(int offset, int timeout, Func<int, bool> isNew, CancellationToken cancellation)
    {
        var request = new GetUpdatesRequest { Offset = offset, Limit = Limit, Timeout = timeout, AllowedUpdates = UpdateRouting.AllowedUpdates };
        return api.CallAsync(request, body => Read(body, isNew), cancellation);
    }

    private List<ParsedUpdate> Read(Stream body, Func<int, bool> isNew)
    {
        using var json = JsonDocument.Parse(body);
        if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("result", out var result) || result.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("There is no list of updates.");
        }

        var updates = new List<ParsedUpdate>(result.GetArrayLength());
        foreach (var element in result.EnumerateArray())
        {
            if (ParsedUpdate.Read(element, isNew, parser) is { } received)
            {
                updates.Add(received);
            }
        }

        return updates;
    }
}
