using Bot.Search.Text;

namespace Bot.Answers.Conversation;

/// <summary>Phrases and spellings, all in normal form, all with or all without doubled letters.</summary>
/// <param name="squeeze">Whether doubled letters are removed.</param>
internal sealed class PhraseSet(bool squeeze)
{
    // Spellings of Han words are found at any place, so their length is limited.
    private const int MaxHanSpelling = 4;
    private const int Unreachable = int.MaxValue;

    // A spelling may stand for more than it has: with the space after it, at most 3.4 times as much ("ty" for "thank you").
    private const int MaxSpeltLength = 4 * TalkText.MaxLength;

    private readonly Dictionary<string, string> _spellings = [];
    private readonly Dictionary<string, int> _weights = [];
    private readonly HashSet<string> _words = [];
    private int _maxLength;

    /// <summary>Adds a spelling of a word. Spellings come before phrases, which are written with them.</summary>
    public void AddSpelling(string spelling, string word)
    {
        var (from, to) = (Normalize(spelling), Normalize(word));
        if (from != to)
        {
            _spellings.TryAdd(from, to);
        }
    }

    /// <summary>Adds a phrase. Of two weights of one phrase the first stays, unless it is 0.</summary>
    /// <returns>The phrase in the form in which it is compared.</returns>
    public string Add(string phrase, int weight)
    {
        Span<char> buffer = stackalloc char[MaxSpeltLength];
        var spelt = new string(buffer[..Spell(Normalize(phrase), buffer)]);
        if (!_weights.TryGetValue(spelt, out var known) || known == 0)
        {
            _weights[spelt] = weight;
        }

        _maxLength = Math.Max(_maxLength, spelt.Length);
        foreach (var word in spelt.Split(' '))
        {
            _words.Add(word);
        }

        return spelt;
    }

    /// <summary>Whether a word occurs in a phrase or is a spelling.</summary>
    public bool Knows(ReadOnlySpan<char> word) =>
        _words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || _spellings.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word);

    /// <summary>The normal form of a phrase.</summary>
    /// <exception cref="ArgumentException">The phrase has none.</exception>
    public string Normalize(string phrase)
    {
        Span<char> buffer = stackalloc char[TalkText.MaxLength];
        var length = TalkText.Normalize(phrase, buffer);
        if (length <= 0)
        {
            throw new ArgumentException($"'{phrase}' is no phrase.", nameof(phrase));
        }

        return new string(buffer[..(squeeze ? TalkText.Squeeze(buffer[..length]) : length)]);
    }

    /// <summary>
    /// Divides a message into as few phrases as possible and returns their greatest weight; null when it cannot be divided.
    /// </summary>
    /// <param name="normal">The message in normal form.</param>
    public int? Match(ReadOnlySpan<char> normal)
    {
        Span<char> buffer = stackalloc char[MaxSpeltLength];
        ReadOnlySpan<char> text = buffer[..Spell(normal, buffer)];
        var weights = _weights.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<int> counts = stackalloc int[text.Length + 1];
        Span<int> greatest = stackalloc int[text.Length + 1];
        counts.Fill(Unreachable);
        greatest.Clear();
        counts[0] = 0;
        for (var start = 0; start < text.Length; start++)
        {
            if (counts[start] == Unreachable)
            {
                continue;
            }

            var first = text[start] == Folding.Separator ? start + 1 : start;
            for (var end = first + 1; end <= Math.Min(text.Length, first + _maxLength); end++)
            {
                if (TalkText.IsBoundary(text, end) && weights.TryGetValue(text[first..end], out var weight))
                {
                    var (count, value) = (counts[start] + 1, Math.Max(greatest[start], weight));
                    if (count < counts[end] || (count == counts[end] && value > greatest[end]))
                    {
                        (counts[end], greatest[end]) = (count, value);
                    }
                }
            }
        }

        return counts[text.Length] == Unreachable ? null : greatest[text.Length];
    }

    // Replaces each spelling by the word that it stands for.
    private int Spell(ReadOnlySpan<char> normal, Span<char> spelt)
    {
        var length = 0;
        for (var at = 0; at < normal.Length;)
        {
            var word = ReadWord(normal[at..], out var read);
            if (length + word.Length > spelt.Length)
            {
                break;
            }

            word.CopyTo(spelt[length..]);
            (length, at) = (length + word.Length, at + read);
        }

        return length;
    }

    // The first word of a text as it is meant; of Han characters, the longest spelling that begins the text, or one character.
    private ReadOnlySpan<char> ReadWord(ReadOnlySpan<char> text, out int read)
    {
        var spellings = _spellings.GetAlternateLookup<ReadOnlySpan<char>>();
        read = 1;
        if (!Folding.IsHan(text[0]))
        {
            while (!TalkText.IsBoundary(text, read))
            {
                read++;
            }

            return spellings.TryGetValue(text[..read], out var word) ? word : text[..read];
        }

        for (read = Math.Min(text.Length, MaxHanSpelling); read > 1; read--)
        {
            if (spellings.TryGetValue(text[..read], out var meant))
            {
                return meant;
            }
        }

        return spellings.TryGetValue(text[..1], out var single) ? single : text[..1];
    }
}
