using Bot.Adapters.Pipeline;
using Bot.Answers;
using Bot.Answers.Model;

namespace Bot.Terminal;

/// <summary>Parses lines in the configured language, or else in the line's own.</summary>
/// <param name="language">The tag of the reader's language; empty for the line's own.</param>
internal sealed class LineParser(string language)
{
    private const string Platform = "Terminal";

    /// <summary>The tag of the language for texts where a line does not determine its own.</summary>
    public string Language { get; set; } = language.Length > 0 ? language : SystemLanguage.OfSystem();

    /// <summary>The tag of the language in which a line is answered.</summary>
    public string LanguageOf(string line)
    {
        if (language.Length > 0)
        {
            return language;
        }

        // A command's name does not tell the language of what follows it.
        var (command, words) = Request.SplitCommand(line) is var (name, arguments) ? (Answerer.CommandNamed(name), arguments) : ("ask", line.Trim());
        var tag = Answerer.DetectLanguage(words, Language);

        // Ids and names may be in Latin letters in every language. Only a question in Latin letters is certainly English.
        return tag == "en" && command != "ask" ? Language : tag;
    }

    /// <summary>Parses a line.</summary>
    /// <param name="line">A command or a question.</param>
    /// <param name="tag">The tag of the answer's language; null for <see cref="LanguageOf"/>.</param>
    /// <param name="isCut">Whether only the beginning of a longer line was kept.</param>
    public Incoming Parse(string line, string? tag = null, bool isCut = false)
    {
        tag ??= LanguageOf(line);
        var request = isCut ? Request.TooLong(tag) : Answerer.Parse(line, tag);
        return new Incoming(new Input.Ask(request), new Asker(Platform, null, null), default, tag, "line");
    }
}
