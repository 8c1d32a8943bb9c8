using Bot.Adapters.Pipeline;
using Bot.Answers;
using Bot.Answers.Model;

namespace Bot.Terminal;

/// <summary>Reads what a line asks, in the reader's language where it is set and else in the line's own.</summary>
/// <param name="language">The tag of the reader's language; empty for the line's own.</param>
internal sealed class LineParser(string language)
{
    private const string Platform = "Terminal";

    /// <summary>The tag of the language to speak where a line does not tell its own.</summary>
    public string Language { get; set; } = language.Length > 0 ? language : SystemLanguage.OfSystem();

    /// <summary>The tag of the language that a line is answered in.</summary>
    public string LanguageOf(string line)
    {
        if (language.Length > 0)
        {
            return language;
        }

        line = line.Trim();
        var arguments = WithoutCommand(line);
        var tag = Answerer.DetectLanguage(arguments, Language);

        // Ids and names may be Latin in every language: only a question in Latin letters is surely English.
        return tag == "en" && arguments.Length < line.Length && !line.StartsWith("/ask ", StringComparison.OrdinalIgnoreCase) ? Language : tag;
    }

    /// <summary>What a line asks.</summary>
    /// <param name="line">A command or a question.</param>
    /// <param name="tag">The tag of the language that it is answered in; null for <see cref="LanguageOf"/>.</param>
    /// <param name="isCut">Whether the line is only the beginning of one that is too long.</param>
    public Incoming Parse(string line, string? tag = null, bool isCut = false)
    {
        tag ??= LanguageOf(line);
        var request = isCut ? Request.TooLong(tag) : Request.Parse(line, tag);
        return new Incoming(new Input.Ask(request), new Asker(Platform, null, null), default, tag, "line");
    }

    // A command's name is Latin in every language, so only what follows it tells the language.
    private static string WithoutCommand(string line)
    {
        var end = line.StartsWith('/') ? line.IndexOf(' ') : 0;
        return end < 0 ? "" : line[end..];
    }
}
