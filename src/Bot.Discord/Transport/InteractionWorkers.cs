using Bot.Adapters.Monitoring;
using Bot.Adapters.Queueing;
using Bot.Discord.Logging;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Transport;

/// <summary>
/// Handles the interactions that the gateway brings, many at a time and away from the task that reads it, and each once although a
/// resumed session may bring it again. What waits too long to be answered in time is dropped.
/// </summary>
/// <typeparam name="T">An interaction.</typeparam>
/// <param name="id">Gives its id.</param>
/// <param name="handle">Answers it, given a timestamp of the clock of when it came; done when Discord has taken the response.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Takes failures.</param>
/// <param name="telemetry">Takes how long it took.</param>
public sealed partial class InteractionWorkers<T>(Func<T, ulong> id, Func<T, long, CancellationToken, Task> handle, TimeProvider time, ILogger logger, AdapterTelemetry telemetry) : IDisposable
{
    private readonly ILogger _logger = logger;

    /// <summary>How long an interaction can be answered (Receiving and Responding, Responding to an Interaction).</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(3);

    // Each waits for Discord most of the time: so many answer a thousand in a second if that takes 100 ms.
    private const int Workers = 100;
    private const int RememberedIds = 8192;

    // So many they answer in the window.
    private const int Capacity = 3000;

    private readonly ExpiringQueue<T> _waiting = new(Capacity, Window, time);
    private readonly RecentIds<ulong> _seen = new(RememberedIds);
    private int _handling;

    /// <summary>How many are being answered or wait.</summary>
    public int Count => Volatile.Read(ref _handling) + _waiting.Count;

    /// <summary>Takes an interaction, and comes back at once.</summary>
    public void Enqueue(T interaction)
    {
        if (IsNew(id(interaction)) && _waiting.Enqueue(interaction) is > 0 and var dropped)
        {
            LogDropped(dropped);
        }
    }

    /// <summary>Handles until <see cref="Complete"/>, and what was taken before it.</summary>
    /// <param name="cancellation">Ends it at once.</param>
    public Task RunAsync(CancellationToken cancellation) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(cancellation)));

    /// <summary>Takes nothing more.</summary>
    public void Complete() => _waiting.Complete();

    /// <summary>Gives everything back. Nothing may be handled any more.</summary>
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
                // One interaction that fails must not end its worker.
                LogFailed(ex, id(interaction));
            }
            finally
            {
                Interlocked.Decrement(ref _handling);
            }
        }
    }

    [LoggerMessage(DiscordEvents.InteractionsDropped, LogLevel.Warning, "Interactions come faster than Discord takes responses: {Count} were dropped, for they could not be answered in time.")]
    private partial void LogDropped(int count);

    [LoggerMessage(DiscordEvents.InteractionFailed, LogLevel.Error, "Interaction {Id} failed.")]
    private partial void LogFailed(Exception ex, ulong id);
}
