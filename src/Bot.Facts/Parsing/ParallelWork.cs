namespace Bot.Facts.Parsing;

/// <summary>Shares work among the machine's cores.</summary>
internal static class ParallelWork
{
    /// <summary>
    /// Does a piece of work for each number below a count, and returns when all are done. Its own few lines, because
    /// the first use of <see cref="Parallel"/> costs a new process more than loading a small base gains by it.
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
