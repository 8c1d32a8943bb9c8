using System.Text;

namespace Bot.Answers.Conversation;

/// <summary>Recognizes messages that ask about no fact: greetings, thanks, questions about the bot, insults, spam, code.</summary>
internal static class SmallTalk
{
    private static readonly Lazy<Books> s_books = new(Books.Load);

    /// <summary>
    /// The kind of small talk that a message is; null for a message that says anything else, and for a blank one.
    /// A message with a word of substance is none, however it begins: "hi, how long did it last".
    /// </summary>
    /// <param name="text">Any UTF-16, well formed or not. The time grows with its length alone.</param>
    public static TalkKind? Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (!HasLettersOrDigits(text))
        {
            return Emoji.Meaning(text);
        }

        var books = s_books.Value;
        return books.Talk.Match(text) is { } talk ? (TalkKind)Math.Max(talk - 1, 0)
            : books.Abuse.Match(text) > 0 ? TalkKind.Abuse
            : ProgramCode.Is(text) ? TalkKind.Code
            : Spam.Is(text) ? TalkKind.Spam
            : null;
    }

    private static bool HasLettersOrDigits(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The phrases: small talk, and insults with the words that lead to them, which mean nothing alone.</summary>
    private sealed record Books(PhraseBook Talk, PhraseBook Abuse)
    {
        public static Books Load()
        {
            var file = PhraseFile.Load("talk");
            var (talk, abuse) = (new PhraseBook(file), new PhraseBook(file));
            for (var kind = TalkKind.Identity; kind >= TalkKind.Acknowledgement; kind--)
            {
                talk.Add(file.Phrases(kind.ToString()), (int)kind + 1);
            }

            talk.Add(file.Phrases("Filler"), 0);
            abuse.Add(file.Phrases(nameof(TalkKind.Abuse)), 1);
            foreach (var opener in (string[])["Opener", "Filler", nameof(TalkKind.Greeting), nameof(TalkKind.Acknowledgement), nameof(TalkKind.Thanks)])
            {
                abuse.Add(file.Phrases(opener), 0);
            }

            return new Books(talk, abuse);
        }
    }
}
