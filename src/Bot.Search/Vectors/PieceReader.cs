using System.Text;
using Bot.Search.Text;

namespace Bot.Search.Vectors;

/// <summary>
/// Splits a text into the words that a table of vectors knows in pieces, each in UTF-8. Words that are not Han begin with ▁, as in
/// SentencePiece (Kudo and Richardson, "SentencePiece: A simple and language independent subword tokenizer", 2018).
/// </summary>
internal ref struct PieceReader
{
    /// <summary>The maximum length of a text in UTF-16 units; the rest is ignored.</summary>
    public const int MaxLength = 1024;

    /// <summary>The required length of the buffer for the text.</summary>
    public const int TextBufferLength = MaxLength;

    /// <summary>The required length of the buffer for a word in UTF-8; the rest of a longer word is ignored.</summary>
    public const int WordBufferLength = 192;

    private const char WordStart = '\u2581';
    private const int BytesPerChar = 3;

    private readonly ReadOnlySpan<char> _text;
    private readonly Span<byte> _word;
    private int _position;
    private int _length;

    /// <summary>Starts at the beginning of a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="normalized">A buffer of <see cref="TextBufferLength"/> characters.</param>
    /// <param name="word">A buffer of <see cref="WordBufferLength"/> bytes.</param>
    public PieceReader(ReadOnlySpan<char> text, Span<char> normalized, Span<byte> word)
    {
        _text = normalized[..Normalize(text[..Math.Min(text.Length, MaxLength)], normalized)];
        _word = word;
        (_position, _length) = (0, 0);
    }

    /// <summary>The current word, valid until the next call of <see cref="MoveNext"/>.</summary>
    public readonly ReadOnlySpan<byte> Current => _word[.._length];

    /// <summary>Moves to the next word; false after the last.</summary>
    public bool MoveNext()
    {
        while (_position < _text.Length && KindOf(_text[_position]) == Kind.None)
        {
            _position++;
        }

        if (_position == _text.Length)
        {
            return false;
        }

        var start = _position;
        var kind = KindOf(_text[start]);
        while (_position < _text.Length && (KindOf(_text[_position]) == kind || IsInside(kind)))
        {
            _position++;
        }

        // Han text has no spaces, so a run of it is read in parts: a piece that spans two of them is lost, which only very long runs have.
        var most = (_word.Length / BytesPerChar) - 1;
        if (_position - start > most)
        {
            _position = kind == Kind.Han ? start + most : _position;
        }

        var word = _text[start..Math.Min(_position, start + most)];
        _length = kind == Kind.Han ? 0 : Encoding.UTF8.GetBytes([WordStart], _word);
        _length += Encoding.UTF8.GetBytes(word, _word[_length..]);
        return true;
    }

    // An apostrophe, or in Cyrillic also a hyphen, between two letters.
    private readonly bool IsInside(Kind kind) =>
        _position + 1 < _text.Length
        && kind switch
        {
            Kind.Latin => _text[_position] == '\'' && _text[_position + 1] is >= 'a' and <= 'z',
            Kind.Cyrillic => _text[_position] is '\'' or '-' && KindOf(_text[_position + 1]) == Kind.Cyrillic,
            _ => false,
        };

    private static int Normalize(ReadOnlySpan<char> text, Span<char> normalized)
    {
        var length = 0;
        foreach (var c in text)
        {
            // Composes the letters of the two Cyrillic alphabets that are often typed as a letter and an accent.
            var composed = (length > 0 ? normalized[length - 1] : '\0', c) switch
            {
                ('и', '\u0306') => 'й',
                ('е', '\u0308') => 'ё',
                ('і', '\u0308') => 'ї',
                _ => '\0',
            };
            if (composed != '\0')
            {
                normalized[length - 1] = composed;
                continue;
            }

            normalized[length++] = c is '’' or 'ʼ' ? '\'' : char.ToLowerInvariant(CompatibilityForms.Of(c));
        }

        return length;
    }

    private static Kind KindOf(char c) => c switch
    {
        >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= 'À' and <= 'ÿ' => Kind.Latin,
        >= 'а' and <= 'я' or 'ё' or 'і' or 'ї' or 'є' or 'ґ' => Kind.Cyrillic,
        >= '\u3400' and <= '\u9fff' => Kind.Han,
        >= '0' and <= '9' => Kind.Digit,
        _ => Kind.None,
    };

    private enum Kind
    {
        None,
        Latin,
        Cyrillic,
        Han,
        Digit,
    }
}
