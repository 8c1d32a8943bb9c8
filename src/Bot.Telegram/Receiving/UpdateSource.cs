using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Bot.Telegram.Receiving;

/// <summary>
/// Asks for updates (Bot API, getUpdates). The client library would read a batch whole or not at all, so that one update that it
/// cannot read would come again for ever; here each is read by itself.
/// </summary>
internal sealed class UpdateSource(HttpClient http, TelegramBotClientOptions options)
{
    /// <summary>How long the server holds a request while there is nothing: its own most (tdlib/telegram-bot-api, LONG_POLL_MAX_TIMEOUT).</summary>
    public const int LongPollSeconds = 50;

    /// <summary>The most updates that come at once.</summary>
    public const int Limit = 100;

    private readonly string _address = options.BaseRequestUrl + "/getUpdates";

    /// <summary>The updates from an id on.</summary>
    /// <param name="offset">The first id that has not been handled: the server forgets all below it. 0 for all that it has.</param>
    /// <param name="timeout">How many seconds it may wait while it has none.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ApiRequestException">Telegram refused.</exception>
    /// <exception cref="RequestException">The network failed, or what came is no answer.</exception>
    public async Task<IReadOnlyList<Received>> GetAsync(int offset, int timeout, CancellationToken cancellation)
    {
        var request = new GetUpdatesRequest { Offset = offset, Limit = Limit, Timeout = timeout, AllowedUpdates = Conversation.Kinds };
        try
        {
            using var content = request.ToHttpContent();
            using var response = await http.PostAsync(_address, content, cancellation).ConfigureAwait(false);
            using var body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
            using var json = await JsonDocument.ParseAsync(body, default, cancellation).ConfigureAwait(false);
            return Read(json.RootElement);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            throw new RequestException("The request for updates failed.", fault);
        }
    }

    private static List<Received> Read(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("ok", out var ok))
        {
            throw new RequestException("The answer is none of the Bot API's.");
        }

        if (ok.ValueKind != JsonValueKind.True)
        {
            throw Refusal(answer);
        }

        var updates = new List<Received>();
        if (answer.TryGetProperty("result", out var result) && result.ValueKind == JsonValueKind.Array)
        {
            foreach (var element in result.EnumerateArray())
            {
                if (Received.Read(element) is { } received)
                {
                    updates.Add(received);
                }
            }
        }

        return updates;
    }

    private static ApiRequestException Refusal(JsonElement answer)
    {
        var code = answer.TryGetProperty("error_code", out var number) && number.TryGetInt32(out var value) ? value : 0;
        var description = answer.TryGetProperty("description", out var text) ? text.ToString() : "";
        int? wait = answer.TryGetProperty("parameters", out var parameters)
            && parameters.ValueKind == JsonValueKind.Object
            && parameters.TryGetProperty("retry_after", out var seconds)
            && seconds.TryGetInt32(out var after) ? after : null;
        return new ApiRequestException(description, code, new ResponseParameters { RetryAfter = wait });
    }
}
