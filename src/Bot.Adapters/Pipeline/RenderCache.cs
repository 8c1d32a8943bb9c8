using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Bot.Answers.Model;

namespace Bot.Adapters.Pipeline;

/// <summary>
/// The pages that were rendered lately, by what is asked and where it is shown. A page of another version of the base is never given.
/// Safe for any number of threads.
/// </summary>
/// <typeparam name="TContent">The platform's form.</typeparam>
/// <param name="capacity">How many pages are kept before all are dropped; 0 to keep none.</param>
internal sealed class RenderCache<TContent>(int capacity)
{
    private readonly ConcurrentDictionary<(Request Request, Placement Placement), Rendered<TContent>> _pages = new();
    private int _added;

    /// <summary>Finds the page that a request asks for.</summary>
    public bool TryGet(Request request, Placement placement, string version, [MaybeNullWhen(false)] out Rendered<TContent> rendered) =>
        _pages.TryGetValue((request, placement), out rendered) && rendered.Page.Version == version;

    /// <summary>Keeps the page that a request asks for.</summary>
    public void Add(Request request, Placement placement, Rendered<TContent> rendered)
    {
        if (capacity == 0)
        {
            return;
        }

        // The dictionary's own count would take all of its locks.
        if (Interlocked.Increment(ref _added) % capacity == 0)
        {
            _pages.Clear();
        }

        _pages[(request, placement)] = rendered;
    }
}
