namespace Bot.Adapters.Resilience;

/// <summary>Repeats an operation until it succeeds, or until another attempt is pointless.</summary>
public static class Retry
{
    /// <summary>Makes attempts one after the other until one succeeds.</summary>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="attempt">Makes one attempt.</param>
    /// <param name="decide">
    /// Decides what to do after an attempt threw. It receives the exception, and the number of failures including this one, from 1. It is not
    /// called when <paramref name="cancellation"/> has ended an attempt.
    /// </param>
    /// <param name="time">The clock.</param>
    /// <param name="random">The source of jitter for <see cref="Backoff"/>. It must be thread-safe if several threads use it.</param>
    /// <param name="cancellation">Ends the waits, and is passed to each attempt.</param>
    /// <param name="window">The time for all attempts; null when it is unlimited.</param>
    /// <returns>The result of the first successful attempt.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="RetryWindowClosedException">The window would close before the next attempt, or had closed before the first.</exception>
    /// <remarks>If the decision is to fail, the exception of the last attempt is rethrown.</remarks>
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

                wait = decision.IsFailure ? Backoff.Delay(++failures, random.NextDouble()) / (window?.BackoffDivisor ?? 1) : decision.Wait;
            }
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    /// <summary>Makes attempts without a result one after the other until one succeeds.</summary>
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
