using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Bot.Adapters.Pipeline;

/// <summary>
/// Answers that were shown lately, in the form in which a platform shows them. One that was made from another version of the base is
/// never given. Safe for any number of threads.
/// </summary>
/// <typeparam name="TKey">What is asked, and how it is to be shown.</typeparam>
/// <typeparam name="TShown">What is shown.</typeparam>
public sealed class RecentAnswers<TKey, TShown>
    where TKey : notnull
{
    // What many ask in five languages, and all pages of an answer: a few megabytes.
    private const int Capacity = 2048;

    private readonly ConcurrentDictionary<TKey, (string Version, TShown Shown)> _remembered = new();
    private int _added;

    /// <summary>Finds what is shown for a request, by a version of the base.</summary>
    public bool TryGet(TKey key, string version, [MaybeNullWhen(false)] out TShown shown)
    {
        var isKnown = _remembered.TryGetValue(key, out var known) && known.Version == version;
        shown = known.Shown;
        return isKnown;
    }

    /// <summary>Remembers what is shown for a request.</summary>
    /// <param name="key">The request.</param>
    /// <param name="version">The version of the base that it was made from.</param>
    /// <param name="shown">What is shown.</param>
    public void Add(TKey key, string version, TShown shown)
    {
        // The dictionary's own count would stop all who use it.
        if (Interlocked.Increment(ref _added) % Capacity == 0)
        {
            _remembered.Clear();
        }

        _remembered[key] = (version, shown);
    }
}
