using Bot.Telegram.Api;
using Bot.Telegram.Parsing;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;

namespace Bot.Telegram.Receiving;

/// <summary>
/// Asks for updates (Bot API, getUpdates). The client library would read a batch whole or not at all, so that one update that it
/// cannot read would come again for ever; <see cref="UpdateReader"/> reads each by itself.
/// </summary>
internal sealed class UpdatesClient(BotApiClient api, UpdateReader reader)
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
                // More bytes than an answer may have; fewer updates have fewer.
            }
        }
    }

    private List<ParsedUpdate> Read(Stream body, Func<int, bool> isNew)
    {
        var answer = new byte[body.Length];
        body.ReadExactly(answer);
        return reader.ReadAnswer(answer, isNew);
    }
}
