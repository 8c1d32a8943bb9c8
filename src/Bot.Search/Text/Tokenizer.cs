using System.Runtime.CompilerServices;

namespace Bot.Search.Text;

/// <summary>
/// Splits a text into folded words, where each Han character is a word of its own, and counts its sentences.
/// An apostrophe within a word and a point or comma within a number do not end it.
/// </summary>
internal ref struct Tokenizer
{
    /// <summary>The maximum length of a word in characters; the rest of a longer word is ignored.</summary>
    public const int MaxLength = 48;

    private readonly ReadOnlySpan<char> _text;
    private readonly Span<char> _word;
    private int _position;
    private int _length;
    private int _hanEnd;
    private bool _sentenceHasWords;

    /// <summary>Starts at the beginning of a text.</summary>
    /// <param name="text">Any UTF-16, well formed or not.</param>
    /// <param name="word">A buffer for the current word: <see cref="MaxLength"/> characters.</param>
    public Tokenizer(ReadOnlySpan<char> text, Span<char> word)
    {
        _text = text;
        _word = word;
        (_position, _length, _hanEnd, _sentenceHasWords) = (0, 0, -1, false);
        (Sentence, IsHan, FollowsHan) = (0, false, false);
    }

    /// <summary>The current word, valid until the next call of <see cref="MoveNext"/>.</summary>
    public readonly ReadOnlySpan<char> Current => _word[.._length];

    /// <summary>Whether it is a Han character.</summary>
    public bool IsHan { get; private set; }

    /// <summary>Whether it is a Han character that immediately follows another one.</summary>
    public bool FollowsHan { get; private set; }

    /// <summary>The number of its sentence, from 0; after the last word, the number of sentences.</summary>
    public int Sentence { get; private set; }

    /// <summary>Moves to the next word; false after the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool MoveNext()
    {
        while (_position < _text.Length)
        {
            var c = _text[_position];
            var folded = Folding.Fold(c);
            if (folded is not Folding.Separator and not '\0')
            {
                _sentenceHasWords = true;
                if (Folding.IsHan(folded))
                {
                    ReadHan(folded);
                }
                else
                {
                    ReadWord();
                }

                return true;
            }

            if (_sentenceHasWords && SentenceSplitter.EndsAt(_text, _position))
            {
                (Sentence, _sentenceHasWords) = (Sentence + 1, false);
            }

            _position++;
        }

        Sentence += _sentenceHasWords ? 1 : 0;
        _sentenceHasWords = false;
        return false;
    }

    private void ReadHan(char folded)
    {
        (_word[0], _length) = (folded, 1);
        (IsHan, FollowsHan) = (true, _hanEnd == _position);
        _hanEnd = ++_position;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadWord()
    {
        _length = 0;
        for (; _position < _text.Length; _position++)
        {
            var folded = Folding.Fold(_text[_position]);
            if (folded == Folding.Separator ? !IsWithinNumber() : Folding.IsHan(folded))
            {
                break;
            }

            if (folded is not Folding.Separator and not '\0' && _length < MaxLength)
            {
                _word[_length++] = folded;
            }
        }

        (IsHan, FollowsHan) = (false, false);
    }

    private readonly bool IsWithinNumber() =>
        _text[_position] is ',' or '.' && _position + 1 < _text.Length && char.IsAsciiDigit(_text[_position - 1]) && char.IsAsciiDigit(_text[_position + 1]);
}
