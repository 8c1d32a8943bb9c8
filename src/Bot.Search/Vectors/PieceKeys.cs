namespace Bot.Search.Vectors;

/// <summary>Finds the pieces of a table by their characters. It keeps hashes alone, of so many bits that they identify a piece.</summary>
/// <param name="longest">The length of the longest piece in bytes.</param>
internal sealed class PieceKeys(int longest)
{
    // Twice as many slots as there can be pieces with a number of 16 bits, so that probing takes one or two steps.
    private const int SlotCount = 1 << 17;

    // Fowler, Noll and Vo's FNV-1a of 64 bits, with the high bits mixed into the low ones, which select slots.
    private const ulong HashStart = 14695981039346656037;
    private const ulong NumberBits = ushort.MaxValue;
    private const ulong HashBits = ~NumberBits;

    // The upper 48 bits of the hash of a piece, and its number plus one; 0 for a free slot.
    private readonly ulong[] _slots = new ulong[SlotCount];

    /// <summary>Adds a piece.</summary>
    /// <param name="piece">Its characters in UTF-8.</param>
    /// <param name="number">Its number.</param>
    public void Add(ReadOnlySpan<byte> piece, int number)
    {
        var hash = HashStart;
        foreach (var b in piece)
        {
            hash = Hash(hash, b);
        }

        var slot = SlotOf(hash);
        while (_slots[slot] != 0)
        {
            slot = (slot + 1) & (SlotCount - 1);
        }

        _slots[slot] = (hash & HashBits) | (uint)(number + 1);
    }

    /// <summary>The longest piece that a word begins with.</summary>
    /// <param name="word">A word in UTF-8, or the rest of one.</param>
    /// <returns>The number and the length of the piece; when there is none, -1 and the length of the first character.</returns>
    public (int Number, int Length) FindLongest(ReadOnlySpan<byte> word)
    {
        var hash = HashStart;
        var (number, length) = (-1, LengthOfFirst(word));
        for (var i = 0; i < word.Length && i < longest; i++)
        {
            hash = Hash(hash, word[i]);
            var isWhole = i + 1 == word.Length || !IsContinuation(word[i + 1]);
            if (isWhole && Find(hash) is var found and >= 0)
            {
                (number, length) = (found, i + 1);
            }
        }

        return (number, length);
    }

    private static int LengthOfFirst(ReadOnlySpan<byte> word)
    {
        var length = 1;
        while (length < word.Length && IsContinuation(word[length]))
        {
            length++;
        }

        return length;
    }

    private int Find(ulong hash)
    {
        for (var slot = SlotOf(hash); _slots[slot] != 0; slot = (slot + 1) & (SlotCount - 1))
        {
            if ((_slots[slot] & HashBits) == (hash & HashBits))
            {
                return (int)(_slots[slot] & NumberBits) - 1;
            }
        }

        return -1;
    }

    private static bool IsContinuation(byte b) => (b & 0xc0) == 0x80;

    private static ulong Hash(ulong hash, byte b) => (hash ^ b) * 1099511628211;

    private static int SlotOf(ulong hash) => (int)((hash ^ (hash >> 32)) & (SlotCount - 1));
}
