using System.Runtime.CompilerServices;

namespace Bot.Search.Text;

/// <summary>The terms of a text, as an index has them: its words, each Han character, and each pair of Han characters.</summary>
internal ref struct FieldTokenizer
{
    /// <summary>The length of the buffer that it needs, in characters.</summary>
    public const int BufferLength = Tokenizer.MaxLength + HanNGrams.MaxLength;

    // A Han character holds less than a word does.
    private const float HanLength = 0.6f;

    private Tokenizer _words;
    private HanNGrams _han;
    private bool _bigramIsNext;

    /// <summary>Begins at the start of a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="room">A buffer for the terms: <see cref="BufferLength"/> characters.</param>
    public FieldTokenizer(string text, Span<char> room)
    {
        _words = new Tokenizer(text, room[..Tokenizer.MaxLength]);
        _han = new HanNGrams(room[Tokenizer.MaxLength..BufferLength]);
        _bigramIsNext = false;
        Current = default;
    }

    /// <summary>The term reached, until the next is.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>The number of its sentence, from 0; after the last term, how many sentences there are.</summary>
    public readonly int Sentence => _words.Sentence;

    /// <summary>How many words were read; a Han character is a part of one.</summary>
    public float Length { get; private set; }

    /// <summary>Goes to the next term; false after the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool MoveNext()
    {
        if (_bigramIsNext)
        {
            Current = _han.Bigram;
            _bigramIsNext = false;
            return true;
        }

        if (!_words.MoveNext())
        {
            return false;
        }

        if (_words.IsHan)
        {
            _han.Push(_words.Current[0], _words.FollowsHan);
            Current = _han.Unigram;
            (_bigramIsNext, Length) = (_han.HasBigram, Length + HanLength);
        }
        else
        {
            Current = _words.Current;
            Length++;
        }

        return true;
    }
}
