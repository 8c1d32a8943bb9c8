using Bot.Answers;

namespace Bot.Adapters.Text;

/// <summary>The language to answer somebody in.</summary>
public static class ReaderLanguage
{
    /// <summary>That of the reader's app, where it is one of the five; else that of what was written; else English.</summary>
    /// <param name="tag">The tag of the app's language, as the platform gives it; null where it tells none.</param>
    /// <param name="text">What was written.</param>
    public static string Of(string? tag, string text) => Answerer.SupportsLanguage(tag) ? tag! : Answerer.DetectLanguage(text, "en");
}
