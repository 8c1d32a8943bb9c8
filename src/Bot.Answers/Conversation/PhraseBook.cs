using Bot.Facts.Spelling;

namespace Bot.Answers.Conversation;

/// <summary>
/// Recognizes messages that consist of known phrases alone, in three steps: as written, then without doubled letters, then with one edit in
/// longer words. A word of substance, which no phrase has, ends all three.
/// </summary>
internal sealed class PhraseBook
{
    // A shorter word has too many neighbours one edit away.
    private const int MinCorrectedLength = 6;

    private readonly PhraseSet _exact = new(squeeze: false);
    private readonly PhraseSet _squeezed = new(squeeze: true);
    private readonly Dictionary<char, List<string>> _longWords = [];
    private readonly HashSet<string> _notMisspelt = [];

    /// <summary>Reads the spellings of a file; its phrases are added after.</summary>
    public PhraseBook(PhraseFile file)
    {
        foreach (var (word, spellings) in file.Lists("Spellings"))
        {
            foreach (var spelling in spellings)
            {
                _exact.AddSpelling(spelling, word);
                _squeezed.AddSpelling(spelling, word);
            }
        }

        foreach (var word in file.Phrases("NotMisspelt"))
        {
            _notMisspelt.Add(_squeezed.Normalize(word));
        }
    }

    /// <summary>Adds phrases.</summary>
    /// <param name="phrases">The phrases.</param>
    /// <param name="weight">What they mean, above 0; 0 for fillers, which mean nothing.</param>
    public void Add(IEnumerable<string> phrases, int weight)
    {
        foreach (var phrase in phrases)
        {
            _exact.Add(phrase, weight);
            foreach (var word in _squeezed.Add(phrase, weight).Split(' '))
            {
                AddLongWord(word);
            }
        }
    }

    /// <summary>Whether a word in normal form occurs in a phrase.</summary>
    public bool Knows(ReadOnlySpan<char> word) => _exact.Knows(word);

    /// <summary>The greatest weight among the phrases of a message; null when it has anything else, or nothing.</summary>
    public int? Match(ReadOnlySpan<char> text)
    {
        Span<char> normal = stackalloc char[TalkText.MaxLength];
        var length = TalkText.Normalize(text, normal);
        if (length <= 0)
        {
            return null;
        }

        normal = normal[..length];
        if (_exact.Match(normal) is { } exact)
        {
            return exact;
        }

        normal = normal[..TalkText.Squeeze(normal)];
        return _squeezed.Match(normal) ?? MatchCorrected(normal);
    }

    private int? MatchCorrected(ReadOnlySpan<char> squeezed)
    {
        Span<char> corrected = stackalloc char[2 * TalkText.MaxLength];
        var length = 0;
        foreach (var range in squeezed.Split(' '))
        {
            var word = squeezed[range];
            if (!_squeezed.Knows(word))
            {
                word = Correct(word);
                if (word.IsEmpty)
                {
                    return null;
                }
            }

            if (length > 0)
            {
                corrected[length++] = ' ';
            }

            word.CopyTo(corrected[length..]);
            length += word.Length;
        }

        return _squeezed.Match(corrected[..length]);
    }

    private ReadOnlySpan<char> Correct(ReadOnlySpan<char> word)
    {
        if (word.Length < MinCorrectedLength - 1 || _notMisspelt.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || !_longWords.TryGetValue(word[0], out var candidates))
        {
            return default;
        }

        foreach (var candidate in candidates)
        {
            if (AreAlike(word, candidate) && EditDistance.Compute(word, candidate, 1) is not null)
            {
                return candidate;
            }
        }

        return default;
    }

    // Without their common beginning and end, words one edit apart have at most two letters left. Rules most words out without computing.
    private static bool AreAlike(ReadOnlySpan<char> word, ReadOnlySpan<char> candidate)
    {
        const int MaxLetters = 2;
        var start = word.CommonPrefixLength(candidate);
        var longest = Math.Max(word.Length, candidate.Length);
        if (start >= longest - MaxLetters)
        {
            return true;
        }

        var end = 1;
        while (end <= Math.Min(word.Length, candidate.Length) && word[^end] == candidate[^end])
        {
            end++;
        }

        return start + end - 1 >= longest - MaxLetters;
    }

    private void AddLongWord(string word)
    {
        if (word.Length < MinCorrectedLength)
        {
            return;
        }

        if (!_longWords.TryGetValue(word[0], out var words))
        {
            _longWords[word[0]] = words = [];
        }

        if (!words.Contains(word))
        {
            words.Add(word);
        }
    }
}
