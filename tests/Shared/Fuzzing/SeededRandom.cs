namespace Bot.Testing;

/// <summary>Numbers that look random and are the same in every run (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators: SplitMix).</summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 to below another.</summary>
    public int Below(int most) => (int)(Next() % (ulong)most);

    /// <summary>Whether something happens that does so many times of a hundred.</summary>
    public bool Percent(int percent) => Below(100) < percent;

    /// <summary>One of several.</summary>
    public T Of<T>(IReadOnlyList<T> all) => all[Below(all.Count)];

    /// <summary>One of two lists, by one number: how many there are in the first changes nothing that comes later.</summary>
    /// <param name="some">The first list.</param>
    /// <param name="places">How often it is chosen from, against once for each of the others.</param>
    /// <param name="others">The second list.</param>
    public T Of<T>(IReadOnlyList<T> some, int places, IReadOnlyList<T> others)
    {
        var all = (ulong)(places + others.Count);
        var (rest, place) = Math.DivRem(Next(), all);
        return place < (ulong)places ? some[(int)(rest % (ulong)some.Count)] : others[(int)place - places];
    }

    /// <summary>Some bytes.</summary>
    public byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(_ => (byte)Below(256))];

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
