using System.Runtime.CompilerServices;

namespace Bot.Search;

/// <summary>
/// Numbers grams in the order in which they come. A hash table with linear probing over two flat arrays:
/// half the memory of a dictionary, and compiled for speed from the first call on, because indexing is part of every start.
/// </summary>
internal sealed class GramTable
{
    // Fibonacci hashing: 2^64 divided by the golden ratio (Knuth, The Art of Computer Programming, volume 3, section 6.4).
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    // No gram is zero: each holds at least one character.
    private ulong[] _grams = new ulong[1 << 12];
    private int[] _numbers = new int[1 << 12];
    private int _shift = 64 - 12;

    /// <summary>How many grams it has numbered.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a gram; -1 when it has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ulong gram)
    {
        for (var at = (int)((gram * Multiplier) >> _shift); _grams[at] != 0; at = (at + 1) & (_grams.Length - 1))
        {
            if (_grams[at] == gram)
            {
                return _numbers[at];
            }
        }

        return -1;
    }

    /// <summary>The number of a gram; the next free one when it has none yet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Number(ulong gram)
    {
        // At most half full, so that probing takes one or two steps.
        if (Count * 2 >= _grams.Length)
        {
            Grow();
        }

        var at = (int)((gram * Multiplier) >> _shift);
        while (_grams[at] != 0)
        {
            if (_grams[at] == gram)
            {
                return _numbers[at];
            }

            at = (at + 1) & (_grams.Length - 1);
        }

        (_grams[at], _numbers[at]) = (gram, Count);
        return Count++;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Grow()
    {
        var (grams, numbers) = (_grams, _numbers);
        _grams = new ulong[grams.Length * 2];
        _numbers = new int[_grams.Length];
        _shift--;
        for (var i = 0; i < grams.Length; i++)
        {
            if (grams[i] != 0)
            {
                var at = (int)((grams[i] * Multiplier) >> _shift);
                while (_grams[at] != 0)
                {
                    at = (at + 1) & (_grams.Length - 1);
                }

                (_grams[at], _numbers[at]) = (grams[i], numbers[i]);
            }
        }
    }
}
