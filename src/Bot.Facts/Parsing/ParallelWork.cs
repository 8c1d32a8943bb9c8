namespace Bot.Facts.Parsing;

/// <summary>Spreads work over the machine's cores.</summary>
internal static class ParallelWork
{
    /// <summary>
    /// Calls <paramref name="work"/> for each number from 0 to below <paramref name="count"/>, and returns when all calls are done.
    /// <see cref="Parallel"/> is not used, because its first call in a process costs more time than it saves on a small base.
    /// </summary>
    public static void Share(int count, Action<int> work)
    {
        var cores = Math.Min(Environment.ProcessorCount, count);
        var next = -1;
        var others = new Task[Math.Max(0, cores - 1)];
        for (var i = 0; i < others.Length; i++)
        {
            others[i] = Task.Run(WorkThrough);
        }

        WorkThrough();
        Task.WaitAll(others);

        void WorkThrough()
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                work(i);
            }
        }
    }
}
