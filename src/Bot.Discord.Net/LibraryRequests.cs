using System.Net;
using Bot.Adapters.Resilience;
using Bot.Discord.Net.Logging;
using Bot.Discord.Rest;
using Discord;
using Discord.Net;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Net;

/// <summary>Sends requests until Discord answers. Discord.Net itself gives up after the first one that does not arrive.</summary>
/// <param name="time">The clock.</param>
/// <param name="random">The source of jitter. Safe for any number of threads.</param>
/// <param name="logger">The logger for failures.</param>
internal sealed partial class LibraryRequests(TimeProvider time, Random random, ILogger logger)
{
    private const int Milliseconds = 30_000;

    /// <summary>Sends a request.</summary>
    /// <param name="what">The request's name in the log.</param>
    /// <param name="request">Sends the request once.</param>
    /// <param name="cancellation">Cancels the request.</param>
    /// <param name="maxNotFound">The number of failures after which a page with 404, which a server before Discord may send for a time, is final; null: none.</param>
    /// <exception cref="DiscordApiException">Discord rejected the request.</exception>
    /// <exception cref="HttpException">The last answer was a page with 404.</exception>
    public Task<T> MakeAsync<T>(string what, Func<RequestOptions, Task<T>> request, CancellationToken cancellation, int? maxNotFound = null) => Retry.RunAsync(
        attempt => MakeOnceAsync(request, attempt),
        (ex, failures) => failures >= maxNotFound && ex is HttpException { HttpCode: HttpStatusCode.NotFound } ? RetryDecision.Fail : Decide(what, ex, failures),
        time,
        random,
        cancellation);

    /// <summary>Discord.Net's options for a request: it waits as long as Discord asks. The caller retries all other failures, because Discord.Net would retry at once and without end.</summary>
    public static RequestOptions Options(int milliseconds, CancellationToken cancellation) =>
        new() { Timeout = milliseconds, RetryMode = RetryMode.RetryRatelimit, CancelToken = cancellation };

    /// <summary>Whether Discord understood a request and rejected it for good. An error without a reason comes from a server before Discord and may be temporary.</summary>
    public static bool IsRefusal(HttpException ex) =>
        (int)ex.HttpCode < 500 && (ex.DiscordCode is not null || ex.Reason is not null || ex.HttpCode == HttpStatusCode.Unauthorized);

    /// <summary>
    /// Whether an exception comes from the network or from an unreadable answer, and may be temporary. A cancellation that the caller did
    /// not request is a timeout.
    /// </summary>
    public static bool IsTransient(Exception ex) =>
        ex is HttpException or HttpRequestException or IOException or TimeoutException or OperationCanceledException or Newtonsoft.Json.JsonException;

    private static async Task<T> MakeOnceAsync<T>(Func<RequestOptions, Task<T>> request, CancellationToken cancellation)
    {
        try
        {
            return await request(Options(Milliseconds, cancellation)).WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception ex) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(ex.Message, ex, cancellation);
        }
        catch (HttpException ex) when (IsRefusal(ex))
        {
            throw new DiscordApiException((int)ex.HttpCode, ex.Message);
        }
    }

    private RetryDecision Decide(string what, Exception ex, int failures)
    {
        if (!IsTransient(ex))
        {
            return RetryDecision.Fail;
        }

        LogUnreachable(what, failures, ErrorSummary.Of(ex));
        return RetryDecision.BackOff;
    }

    [LoggerMessage(DiscordNetEvents.RequestFailed, LogLevel.Warning, "{What} did not reach Discord (failure {Failures}): {Error}")]
    private partial void LogUnreachable(string what, int failures, string error);
}
