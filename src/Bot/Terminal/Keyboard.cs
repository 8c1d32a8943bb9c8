using Spectre.Console;

namespace Bot.Terminal;

/// <summary>The keys that the reader presses. They are polled, because a read of a key cannot be cancelled.</summary>
/// <param name="input">The source of the keys.</param>
/// <param name="time">The clock for polling.</param>
internal sealed class Keyboard(IAnsiConsoleInput input, TimeProvider time)
{
    private static readonly TimeSpan s_pollInterval = TimeSpan.FromMilliseconds(15);

    /// <summary>Whether a key is waiting. Pasted text arrives as many keys at once.</summary>
    public bool HasKey => input.IsKeyAvailable();

    /// <summary>The next key; null when it is cancelled.</summary>
    /// <param name="whileWaiting">Called repeatedly while no key is pressed.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<ConsoleKeyInfo?> ReadKeyAsync(Action? whileWaiting, CancellationToken cancellation)
    {
        while (!HasKey)
        {
            if (cancellation.IsCancellationRequested)
            {
                return null;
            }

            whileWaiting?.Invoke();
            await Task.Delay(s_pollInterval, time, CancellationToken.None).ConfigureAwait(false);
        }

        // Terminals send Escape before a key that is pressed with Alt. The runtime only knows it when no other key follows.
        return input.ReadKey(intercept: true) is not { } key ? null
            : key is { Key: ConsoleKey.Escape, Modifiers: 0 } && HasKey && input.ReadKey(intercept: true) is { } next
                ? new ConsoleKeyInfo(next.KeyChar, next.Key, next.Modifiers.HasFlag(ConsoleModifiers.Shift), alt: true, next.Modifiers.HasFlag(ConsoleModifiers.Control))
            : key;
    }
}
