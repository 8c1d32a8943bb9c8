using Bot.Answers;

namespace Bot.Adapters.Text;

/// <summary>Chooses the language of answers.</summary>
public static class ReaderLanguage
{
    /// <summary>The language of the reader's app, if it is one of the five; otherwise the language of the text; otherwise English.</summary>
    /// <param name="tag">The tag of the app's language, as the platform gives it; null when it gives none.</param>
    /// <param name="text">The text that the reader wrote.</param>
    public static string Of(string? tag, string text) => Answerer.SupportsLanguage(tag) ? tag! : Answerer.DetectLanguage(text, "en");
}
