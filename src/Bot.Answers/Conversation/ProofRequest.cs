namespace Bot.Answers.Conversation;

/// <summary>Recognizes messages that ask for the proof, the source or the reason of the last answer, or for more of it.</summary>
internal static class ProofRequest
{
    private static readonly Lazy<PhraseBook> s_phrases = new(Load);

    /// <summary>Whether a message asks for that and for nothing else. "Why?" does; "why did they meet?" does not.</summary>
    /// <param name="text">Any UTF-16, well formed or not.</param>
    public static bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return s_phrases.Value.Match(text) > 0;
    }

    private static PhraseBook Load()
    {
        var file = PhraseFile.Load("proof");
        var phrases = new PhraseBook(file);
        phrases.Add(file.Phrases("Request"), 1);
        phrases.Add(file.Phrases("Filler"), 0);
        return phrases;
    }
}
