namespace Bot.Search.Text;

/// <summary>The terms of Han characters: each by itself, and each pair of neighbours. Words need not be told apart.</summary>
/// <param name="buffer">Room for the terms: <see cref="MaxLength"/> characters.</param>
internal ref struct HanNGrams(Span<char> buffer)
{
    /// <summary>Characters that the terms need.</summary>
    public const int MaxLength = 2;

    private readonly Span<char> _buffer = buffer;

    /// <summary>Takes the next character.</summary>
    /// <param name="character">It, folded.</param>
    /// <param name="follows">Whether it stands right behind the one before.</param>
    public void Push(char character, bool follows)
    {
        (_buffer[0], _buffer[1]) = (_buffer[1], character);
        HasBigram = follows;
    }

    /// <summary>The character.</summary>
    public readonly ReadOnlySpan<char> Unigram => _buffer[1..2];

    /// <summary>Whether there is a pair.</summary>
    public bool HasBigram { get; private set; }

    /// <summary>The character before and the character.</summary>
    public readonly ReadOnlySpan<char> Bigram => _buffer;
}
