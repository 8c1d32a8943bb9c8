using Bot.Answers;
using Bot.Answers.Model;

namespace Bot.Terminal;

/// <summary>Answers what is typed, in the reader's language where it is set and else in the question's own.</summary>
/// <param name="answerer">Who answers.</param>
/// <param name="time">The clock that answers are timed by.</param>
/// <param name="language">The tag of the reader's language; empty for the question's own.</param>
internal sealed class Desk(Answerer answerer, TimeProvider time, string language)
{
    /// <summary>The tag of the language to speak where a line does not tell its own.</summary>
    public string Language { get; set; } = language.Length > 0 ? language : SystemLanguage.OfSystem();

    /// <summary>The tag of the language that a line is answered in.</summary>
    public string LanguageOf(string text)
    {
        if (language.Length > 0)
        {
            return language;
        }

        text = text.Trim();
        var words = WithoutCommand(text);
        var tag = Answerer.DetectLanguage(words, Language);

        // Ids and names may be Latin in every language: only a question in Latin letters is surely English.
        return tag == "en" && words.Length < text.Length && !text.StartsWith("/ask ", StringComparison.OrdinalIgnoreCase) ? Language : tag;
    }

    /// <summary>Answers a line.</summary>
    public TimedAnswer Answer(string text) => Answer(text, LanguageOf(text));

    /// <summary>Answers a line in a language.</summary>
    public TimedAnswer Answer(string text, string tag)
    {
        var start = time.GetTimestamp();
        var answer = answerer.Answer(text, tag);
        return new TimedAnswer(text, answer, time.GetElapsedTime(start));
    }

    /// <summary>Answers a line; the first question waits for the search.</summary>
    public ValueTask<TimedAnswer> AnswerAsync(string text, CancellationToken cancellation) => AnswerAsync(text, LanguageOf(text), cancellation);

    /// <summary>Answers a line in a language; the first question waits for the search.</summary>
    public async ValueTask<TimedAnswer> AnswerAsync(string text, string tag, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var answer = await answerer.AnswerAsync(Request.Parse(text, tag), cancellation).ConfigureAwait(false);
        return new TimedAnswer(text, answer, time.GetElapsedTime(start));
    }

    // A command's name is Latin in every language, so only what follows it tells the language.
    private static string WithoutCommand(string text)
    {
        var end = text.StartsWith('/') ? text.IndexOf(' ') : 0;
        return end < 0 ? "" : text[end..];
    }
}
