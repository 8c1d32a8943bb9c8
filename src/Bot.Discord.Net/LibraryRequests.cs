using System.Net;
using Bot.Adapters.Resilience;
using Bot.Discord.Net.Logging;
using Bot.Discord.Rest;
using Discord;
using Discord.Net;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Net;

/// <summary>Makes requests until Discord answers, which Discord.Net itself gives up after the first that does not arrive.</summary>
/// <param name="time">The clock.</param>
/// <param name="random">Spreads waits; safe for any number of threads.</param>
/// <param name="logger">Takes failures.</param>
internal sealed partial class LibraryRequests(TimeProvider time, Random random, ILogger logger)
{
    private const int Milliseconds = 30_000;

    /// <summary>Makes a request.</summary>
    /// <param name="what">What logs call it.</param>
    /// <param name="request">Makes it once.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="DiscordApiException">Discord refused.</exception>
    public Task<T> MakeAsync<T>(string what, Func<RequestOptions, Task<T>> request, CancellationToken cancellation) => Retry.RunAsync(
        attempt => MakeOnceAsync(request, attempt),
        (ex, failures) => Decide(what, ex, failures),
        time,
        random,
        cancellation);

    /// <summary>How a request is made: what Discord asks to wait for is waited for; all else that fails is left to the caller, since Discord.Net would try again at once and without end.</summary>
    public static RequestOptions Options(int milliseconds, CancellationToken cancellation) =>
        new() { Timeout = milliseconds, RetryMode = RetryMode.RetryRatelimit, CancelToken = cancellation };

    /// <summary>Whether Discord understood a request and will not do it, however often it is repeated. What gives no reason comes from something before Discord, and may pass.</summary>
    public static bool IsRefusal(HttpException ex) =>
        (int)ex.HttpCode < 500 && (ex.DiscordCode is not null || ex.Reason is not null || ex.HttpCode == HttpStatusCode.Unauthorized);

    /// <summary>
    /// Whether an exception is of the network or of what came over it, and may pass. That something was cancelled is a timeout where the
    /// caller did not cancel it.
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

        LogUnreachable(what, failures, ex.Message);
        return RetryDecision.BackOff;
    }

    [LoggerMessage(DiscordNetEvents.RequestFailed, LogLevel.Warning, "{What} did not reach Discord (failure {Failures}): {Error}")]
    private partial void LogUnreachable(string what, int failures, string error);
}
