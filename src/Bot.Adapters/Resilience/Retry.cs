namespace Bot.Adapters.Resilience;

/// <summary>Repeats what may fail until it succeeds, or until it is not worth another attempt.</summary>
public static class Retry
{
    /// <summary>Makes attempts, one after the other.</summary>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="attempt">Makes one attempt.</param>
    /// <param name="decide">
    /// Says what to do after an attempt threw. It is given the exception, and the number of failures if this is one, from 1. It is not
    /// asked once <paramref name="cancellation"/> has ended an attempt.
    /// </param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Spreads the waits of <see cref="Backoff"/>; safe for as many threads as use it.</param>
    /// <param name="cancellation">Ends the waits, and is given to each attempt.</param>
    /// <param name="window">The time for all attempts; null when there is no end to it.</param>
    /// <returns>What the first successful attempt gave.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="RetryWindowClosedException">The window would be over before the next attempt, or was so before the first.</exception>
    /// <remarks>What the last attempt threw goes to the caller when the decision is to fail.</remarks>
    public static async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> attempt,
        Func<Exception, int, RetryDecision> decide,
        TimeProvider time,
        Random random,
        CancellationToken cancellation,
        RetryWindow? window = null)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        ArgumentNullException.ThrowIfNull(decide);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(random);
        for (var (failures, wait) = (0, TimeSpan.Zero); ;)
        {
            if (window is not null)
            {
                var blocked = window.Blocked();
                wait = blocked > wait ? blocked : wait;
                if (time.GetElapsedTime(window.Start) + wait >= window.Length)
                {
                    throw new RetryWindowClosedException(failures);
                }
            }

            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
            }

            try
            {
                return await attempt(cancellation).ConfigureAwait(false);
            }
            catch (Exception ex) when (ex is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                var decision = decide(ex, failures + 1);
                if (!decision.IsRetry)
                {
                    throw;
                }

                wait = decision.IsFailure ? Backoff.Delay(++failures, random.NextDouble()) / (window?.Haste ?? 1) : decision.Wait;
            }
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    /// <summary>Makes attempts that give nothing, one after the other.</summary>
    public static Task RunAsync(
        Func<CancellationToken, Task> attempt,
        Func<Exception, int, RetryDecision> decide,
        TimeProvider time,
        Random random,
        CancellationToken cancellation,
        RetryWindow? window = null)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return RunAsync<object?>(
            async c =>
            {
                await attempt(c).ConfigureAwait(false);
                return null;
            },
            decide,
            time,
            random,
            cancellation,
            window);
    }
}
