namespace Bot.EndToEnd.Tests;

/// <summary>How a test follows the health of a process.</summary>
internal static class ProcessHealth
{
    // Nothing tells of a change of health. Asking without a pause would take the processor from the process that is waited for.
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks at intervals until the answer is the one waited for, and gives it.</summary>
    /// <param name="ask">Asks for the health.</param>
    /// <param name="isAwaited">Whether it is the one.</param>
    /// <param name="deadline">Ends the wait.</param>
    public static async Task<T> WaitForAsync<T>(Func<Task<T>> ask, Func<T, bool> isAwaited, CancellationToken deadline)
    {
        using var timer = new PeriodicTimer(s_interval, TimeProvider.System);
        while (true)
        {
            var answer = await ask();
            if (isAwaited(answer))
            {
                return answer;
            }

            await timer.WaitForNextTickAsync(deadline);
        }
    }
}
