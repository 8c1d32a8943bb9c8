using System.Net;
using Bot.Discord.Net.Logging;
using Bot.Discord.Rest;
using Bot.Platform;
using Discord;
using Discord.Net;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Net;

/// <summary>Makes requests until Discord answers, which Discord.Net itself gives up after the first that does not arrive.</summary>
/// <param name="time">The clock.</param>
/// <param name="logger">Takes failures.</param>
internal sealed partial class Requests(TimeProvider time, ILogger logger)
{
    private const int Milliseconds = 30_000;

    /// <summary>Makes a request.</summary>
    /// <param name="what">What logs call it.</param>
    /// <param name="request">Makes it once.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="RefusedException">Discord refused.</exception>
    public async Task<T> MakeAsync<T>(string what, Func<RequestOptions, Task<T>> request, CancellationToken cancellation)
    {
        for (var failures = 0; ;)
        {
            try
            {
                return await request(Options(Milliseconds, cancellation)).WaitAsync(cancellation).ConfigureAwait(false);
            }
            catch (Exception fault) when (cancellation.IsCancellationRequested)
            {
                throw new OperationCanceledException(fault.Message, fault, cancellation);
            }
            catch (HttpException refusal) when (IsRefusal(refusal))
            {
                throw new RefusedException((int)refusal.HttpCode, refusal.Message);
            }
            catch (Exception fault) when (IsWorlds(fault))
            {
                LogUnreachable(what, ++failures, fault.Message);
            }

            await Task.Delay(Backoff.Delay(failures, Random.Shared.NextDouble()), time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>How a request is made: what Discord asks to wait for is waited for; all else that fails is left to the caller, since Discord.Net would try again at once and without end.</summary>
    public static RequestOptions Options(int milliseconds, CancellationToken cancellation) =>
        new() { Timeout = milliseconds, RetryMode = RetryMode.RetryRatelimit, CancelToken = cancellation };

    /// <summary>Whether Discord understood a request and will not do it, however often it is repeated. What gives no reason comes from something before Discord, and may pass.</summary>
    public static bool IsRefusal(HttpException fault) =>
        (int)fault.HttpCode < 500 && (fault.DiscordCode is not null || fault.Reason is not null || fault.HttpCode == HttpStatusCode.Unauthorized);

    /// <summary>Whether a fault is of the network or of what came over it, and not of the bot.</summary>
    public static bool IsWorlds(Exception fault) =>
        fault is HttpException or HttpRequestException or IOException or TimeoutException or OperationCanceledException or Newtonsoft.Json.JsonException;

    [LoggerMessage(DiscordNetEvents.RequestFailed, LogLevel.Warning, "{What} did not reach Discord (failure {Failures}): {Fault}")]
    private partial void LogUnreachable(string what, int failures, string fault);
}
