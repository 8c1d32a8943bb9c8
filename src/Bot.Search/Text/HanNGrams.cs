namespace Bot.Search.Text;

/// <summary>The terms of Han text: single characters and pairs of adjacent characters, so that no word segmentation is needed.</summary>
/// <param name="buffer">A buffer for the terms: <see cref="MaxLength"/> characters.</param>
internal ref struct HanNGrams(Span<char> buffer)
{
    /// <summary>The required length of the buffer, in characters.</summary>
    public const int MaxLength = 2;

    private readonly Span<char> _buffer = buffer;

    /// <summary>Adds the next character.</summary>
    /// <param name="character">The folded character.</param>
    /// <param name="follows">Whether it immediately follows the previous character.</param>
    public void Push(char character, bool follows)
    {
        (_buffer[0], _buffer[1]) = (_buffer[1], character);
        HasBigram = follows;
    }

    /// <summary>The current character.</summary>
    public readonly ReadOnlySpan<char> Unigram => _buffer[1..2];

    /// <summary>Whether the current character forms a pair with the previous one.</summary>
    public bool HasBigram { get; private set; }

    /// <summary>The pair: the previous character and the current one.</summary>
    public readonly ReadOnlySpan<char> Bigram => _buffer;
}
