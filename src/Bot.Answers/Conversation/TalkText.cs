using Bot.Search.Text;

namespace Bot.Answers.Conversation;

/// <summary>
/// The normal form in which messages and phrases are compared: folded, without punctuation and emoji, letters repeated for emphasis cut down
/// (<c>thaaaanks</c> to <c>thaanks</c>, <c>hahahaha</c> to <c>haha</c>), and one space between words but none beside Han characters.
/// </summary>
internal static class TalkText
{
    /// <summary>The maximum length of a normal form, in characters. What is longer is no small talk.</summary>
    public const int MaxLength = 200;

    /// <summary>
    /// Writes the normal form of a text, which is empty for a text without letters and digits.
    /// </summary>
    /// <param name="text">Any UTF-16, well formed or not.</param>
    /// <param name="normal">Receives the result: <see cref="MaxLength"/> characters.</param>
    /// <returns>The number of characters; -1 for a text that is too long or has letters of other scripts.</returns>
    public static int Normalize(ReadOnlySpan<char> text, Span<char> normal)
    {
        var length = 0;
        var wordEnded = false;
        foreach (var c in text)
        {
            var folded = Folding.Fold(c);
            if (folded is Folding.Separator or '\0')
            {
                if (folded == Folding.Separator && char.IsLetter(c))
                {
                    return -1;
                }

                wordEnded |= folded == Folding.Separator;
                continue;
            }

            if (wordEnded && length > 0 && !Folding.IsHan(normal[length - 1]) && !Folding.IsHan(folded))
            {
                if (length == MaxLength)
                {
                    return -1;
                }

                normal[length++] = Folding.Separator;
            }

            wordEnded = false;
            if (IsThird(normal[..length], folded))
            {
                continue;
            }

            if (length == MaxLength)
            {
                return -1;
            }

            normal[length++] = folded;
            length -= EndsInThreePairs(normal[..length]) ? 2 : 0;
        }

        return length;
    }

    /// <summary>Removes the second of two equal letters from a normal form, in place: <c>thaanks</c> becomes <c>thanks</c>, but <c>good</c> becomes <c>god</c>.</summary>
    /// <returns>The new length.</returns>
    public static int Squeeze(Span<char> normal)
    {
        var length = 0;
        foreach (var c in normal)
        {
            if (length == 0 || c != normal[length - 1] || char.IsAsciiDigit(c) || Folding.IsHan(c))
            {
                normal[length++] = c;
            }
        }

        return length;
    }

    /// <summary>Whether a word may begin or end at a position: at either end, at a space, or beside a Han character.</summary>
    public static bool IsBoundary(ReadOnlySpan<char> normal, int at) =>
        at == 0 || at == normal.Length || normal[at] == Folding.Separator || normal[at - 1] == Folding.Separator
        || Folding.IsHan(normal[at]) || Folding.IsHan(normal[at - 1]);

    private static bool IsThird(ReadOnlySpan<char> written, char c) =>
        written.Length >= 2 && written[^1] == c && written[^2] == c && !char.IsAsciiDigit(c);

    private static bool EndsInThreePairs(ReadOnlySpan<char> written) =>
        written.Length >= 6 && char.IsLetter(written[^1]) && char.IsLetter(written[^2])
        && written[^1] == written[^3] && written[^3] == written[^5] && written[^2] == written[^4] && written[^4] == written[^6];
}
