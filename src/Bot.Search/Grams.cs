using System.Runtime.CompilerServices;

namespace Bot.Search;

/// <summary>
/// Cuts folded text into grams: four characters of a word with its boundaries for alphabetic scripts, two for Han.
/// A gram is its up to four UTF-16 units, packed into 64 bits, so two grams are equal only if their characters are.
/// </summary>
internal ref struct Grams
{
    private const int AlphabeticLength = 4;

    private readonly ReadOnlySpan<char> _text;
    private int _word;
    private int _wordEnd;
    private int _position;

    /// <summary>Begins at the start of a text that <see cref="Folding"/> has folded.</summary>
    public Grams(ReadOnlySpan<char> folded)
    {
        _text = folded;
        Current = 0;
        (_word, _wordEnd, _position) = (0, 0, 0);
        NextRun();
    }

    /// <summary>The gram reached.</summary>
    public ulong Current { get; private set; }

    /// <summary>Goes to the next gram; false after the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool MoveNext()
    {
        while (_word < _text.Length)
        {
            var isHan = Folding.IsHan(_text[_word]);
            var length = _wordEnd - _word;

            // A Han run of n characters has n - 1 pairs; a word of n letters has n - 1 grams once its two boundaries count.
            if (_position < Math.Max(1, length - 1))
            {
                Current = isHan
                    ? Pack(_text.Slice(_word + _position, Math.Min(2, length)))
                    : PackBounded(_position);
                _position++;
                return true;
            }

            _word = _wordEnd;
            NextRun();
        }

        return false;
    }

    private void NextRun()
    {
        while (_word < _text.Length && _text[_word] == Folding.Separator)
        {
            _word++;
        }

        _wordEnd = _word;
        _position = 0;
        if (_word < _text.Length)
        {
            var isHan = Folding.IsHan(_text[_word]);
            while (_wordEnd < _text.Length && _text[_wordEnd] != Folding.Separator && Folding.IsHan(_text[_wordEnd]) == isHan)
            {
                _wordEnd++;
            }
        }
    }

    private static ulong Pack(ReadOnlySpan<char> units)
    {
        ulong gram = 0;
        foreach (var unit in units)
        {
            gram = (gram << 16) | unit;
        }

        return gram;
    }

    // The word counts as if a separator stood on both of its sides.
    private readonly ulong PackBounded(int from)
    {
        ulong gram = 0;
        var end = Math.Min(from + AlphabeticLength, _wordEnd - _word + 2);
        for (var i = from; i < end; i++)
        {
            var at = _word + i - 1;
            gram = (gram << 16) | (at < _word || at >= _wordEnd ? Folding.Separator : _text[at]);
        }

        return gram;
    }
}
