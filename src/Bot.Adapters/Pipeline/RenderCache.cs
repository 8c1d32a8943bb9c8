using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Bot.Answers.Model;

namespace Bot.Adapters.Pipeline;

/// <summary>
/// A cache of rendered pages, by request and placement. It never returns a page of another version of the base.
/// Safe for any number of threads.
/// </summary>
/// <typeparam name="TContent">The platform's format.</typeparam>
/// <param name="capacity">The number of pages after which all are evicted; 0 to cache none.</param>
internal sealed class RenderCache<TContent>(int capacity)
{
    private readonly ConcurrentDictionary<(Request Request, Placement Placement), Rendered<TContent>> _pages = new();
    private int _added;

    /// <summary>Finds the page for a request.</summary>
    public bool TryGet(Request request, Placement placement, string version, [MaybeNullWhen(false)] out Rendered<TContent> rendered) =>
        _pages.TryGetValue((request, placement), out rendered) && rendered.Page.Version == version;

    /// <summary>Caches the page for a request.</summary>
    public void Add(Request request, Placement placement, Rendered<TContent> rendered)
    {
        if (capacity == 0)
        {
            return;
        }

        // The dictionary's Count would acquire all of its locks.
        if (Interlocked.Increment(ref _added) % capacity == 0)
        {
            _pages.Clear();
        }

        _pages[(request, placement)] = rendered;
    }
}
