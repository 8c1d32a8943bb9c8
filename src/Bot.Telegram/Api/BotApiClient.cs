using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests.Abstractions;

namespace Bot.Telegram.Api;

/// <summary>
/// Calls methods of the Bot API. The requests, the types and their JSON come from the client library. The library's own call writes in
/// chunks, which doubles the writes, and reads back each sent message, which the bot does not need. Both cost a third of an answer's time.
/// </summary>
/// <param name="http">The HTTP client, without a timeout of its own.</param>
/// <param name="options">The token and the server. No exception from this class contains the token.</param>
/// <param name="timeout">The maximum duration of a call, from connecting to the last byte of the answer.</param>
/// <param name="time">The clock.</param>
internal sealed class BotApiClient(HttpClient http, TelegramBotClientOptions options, TimeSpan timeout, TimeProvider time)
{
    /// <summary>
    /// The maximum size of an answer in bytes: a hundred updates of 320 kB. The longest update, a rich message of 32,768 characters
    /// (Bot API, rich messages) that are all escaped, has 200 kB plus its formatting.
    /// </summary>
    public const int MaxAnswerBytes = 32 << 20;

    private static readonly MediaTypeHeaderValue s_type = new("application/json");

    private readonly string _base = options.BaseRequestUrl + "/";

    /// <summary>Calls a method.</summary>
    /// <param name="request">The method and its parameters.</param>
    /// <param name="read">Reads the body of a successful answer.</param>
    /// <param name="cancellation">Cancels the call.</param>
    /// <exception cref="InvalidTokenException">The server does not know the token.</exception>
    /// <exception cref="ApiRequestException">The server rejected the request.</exception>
    /// <exception cref="RequestException">The network failed, or the answer is not one of the Bot API.</exception>
    public async Task<T> CallAsync<T>(IRequest request, Func<Stream, T> read, CancellationToken cancellation)
    {
        using var timedOut = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timedOut.Token);
        HttpStatusCode? status = null;
        try
        {
            using var content = new ByteArrayContent(BotApiJson.Write(request)) { Headers = { ContentType = s_type } };
            using var response = await http.PostAsync(_base + request.MethodName, content, either.Token).ConfigureAwait(false);
            status = response.StatusCode;
            using var body = await response.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
            return status == HttpStatusCode.OK ? read(body) : throw Refusal(request.MethodName, body, response.StatusCode);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (timedOut.IsCancellationRequested)
        {
            throw new RequestException("The call failed.", new TimeoutException($"There was no complete answer within {timeout.TotalSeconds} s."));
        }
        catch (JsonException ex) when (status is { } code)
        {
            throw new RequestException(ForeignAnswer(code), code, ex);
        }
        catch (Exception ex) when (ex is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            throw new RequestException("The call failed.", ex);
        }
    }

    private static RequestException Refusal(string method, Stream body, HttpStatusCode status)
    {
        var answer = JsonSerializer.Deserialize(body, BotApiJson.TypeInfo<ApiResponse>());
        return answer is not { ErrorCode: not 0, Description: { } description } ? new RequestException(ForeignAnswer(status), status)
            : IsInvalidToken(method, answer.ErrorCode, description) ? new InvalidTokenException(description, answer.ErrorCode)
            : new ApiRequestException(description, answer.ErrorCode, answer.Parameters);
    }

    // A malformed token gets 404 from every method; so does a method that the server lacks, but it has these two.
    private static bool IsInvalidToken(string method, int code, string description) =>
        code == 401 || (code == 404 && description == "Not Found" && method is "getMe" or "getUpdates");

    private static string ForeignAnswer(HttpStatusCode status) => $"The answer is not one of the Bot API ({(int)status} {status}).";
}
