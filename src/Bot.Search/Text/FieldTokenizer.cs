using System.Runtime.CompilerServices;

namespace Bot.Search.Text;

/// <summary>The index terms of a text: its words, each Han character, and each pair of adjacent Han characters.</summary>
internal ref struct FieldTokenizer
{
    /// <summary>The required length of the buffer, in characters.</summary>
    public const int BufferLength = Tokenizer.MaxLength + HanNGrams.MaxLength;

    // The length of a Han character in words: it carries less meaning than a word.
    private const float HanLength = 0.6f;

    private Tokenizer _words;
    private HanNGrams _han;
    private bool _bigramIsNext;

    /// <summary>Starts at the beginning of a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="buffer">A buffer for the terms: <see cref="BufferLength"/> characters.</param>
    public FieldTokenizer(string text, Span<char> buffer)
    {
        _words = new Tokenizer(CompatibilityForms.Normalize(text), buffer[..Tokenizer.MaxLength]);
        _han = new HanNGrams(buffer[Tokenizer.MaxLength..BufferLength]);
        _bigramIsNext = false;
        Current = default;
    }

    /// <summary>The current term, valid until the next call of <see cref="MoveNext"/>.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>The number of its sentence, from 0; after the last term, the number of sentences.</summary>
    public readonly int Sentence => _words.Sentence;

    /// <summary>The number of words read, where a Han character counts in part.</summary>
    public float Length { get; private set; }

    /// <summary>Moves to the next term; false after the last.</summary>
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
