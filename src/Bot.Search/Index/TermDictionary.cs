using System.Runtime.CompilerServices;

namespace Bot.Search.Index;

/// <summary>
/// Numbers terms in the order in which they are added. A term is a word, or one or two Han characters.
/// Open addressing with linear probing (Knuth, The Art of Computer Programming, volume 3, section 6.4) over flat arrays, because
/// indexing is part of every start and a dictionary of strings takes four times the memory.
/// </summary>
internal sealed class TermDictionary
{
    private const int FirstCapacity = 1 << 10;

    // At most half full, so that probing takes one or two steps.
    private int[] _slots = NewSlots(FirstCapacity);
    private int[] _starts = new int[FirstCapacity];
    private char[] _characters = new char[FirstCapacity * 8];
    private int _used;

    /// <summary>The number of terms.</summary>
    public int Count { get; private set; }

    /// <summary>The characters of a term.</summary>
    public ReadOnlySpan<char> this[int term] => _characters.AsSpan(_starts[term], (term + 1 < Count ? _starts[term + 1] : _used) - _starts[term]);

    /// <summary>The memory that it occupies, in bytes.</summary>
    public long SizeInBytes => (_slots.Length + _starts.Length) * (long)sizeof(int) + (_characters.Length * (long)sizeof(char));

    /// <summary>The number of a term; -1 when it has not been added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ReadOnlySpan<char> term)
    {
        for (var at = Hash(term) & (_slots.Length - 1); _slots[at] >= 0; at = (at + 1) & (_slots.Length - 1))
        {
            if (this[_slots[at]].SequenceEqual(term))
            {
                return _slots[at];
            }
        }

        return -1;
    }

    /// <summary>The number of a term, which is added with the next free number if it is new.</summary>
    public int GetOrAdd(ReadOnlySpan<char> term)
    {
        var known = Find(term);
        if (known >= 0)
        {
            return known;
        }

        if ((Count + 1) * 2 > _slots.Length)
        {
            Grow();
        }

        if (_used + term.Length > _characters.Length)
        {
            Array.Resize(ref _characters, Math.Max(_characters.Length * 2, _used + term.Length));
        }

        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, Count * 2);
        }

        _starts[Count] = _used;
        term.CopyTo(_characters.AsSpan(_used));
        _used += term.Length;
        Place(Count);
        return Count++;
    }

    private static int[] NewSlots(int capacity)
    {
        var slots = new int[capacity];
        Array.Fill(slots, -1);
        return slots;
    }

    /// <summary>A non-negative hash of a term: Fowler, Noll and Vo's FNV-1a over UTF-16 units, with the high bits mixed into the low ones, which select slots.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Hash(ReadOnlySpan<char> term)
    {
        var hash = 2166136261u;
        foreach (var unit in term)
        {
            hash = (hash ^ unit) * 16777619u;
        }

        return (int)((hash ^ (hash >> 15)) & int.MaxValue);
    }

    private void Grow()
    {
        _slots = NewSlots(_slots.Length * 2);
        for (var term = 0; term < Count; term++)
        {
            Place(term);
        }
    }

    private void Place(int term)
    {
        var end = term + 1 < Count ? _starts[term + 1] : _used;
        var at = Hash(_characters.AsSpan(_starts[term], end - _starts[term])) & (_slots.Length - 1);
        while (_slots[at] >= 0)
        {
            at = (at + 1) & (_slots.Length - 1);
        }

        _slots[at] = term;
    }
}
