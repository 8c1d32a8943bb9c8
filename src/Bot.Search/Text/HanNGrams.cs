namespace Bot.Search.Text;

/// <summary>The terms of Han characters: each by itself, and each pair of neighbours. Words need not be told apart.</summary>
/// <param name="buffer">A buffer for the terms: <see cref="MaxLength"/> characters.</param>
internal ref struct HanNGrams(Span<char> buffer)
{
    /// <summary>Characters that the terms need.</summary>
    public const int MaxLength = 2;

    private readonly Span<char> _buffer = buffer;

    /// <summary>Takes the next character.</summary>
    /// <param name="character">The folded character.</param>
    /// <param name="follows">Whether it stands right behind the one before.</param>
    public void Push(char character, bool follows)
    {
        (_buffer[0], _buffer[1]) = (_buffer[1], character);
        HasBigram = follows;
    }

    /// <summary>The current character.</summary>
    public readonly ReadOnlySpan<char> Unigram => _buffer[1..2];

    /// <summary>Whether the current character forms a pair with the one before.</summary>
    public bool HasBigram { get; private set; }

    /// <summary>The pair: the character before and the current one.</summary>
    public readonly ReadOnlySpan<char> Bigram => _buffer;
}
