using System.Text;

namespace Bot.Answers.Conversation;

/// <summary>What emoji alone say.</summary>
internal static class Emoji
{
    // Fewer of one emoji are emphasis.
    private const int MinFlood = 12;

    /// <summary>The kind of a message that has neither letters nor digits: the last in the order of the kinds that an emoji of it has.</summary>
    public static TalkKind Meaning(string text)
    {
        var kind = TalkKind.Acknowledgement;
        var (previous, repeated) = (default(Rune), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsPartOfPrevious(rune))
            {
                continue;
            }

            repeated = rune == previous && rune.Value > 0x2000 ? repeated + 1 : 1;
            previous = rune;
            if (repeated == MinFlood)
            {
                return TalkKind.Spam;
            }

            var meaning = Meaning(rune);
            kind = meaning > kind ? meaning : kind;
        }

        return kind;
    }

    private static TalkKind Meaning(Rune rune) => rune.Value switch
    {
        // Hands: a wave; folded in thanks; thumb up, clapping, raised, OK; the insult.
        0x1f44b => TalkKind.Greeting,
        0x1f64f => TalkKind.Thanks,
        0x1f44d or 0x1f44f or 0x1f64c or 0x1f44c or 0x1f4aa or 0x1faf6 or 0x1f91d or 0x1f91f => TalkKind.Praise,
        0x1f595 or 0x1f4a9 => TalkKind.Abuse,

        // Hearts, in all colours and on faces; star, hundred, fire, trophy, rose, party.
        0x2764 or 0x2665 or 0x2763 or (>= 0x1f493 and <= 0x1f49f) or 0x1f5a4 or 0x1f90d or 0x1f90e or 0x1f9e1 or 0x1fa75 or 0x1fa76 or 0x1fa77
            or 0x1f60d or 0x1f618 or 0x1f970 or 0x1f929 or 0x1f63b or 0x1f617 or 0x1f619 or 0x1f61a => TalkKind.Praise,
        0x2b50 or 0x1f31f or 0x1f4af or 0x1f525 or 0x1f3c6 or 0x1f339 or 0x1f389 => TalkKind.Praise,
        _ => TalkKind.Acknowledgement,
    };

    // Variation selectors, joiners and skin tones.
    private static bool IsPartOfPrevious(Rune rune) => rune.Value is 0x200d or 0xfe0e or 0xfe0f or (>= 0x1f3fb and <= 0x1f3ff);
}
