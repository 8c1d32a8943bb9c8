using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Adapters.Resilience;
using Bot.Telegram.Logging;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;

namespace Bot.Telegram.Api;

/// <summary>
/// Sends requests until Telegram accepts them or rejects them for good. A wait delays only the caller, so only one chat.
/// Replies are not throttled in advance: Telegram's limits are unspecified, and Telegram says when to wait.
/// </summary>
internal sealed partial class ApiRequestSender(BotApiClient api, TimeProvider time, Random random, ILogger logger, AdmissionControl limits, AdapterTelemetry telemetry)
{
    // If the server fails this often on one request, the request itself is the cause. The last wait is half a minute.
    private const int MaxServerErrors = 8;

    /// <summary>Sends a request whose result is not needed.</summary>
    /// <returns>Whether Telegram accepted it. A permanent rejection is logged and gives false.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    /// <exception cref="ApiRequestException">The token is unknown, so no request will be accepted.</exception>
    public Task<bool> SendAsync(IRequest request, CancellationToken cancellation) => CallAsync(request, BotApiJson.IsOk, cancellation);

    /// <summary>Sends a request and reads its result.</summary>
    /// <returns>The result; null when Telegram rejects the request for good, which is logged.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    /// <exception cref="ApiRequestException">The token is unknown, so no request will be accepted.</exception>
    public Task<T?> QueryAsync<T>(IRequest<T> request, CancellationToken cancellation)
        where T : class =>
        CallAsync<T?>(request, BotApiJson.Result<T>, cancellation);

    /// <summary>Whether Telegram does not know the token: 401, or 404 for a malformed token. A method that an old server lacks also gives 404.</summary>
    public static bool IsInvalidToken(ApiRequestException refusal) => refusal is { ErrorCode: 401 } or { ErrorCode: 404, Message: "Not Found" };

    /// <summary>The error in a line, without the address, because the client library's address contains the token.</summary>
    public static string Summary(Exception ex) => ex.InnerException is { } inner ? $"{inner.GetType().Name}: {inner.Message}" : ex.Message;

    private async Task<T?> CallAsync<T>(IRequest request, Func<Stream, T> read, CancellationToken cancellation)
    {
        var serverErrors = 0;
        try
        {
            return await Retry.RunAsync(
                attempt => CallOnceAsync(request, read, attempt),
                (ex, failures) => Decide(request, ex, failures, ref serverErrors),
                time,
                random,
                cancellation).ConfigureAwait(false);
        }
        catch (ApiRequestException ex) when (!IsInvalidToken(ex))
        {
            telemetry.SendRefused();
            Refused(request.MethodName, ex);
            return default;
        }
    }

    private async Task<T> CallOnceAsync<T>(IRequest request, Func<Stream, T> read, CancellationToken cancellation)
    {
        // Only requests in flight count against the limit, not those waiting for Telegram.
        using var slot = await limits.EnterAsync(cancellation).ConfigureAwait(false);
        return await api.CallAsync(request, read, cancellation).ConfigureAwait(false);
    }

    private RetryDecision Decide(IRequest request, Exception ex, int failures, ref int serverErrors)
    {
        switch (ex)
        {
            case ApiRequestException { Parameters.MigrateToChatId: { } successor } when request is IChatTargetable:
                LogMigrated(successor);
                Redirect(request, successor);
                return RetryDecision.Now;
            case ApiRequestException { ErrorCode: 429 } refusal:
                var wait = TimeSpan.FromSeconds(refusal.Parameters?.RetryAfter ?? 1);
                telemetry.RateLimited();
                LogRateLimited(request.MethodName, wait.TotalSeconds);
                return RetryDecision.After(wait);
            case ApiRequestException refusal:
                return refusal.ErrorCode < 500 || ++serverErrors == MaxServerErrors ? RetryDecision.Fail : RetryDecision.BackOff;
            case RequestException:
                // The network failed or the answer is unreadable. The message may have arrived, but sending it twice is better than not at all.
                LogUnreachable(request.MethodName, failures, Summary(ex));
                return RetryDecision.BackOff;
            default:
                return RetryDecision.Fail;
        }
    }

    private static void Redirect(IRequest request, long chat)
    {
        switch (request)
        {
            case SendMessageRequest message:
                message.ChatId = chat;

                // The message that this replies to stayed in the old chat.
                message.ReplyParameters = null;
                break;
            case EditMessageTextRequest edit:
                edit.ChatId = chat;
                break;
            default:
                throw new InvalidOperationException($"{request.MethodName} is not sent to a chat.");
        }
    }

    private void Refused(string method, ApiRequestException refusal)
    {
        // Not the bot's mistake: there is nobody to answer, or nothing left to do.
        var expected = refusal.ErrorCode == 403
            || refusal.Message.Contains("chat not found", StringComparison.Ordinal)
            || refusal.Message.Contains("message is not modified", StringComparison.Ordinal)
            || refusal.Message.Contains("message to edit not found", StringComparison.Ordinal)
            || refusal.Message.Contains("MESSAGE_ID_INVALID", StringComparison.Ordinal)
            || refusal.Message.Contains("message can't be edited", StringComparison.Ordinal)
            || refusal.Message.Contains("query is too old", StringComparison.Ordinal)
            || refusal.Message.Contains("not enough rights", StringComparison.Ordinal);
        if (expected)
        {
            LogRefused(method, refusal.ErrorCode, refusal.Message);
        }
        else
        {
            LogFailed(method, refusal.ErrorCode, refusal.Message);
        }
    }

    [LoggerMessage(TelegramEvents.ChatMigrated, LogLevel.Information, "The group has become the supergroup {Chat}; the answer is sent there.")]
    private partial void LogMigrated(long chat);

    [LoggerMessage(TelegramEvents.RateLimited, LogLevel.Information, "Telegram asks to wait before {Method}: {Seconds} s. Only this chat waits.")]
    private partial void LogRateLimited(string method, double seconds);

    [LoggerMessage(TelegramEvents.RequestFailed, LogLevel.Warning, "{Method} did not reach Telegram (failure {Failures}): {Error}")]
    private partial void LogUnreachable(string method, int failures, string error);

    [LoggerMessage(TelegramEvents.RequestDeclined, LogLevel.Information, "Telegram did not accept {Method}: {Code} {Description}")]
    private partial void LogRefused(string method, int code, string description);

    [LoggerMessage(TelegramEvents.RequestRejected, LogLevel.Error, "Telegram rejected {Method}: {Code} {Description}")]
    private partial void LogFailed(string method, int code, string description);
}
