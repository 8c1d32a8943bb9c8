using System.Buffers;
using Bot.Answers.Model;
using Bot.Search.Text;

namespace Bot.Answers.Conversation;

/// <summary>Recognizes links with little else, one word over and over, offers, invitations, and orders to a language model.</summary>
internal static class Spam
{
    // So many words beside a link say something about it.
    private const int MinWordsBesideLink = 3;
    private const int MinHanBesideLink = 6;
    private const int MinRepetitions = 5;
    private const int MaxRepeatedLength = 40;

    private static readonly Lazy<Markers> s_markers = new(Markers.Load);

    /// <summary>Whether a message is spam. It may still hold words of substance, unlike all other small talk.</summary>
    public static bool Is(string text)
    {
        var read = text.AsSpan(0, Math.Min(text.Length, Request.MaxLength));
        var (links, words, han) = Count(read);
        if (links > 0 && words < MinWordsBesideLink && han < MinHanBesideLink)
        {
            return true;
        }

        // With a space at either end, as around each word.
        Span<char> folded = stackalloc char[Request.MaxLength + 2];
        folded[0] = Folding.Separator;
        var length = 1 + Folding.Fold(read, folded[1..^1]);
        folded[length++] = Folding.Separator;
        return IsRepetition(folded[1..(length - 1)]) || s_markers.Value.AreIn(folded[..length], links > 0);
    }

    // Links, and beside them words of other scripts and Han characters.
    private static (int Links, int Words, int Han) Count(ReadOnlySpan<char> text)
    {
        var (links, words, han) = (0, 0, 0);
        foreach (var range in text.SplitAny(" \t\r\n"))
        {
            var word = text[range];
            if (IsLink(word))
            {
                links++;
                continue;
            }

            words += word.IndexOfAnyInRange('0', '\uffff') >= 0 ? 1 : 0;
            foreach (var c in word)
            {
                han += Folding.IsHan(c) ? 1 : 0;
            }
        }

        return (links, words, han);
    }

    private static bool IsLink(ReadOnlySpan<char> word) =>
        word.Contains("://", StringComparison.Ordinal)
        || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || word.StartsWith("t.me/", StringComparison.OrdinalIgnoreCase)
        || word.StartsWith("discord.gg/", StringComparison.OrdinalIgnoreCase)
        || word.StartsWith("bit.ly/", StringComparison.OrdinalIgnoreCase);

    // Whether one word, or a few, fill the text again and again. The length of what is repeated is the smallest period
    // of the text, which the prefix function gives in linear time (Knuth, Morris, Pratt 1977).
    private static bool IsRepetition(ReadOnlySpan<char> text)
    {
        if (text.Length < MinRepetitions)
        {
            return false;
        }

        var prefixes = ArrayPool<int>.Shared.Rent(text.Length);
        prefixes[0] = 0;
        for (var i = 1; i < text.Length; i++)
        {
            var prefix = prefixes[i - 1];
            while (prefix > 0 && text[i] != text[prefix])
            {
                prefix = prefixes[prefix - 1];
            }

            prefixes[i] = text[i] == text[prefix] ? prefix + 1 : prefix;
        }

        var period = text.Length - prefixes[text.Length - 1];
        ArrayPool<int>.Shared.Return(prefixes);

        // The space after the last word is missing.
        return period <= MaxRepeatedLength && (text.Length + 1) / period >= MinRepetitions;
    }

    /// <summary>
    /// Phrases of spam. Each begins a word, or stands anywhere among Han characters. Of orders to a language model and what they are about,
    /// as of offers and their subjects, neither is spam without the other.
    /// </summary>
    private sealed record Markers(string[] Certain, string[] Orders, string[] Ordered, string[] Offers, string[] Subjects)
    {
        public static Markers Load()
        {
            var file = PhraseFile.Load("spam");
            return new Markers([.. Words(file, "Roles"), .. Words(file, "Invitations")], Words(file, "Orders"), Words(file, "Ordered"), Words(file, "Offers"), Words(file, "Subjects"));
        }

        /// <summary>Whether a folded text has a certain mark, an order with its object, two offers, or an offer with a link or a subject.</summary>
        public bool AreIn(ReadOnlySpan<char> folded, bool hasLink)
        {
            if (CountIn(Certain, folded) > 0 || (CountIn(Ordered, folded) > 0 && CountIn(Orders, folded) > 0))
            {
                return true;
            }

            var offers = CountIn(Offers, folded);
            return offers > 1 || (offers > 0 && (hasLink || CountIn(Subjects, folded) > 0));
        }

        private static string[] Words(PhraseFile file, string section) =>
            [.. file.Phrases(section).Select(phrase => Folding.WordBeginning(Folding.Fold(phrase)))];

        private static int CountIn(string[] phrases, ReadOnlySpan<char> folded)
        {
            var count = 0;
            foreach (var phrase in phrases)
            {
                count += folded.Contains(phrase, StringComparison.Ordinal) ? 1 : 0;
            }

            return count;
        }
    }
}
