using Bot.Telegram.Api;
using Bot.Telegram.Parsing;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;

namespace Bot.Telegram.Receiving;

/// <summary>
/// Fetches updates (Bot API, getUpdates). The client library reads a batch as a whole, so a single update that it cannot read would be
/// fetched again forever. <see cref="UpdateReader"/> reads each one separately.
/// </summary>
internal sealed class UpdatesClient(BotApiClient api, UpdateReader reader)
{
    /// <summary>The long-poll timeout: the server's maximum (tdlib/telegram-bot-api, LONG_POLL_MAX_TIMEOUT).</summary>
    public const int LongPollSeconds = 50;

    /// <summary>The maximum number of updates in a batch.</summary>
    public const int Limit = 100;

    /// <summary>Fetches updates, starting at an id.</summary>
    /// <param name="offset">The first unhandled id: the server forgets all below it. 0 for all that it has.</param>
    /// <param name="timeout">How long the server may wait for an update, in seconds.</param>
    /// <param name="isNew">Whether an update with this id is wanted. An unwanted one is returned with its id only.</param>
    /// <param name="cancellation">Cancels the poll.</param>
    /// <exception cref="ApiRequestException">Telegram rejected the poll.</exception>
    /// <exception cref="RequestException">The network failed, or the answer is not one of the Bot API.</exception>
    public async Task<List<ParsedUpdate>> GetAsync(int offset, int timeout, Func<int, bool> isNew, CancellationToken cancellation)
    {
        for (var limit = Limit; ; limit /= 2)
        {
            try
            {
                var request = new GetUpdatesRequest { Offset = offset, Limit = limit, Timeout = timeout, AllowedUpdates = UpdateRouting.AllowedUpdates };
                return await api.CallAsync(request, body => Read(body, isNew), cancellation).ConfigureAwait(false);
            }
            catch (RequestException ex) when (limit > 1 && ex.InnerException is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded })
            {
                // The answer exceeds the maximum size; a smaller batch has fewer bytes.
            }
        }
    }

    /// <summary>Removes the webhook. While one is set, Telegram gives no updates by polling (Bot API, getUpdates).</summary>
    /// <param name="cancellation">Cancels the call.</param>
    /// <exception cref="ApiRequestException">Telegram rejected the request.</exception>
    /// <exception cref="RequestException">The network failed, or the answer is not one of the Bot API.</exception>
    public Task RemoveWebhookAsync(CancellationToken cancellation) => api.CallAsync(new DeleteWebhookRequest(), BotApiJson.IsOk, cancellation);

    private List<ParsedUpdate> Read(Stream body, Func<int, bool> isNew)
    {
        var answer = new byte[body.Length];
        body.ReadExactly(answer);
        return reader.ReadAnswer(answer, isNew);
    }
}
