using Bot.Adapters.Monitoring;
using Bot.Adapters.Queueing;
using Bot.Discord.Logging;
using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Transport;

/// <summary>
/// Handles the gateway's interactions, many in parallel and off the task that reads them. Each is handled once, although a resumed session
/// may send it again. An interaction that waits too long to be answered in time is dropped.
/// </summary>
/// <typeparam name="T">The type of an interaction.</typeparam>
/// <param name="id">Gets an interaction's id.</param>
/// <param name="handle">Answers an interaction, given the timestamp of the clock when it was received; completes when Discord has the response.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The logger for failures.</param>
/// <param name="telemetry">The telemetry that receives the durations.</param>
public sealed partial class InteractionWorkers<T>(Func<T, ulong> id, Func<T, long, CancellationToken, Task> handle, TimeProvider time, ILogger logger, AdapterTelemetry telemetry) : IDisposable
{
    private readonly ILogger _logger = logger;

    // A worker waits for Discord most of the time. At 100 ms per response, this many answer a thousand a second.
    private const int Workers = 100;

    // Far more than Discord sends again after a resumed session.
    private const int RememberedIds = 8192;

    // The number of interactions that the workers answer in the window.
    private const int Capacity = 3000;

    private readonly ExpiringQueue<T> _waiting = new(Capacity, RetryLimits.ResponseWindow, time);
    private readonly RecentIds<ulong> _seen = new(RememberedIds);
    private int _handling;

    /// <summary>The number of interactions that are handled or wait.</summary>
    public int Count => Volatile.Read(ref _handling) + _waiting.Count;

    /// <summary>Queues an interaction and returns at once.</summary>
    public void Enqueue(T interaction)
    {
        if (IsNew(id(interaction)) && _waiting.Enqueue(interaction) is > 0 and var dropped)
        {
            LogDropped(dropped);
        }
    }

    /// <summary>Handles interactions until <see cref="Complete"/>, and then the remaining ones.</summary>
    /// <param name="cancellation">Cancels the handling at once.</param>
    public Task RunAsync(CancellationToken cancellation) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(cancellation)));

    /// <summary>Stops accepting interactions.</summary>
    public void Complete() => _waiting.Complete();

    /// <summary>Frees the resources. Nothing may be handled any more.</summary>
    public void Dispose() => _waiting.Dispose();

    private bool IsNew(ulong interaction)
    {
        lock (_seen)
        {
            return _seen.Add(interaction);
        }
    }

    private async Task WorkAsync(CancellationToken cancellation)
    {
        while (await _waiting.DequeueAsync(cancellation).ConfigureAwait(false) is var (interaction, received))
        {
            Interlocked.Increment(ref _handling);
            try
            {
                await handle(interaction, received, cancellation).ConfigureAwait(false);
                telemetry.Handled(time.GetElapsedTime(received));
            }
            catch (Exception ex) when (!cancellation.IsCancellationRequested)
            {
                // An interaction that fails must not stop its worker.
                LogFailed(ex, id(interaction));
            }
            finally
            {
                Interlocked.Decrement(ref _handling);
            }
        }
    }

    [LoggerMessage(DiscordEvents.InteractionsDropped, LogLevel.Warning, "Interactions arrive faster than Discord accepts responses: {Count} were dropped because they could not be answered in time.")]
    private partial void LogDropped(int count);

    [LoggerMessage(DiscordEvents.InteractionFailed, LogLevel.Error, "Interaction {Id} failed.")]
    private partial void LogFailed(Exception ex, ulong id);
}
