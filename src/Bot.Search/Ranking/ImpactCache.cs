using System.Collections.Concurrent;

namespace Bot.Search.Ranking;

/// <summary>
/// A cache of the impacts of terms, for later searches. The index's own terms are never evicted; new ones are added until the space is used
/// up. Other terms are evicted all at once when there are too many. Safe for any number of threads.
/// </summary>
internal sealed class ImpactCache
{
    private readonly TermImpacts?[] _known;
    private readonly ConcurrentDictionary<string, TermImpacts> _unknown = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TermImpacts>.AlternateLookup<ReadOnlySpan<char>> _unknownBySpan;
    private int _unknownCount;
    private long _cachedBytes;

    /// <summary>Creates an empty cache.</summary>
    /// <param name="terms">The number of terms in the index.</param>
    public ImpactCache(int terms)
    {
        _known = new TermImpacts?[terms];
        _unknownBySpan = _unknown.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The memory that it occupies while it is empty, in bytes.</summary>
    public long EmptySizeInBytes => _known.Length * (long)IntPtr.Size;

    /// <summary>Finds the impacts of a term; null when they are not cached.</summary>
    /// <param name="number">The number of the term in the index; negative when the index does not have it.</param>
    /// <param name="term">The characters of the term.</param>
    public TermImpacts? Find(int number, ReadOnlySpan<char> term)
    {
        if (number >= 0)
        {
            return Volatile.Read(ref _known[number]);
        }

        return _unknownBySpan.TryGetValue(term, out var impacts) ? impacts : null;
    }

    /// <summary>Caches a copy of a term's impacts, if they are small enough and there is space.</summary>
    /// <param name="number">The number of the term in the index; negative when the index does not have it.</param>
    /// <param name="term">The characters of the term; read only when the index does not have it.</param>
    /// <param name="impacts">The impacts, which the caller may change afterwards.</param>
    public void Add(int number, ReadOnlySpan<char> term, TermImpacts impacts)
    {
        if (impacts.SizeInBytes > SearchTuning.MaxCachedBytesPerTerm)
        {
            return;
        }

        if (number < 0)
        {
            if (Interlocked.Increment(ref _unknownCount) % SearchTuning.MaxCachedUnknownTerms == 0)
            {
                _unknown.Clear();
            }

            _unknown[term.ToString()] = impacts.Copy();
        }
        else if (Interlocked.Read(ref _cachedBytes) + impacts.SizeInBytes <= SearchTuning.MaxCachedBytes
            && Interlocked.CompareExchange(ref _known[number], impacts.Copy(), null) is null)
        {
            Interlocked.Add(ref _cachedBytes, impacts.SizeInBytes);
        }
    }
}
