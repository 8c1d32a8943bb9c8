using System.Net;
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
    /// <param name="request">The request. If Telegram does not accept its topic or its content, it is changed and sent once more.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    /// <param name="isOptional">Whether the server need not have the method.</param>
    /// <returns>Whether Telegram accepted it. A permanent rejection is logged and gives false.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    /// <exception cref="InvalidTokenException">The token is unknown, so no request will be accepted.</exception>
    /// <exception cref="RequestException">The request is optional, and the server does not have the method (404).</exception>
    public Task<bool> SendAsync(IRequest request, CancellationToken cancellation, bool isOptional = false) => CallAsync(request, BotApiJson.IsOk, isOptional, cancellation);

    /// <summary>Sends a request and reads its result.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    /// <param name="isOptional">Whether the server need not have the method.</param>
    /// <returns>The result; null when Telegram rejects the request for good, which is logged.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    /// <exception cref="InvalidTokenException">The token is unknown, so no request will be accepted.</exception>
    /// <exception cref="RequestException">The request is optional, and the server does not have the method (404).</exception>
    public Task<T?> QueryAsync<T>(IRequest<T> request, CancellationToken cancellation, bool isOptional = false)
        where T : class =>
        CallAsync<T?>(request, BotApiJson.Result<T>, isOptional, cancellation);

    /// <summary>Whether the server answered with 404: it does not have the method.</summary>
    public static bool IsNotFound(RequestException ex) => ex is ApiRequestException { ErrorCode: 404 } or { HttpStatusCode: HttpStatusCode.NotFound };

    /// <summary>The error in a line, with the HTTP status and the innermost cause, without the address, because the client library's address contains the token.</summary>
    public static string Summary(RequestException ex) => ex switch
    {
        ApiRequestException rejection => $"{rejection.ErrorCode} {rejection.Message}",
        { InnerException: { } inner, HttpStatusCode: not null } => $"{ex.Message} {inner.GetType().Name}: {ErrorSummary.Of(inner)}",
        { InnerException: { } inner } => $"{inner.GetType().Name}: {ErrorSummary.Of(inner)}",
        _ => ex.Message,
    };

    private async Task<T?> CallAsync<T>(IRequest request, Func<Stream, T> read, bool isOptional, CancellationToken cancellation)
    {
        var serverErrors = 0;
        try
        {
            return await Retry.RunAsync(
                attempt => CallOnceAsync(request, read, attempt),
                (ex, failures) => isOptional && ex is RequestException { } missing && IsNotFound(missing) ? RetryDecision.Fail : Decide(request, ex, failures, ref serverErrors),
                time,
                random,
                cancellation).ConfigureAwait(false);
        }
        catch (ApiRequestException ex) when (ex is not InvalidTokenException && !(isOptional && IsNotFound(ex)))
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
            case ApiRequestException refusal when TryReduce(request, refusal):
                return RetryDecision.Now;
            case ApiRequestException refusal:
                return refusal.ErrorCode < 500 || ++serverErrors == MaxServerErrors ? RetryDecision.Fail : RetryDecision.BackOff;
            case RequestException failure:
                // The network failed or the answer is unreadable. The message may have arrived, but sending it twice is better than not at all.
                LogUnreachable(request.MethodName, failures, Summary(failure));
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

    // Whether the request no longer has what Telegram did not accept, so that it can be sent once more.
    private bool TryReduce(IRequest request, ApiRequestException rejection)
    {
        switch (Rejection.KindOf(rejection))
        {
            // A reply finds the topic of its message.
            case RejectionKind.TopicGone when request is SendMessageRequest { MessageThreadId: not null } message:
                message.MessageThreadId = null;
                LogTopicGone(request.MethodName, rejection.Message);
                return true;
            case RejectionKind.InvalidContent when PlainContent.TryReduce(request):
                LogReduced(request.MethodName, rejection.ErrorCode, rejection.Message);
                return true;
            default:
                return false;
        }
    }

    private void Refused(string method, ApiRequestException refusal)
    {
        if (Rejection.KindOf(refusal) is RejectionKind.Expected or RejectionKind.TopicGone)
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

    [LoggerMessage(TelegramEvents.TopicGone, LogLevel.Information, "The topic of {Method} is gone ({Description}); it is sent once more without naming one.")]
    private partial void LogTopicGone(string method, string description);

    [LoggerMessage(TelegramEvents.ContentRejected, LogLevel.Error, "Telegram did not accept the content of {Method}: {Code} {Description} It is sent once more as plain text without buttons.")]
    private partial void LogReduced(string method, int code, string description);

    [LoggerMessage(TelegramEvents.RequestRejected, LogLevel.Error, "Telegram rejected {Method}: {Code} {Description}")]
    private partial void LogFailed(string method, int code, string description);
}
