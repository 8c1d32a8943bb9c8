using System.Runtime.CompilerServices;

namespace Bot.Search.Text;

/// <summary>The terms of a text, as an index has them: its words, and of Han characters each and each pair.</summary>
internal ref struct FieldTerms
{
    /// <summary>Characters that it needs room for.</summary>
    public const int RoomLength = Words.MaxLength + HanTerms.MaxLength;

    // A Han character holds less than a word does.
    private const float HanLength = 0.6f;

    private Words _words;
    private HanTerms _han;
    private bool _pairIsNext;

    /// <summary>Begins at the start of a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="room">Room for the terms: <see cref="RoomLength"/> characters.</param>
    public FieldTerms(string text, Span<char> room)
    {
        _words = new Words(text, room[..Words.MaxLength]);
        _han = new HanTerms(room[Words.MaxLength..RoomLength]);
        _pairIsNext = false;
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
        if (_pairIsNext)
        {
            Current = _han.Pair;
            _pairIsNext = false;
            return true;
        }

        if (!_words.MoveNext())
        {
            return false;
        }

        if (_words.IsHan)
        {
            _han.Take(_words.Current[0], _words.FollowsHan);
            Current = _han.Single;
            (_pairIsNext, Length) = (_han.HasPair, Length + HanLength);
        }
        else
        {
            Current = _words.Current;
            Length++;
        }

        return true;
    }
}
