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
/// Sends requests until they are taken or refused for good. A wait holds up only the caller, and so only the one chat.
/// Replies are not throttled beforehand: Telegram's limits are unspecified, and it says itself when to wait.
/// </summary>
internal sealed partial class ApiRequestSender(BotApiClient api, TimeProvider time, Random random, ILogger logger, AdmissionControl limits, AdapterTelemetry telemetry)
{
    // A request that the server fails on so often is at fault itself; the last wait is half a minute.
    private const int MaxServerErrors = 8;

    /// <summary>Sends something of which the result tells nothing.</summary>
    /// <returns>Whether it was taken; otherwise Telegram refuses it for good, which is logged.</returns>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    /// <exception cref="ApiRequestException">The token is not known: nothing that is sent will ever be taken.</exception>
    public Task<bool> SendAsync(IRequest request, CancellationToken cancellation) => CallAsync(request, BotApiJson.IsOk, cancellation);

    /// <summary>Asks for something.</summary>
    /// <returns>The result; null when Telegram refuses it for good, which is logged.</returns>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    /// <exception cref="ApiRequestException">The token is not known: nothing will ever be given.</exception>
    public Task<T?> QueryAsync<T>(IRequest<T> request, CancellationToken cancellation)
        where T : class =>
        CallAsync<T?>(request, BotApiJson.Result<T>, cancellation);

    /// <summary>Whether Telegram does not know the token: 401, or 404 for one of no bot's form. A method that an old server lacks is 404 too.</summary>
    public static bool IsInvalidToken(ApiRequestException refusal) => refusal is { ErrorCode: 401 } or { ErrorCode: 404, Message: "Not Found" };

    /// <summary>What went wrong, without an address: the client's has the token in it.</summary>
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
        // Only what is on its way takes room, not what waits for Telegram.
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
                // The network, or an answer that is none: what was sent may have arrived, but a second answer is better than none.
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

                // What was asked stayed in the old chat.
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
        // The world's: nobody to tell, or nothing left to do.
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

    [LoggerMessage(TelegramEvents.ChatMigrated, LogLevel.Information, "The group has become the supergroup {Chat}; the answer goes there.")]
    private partial void LogMigrated(long chat);

    [LoggerMessage(TelegramEvents.RateLimited, LogLevel.Information, "Telegram asks to wait before {Method}: {Seconds} s. Only this chat waits.")]
    private partial void LogRateLimited(string method, double seconds);

    [LoggerMessage(TelegramEvents.RequestFailed, LogLevel.Warning, "{Method} did not reach Telegram (failure {Failures}): {Error}")]
    private partial void LogUnreachable(string method, int failures, string error);

    [LoggerMessage(TelegramEvents.RequestDeclined, LogLevel.Information, "Telegram did not take {Method}: {Code} {Description}")]
    private partial void LogRefused(string method, int code, string description);

    [LoggerMessage(TelegramEvents.RequestRejected, LogLevel.Error, "Telegram refused {Method}: {Code} {Description}")]
    private partial void LogFailed(string method, int code, string description);
}
