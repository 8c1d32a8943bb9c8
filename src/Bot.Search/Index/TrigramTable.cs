using System.Runtime.CompilerServices;

namespace Bot.Search.Index;

/// <summary>
/// Numbers trigrams, packed into integers, in the order in which they are added. A hash table with linear probing over two flat arrays:
/// it takes half the memory of a dictionary, and is fully optimized from the first call, because indexing is part of every start.
/// </summary>
internal sealed class TrigramTable
{
    // Fibonacci hashing: 2^64 divided by the golden ratio (Knuth, The Art of Computer Programming, volume 3, section 6.4).
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    // A zero marks a free slot: no trigram is zero, because each has at least one character.
    private ulong[] _trigrams = new ulong[1 << 12];
    private int[] _numbers = new int[1 << 12];
    private int _shift = 64 - 12;

    /// <summary>The number of trigrams.</summary>
    public int Count { get; private set; }

    /// <summary>The memory that it occupies, in bytes.</summary>
    public long SizeInBytes => _trigrams.Length * (long)(sizeof(ulong) + sizeof(int));

    /// <summary>The number of a trigram; -1 when it has not been added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ulong trigram)
    {
        for (var at = (int)((trigram * Multiplier) >> _shift); _trigrams[at] != 0; at = (at + 1) & (_trigrams.Length - 1))
        {
            if (_trigrams[at] == trigram)
            {
                return _numbers[at];
            }
        }

        return -1;
    }

    /// <summary>The number of a trigram, which is added with the next free number if it is new.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int GetOrAdd(ulong trigram)
    {
        // At most half full, so that probing takes one or two steps.
        if (Count * 2 >= _trigrams.Length)
        {
            Grow();
        }

        var at = (int)((trigram * Multiplier) >> _shift);
        while (_trigrams[at] != 0)
        {
            if (_trigrams[at] == trigram)
            {
                return _numbers[at];
            }

            at = (at + 1) & (_trigrams.Length - 1);
        }

        (_trigrams[at], _numbers[at]) = (trigram, Count);
        return Count++;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Grow()
    {
        var (trigrams, numbers) = (_trigrams, _numbers);
        _trigrams = new ulong[trigrams.Length * 2];
        _numbers = new int[_trigrams.Length];
        _shift--;
        for (var i = 0; i < trigrams.Length; i++)
        {
            if (trigrams[i] != 0)
            {
                var at = (int)((trigrams[i] * Multiplier) >> _shift);
                while (_trigrams[at] != 0)
                {
                    at = (at + 1) & (_trigrams.Length - 1);
                }

                (_trigrams[at], _numbers[at]) = (trigrams[i], numbers[i]);
            }
        }
    }
}
