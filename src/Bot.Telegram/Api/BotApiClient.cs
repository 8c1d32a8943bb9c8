using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests.Abstractions;

namespace Bot.Telegram.Api;

/// <summary>
/// Calls methods of the Bot API: requests, types and their JSON are the client library's. Its own call writes in chunks, which is
/// twice as many writes, and reads each sent message back, which nobody needs; both together take a third of an answer's cost.
/// </summary>
/// <param name="http">Sends, without a timeout of its own.</param>
/// <param name="options">The token and the server. The token is in no exception that comes from here.</param>
/// <param name="timeout">How long a call may take, from connecting to the last byte of the answer.</param>
/// <param name="time">The clock.</param>
internal sealed class BotApiClient(HttpClient http, TelegramBotClientOptions options, TimeSpan timeout, TimeProvider time)
{
    /// <summary>
    /// The most bytes of an answer: a hundred updates of 320 kB. The longest, a rich message of 32,768 characters (Bot API, rich messages)
    /// that are all escaped, has 200 kB and its formatting.
    /// </summary>
    public const int MaxAnswerBytes = 32 << 20;

    private static readonly MediaTypeHeaderValue s_type = new("application/json");

    private readonly string _base = options.BaseRequestUrl + "/";

    /// <summary>Calls a method.</summary>
    /// <param name="request">The method and its parameters.</param>
    /// <param name="read">Reads the whole answer, which the server says is good.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ApiRequestException">The server refused.</exception>
    /// <exception cref="RequestException">The network failed, or what came is no answer.</exception>
    public async Task<T> CallAsync<T>(IRequest request, Func<Stream, T> read, CancellationToken cancellation)
    {
        using var timedOut = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timedOut.Token);
        try
        {
            using var content = new ByteArrayContent(BotApiJson.Write(request)) { Headers = { ContentType = s_type } };
            using var response = await http.PostAsync(_base + request.MethodName, content, either.Token).ConfigureAwait(false);
            using var body = await response.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
            return response.StatusCode == HttpStatusCode.OK ? read(body) : throw Refusal(body, response.StatusCode);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (timedOut.IsCancellationRequested)
        {
            throw new RequestException("The call failed.", new TimeoutException($"There was no whole answer within {timeout.TotalSeconds} s."));
        }
        catch (Exception ex) when (ex is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            throw new RequestException("The call failed.", ex);
        }
    }

    private static RequestException Refusal(Stream body, HttpStatusCode status)
    {
        var answer = JsonSerializer.Deserialize(body, BotApiJson.TypeInfo<ApiResponse>());
        return answer is { ErrorCode: not 0, Description: { } description }
            ? new ApiRequestException(description, answer.ErrorCode, answer.Parameters)
            : new RequestException($"The answer is none of the Bot API's ({(int)status}).", status);
    }
}
