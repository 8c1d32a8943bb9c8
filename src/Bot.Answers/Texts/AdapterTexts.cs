using Bot.Facts.Model;

namespace Bot.Answers.Texts;

/// <summary>The texts that adapters show besides answers, in one language.</summary>
public sealed class AdapterTexts
{
    private readonly UiTexts _texts;

    private AdapterTexts(UiTexts texts) => _texts = texts;

    /// <summary>The tags of the languages of the texts.</summary>
    public static IReadOnlyList<string> Languages => Bot.Facts.Model.Languages.Tags;

    /// <summary>The heading of the sources.</summary>
    public string Sources => _texts.Sources;

    /// <summary>The heading of the follow-ups.</summary>
    public string TryAlso => _texts.TryAlso;

    /// <summary>The label of the button that shows the same answer with notes and all sources.</summary>
    public string Details => _texts.Details;

    /// <summary>The label of help.</summary>
    public string Help => _texts.HelpTitle;

    /// <summary>The notice that a button comes from another version of the base, in at most 200 UTF-16 units.</summary>
    public string ButtonOutdated => _texts.ButtonOutdated;

    /// <summary>The notice that a button cannot be read, in at most 200 UTF-16 units.</summary>
    public string ButtonUnreadable => _texts.ButtonUnreadable;

    /// <summary>The label of the action that checks a message, in at most 32 UTF-16 units.</summary>
    public string CheckMessage => _texts.CheckMessage;

    /// <summary>The label of the action that shows a private answer to everyone.</summary>
    public string ShowToAll => _texts.ShowToAll;

    /// <summary>The name of the parameter that keeps an answer private: lower case, no spaces.</summary>
    public string PrivateName => _texts.PrivateName;

    /// <summary>The description of that parameter, in at most 100 UTF-16 units.</summary>
    public string Private => _texts.Private;

    /// <summary>Announces example questions in a terminal.</summary>
    public string TerminalExamples => _texts.TerminalExamples;

    /// <summary>The commands and keys, for newcomers in a terminal.</summary>
    public string TerminalKeys => _texts.TerminalKeys;

    /// <summary>The line below a page in a terminal: there are more, and these keys show or skip them.</summary>
    public string TerminalMore => _texts.TerminalMore;

    /// <summary>Whether a text is the bot's prompt for a question, in any language and with any example.</summary>
    public static bool IsAskPrompt(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var locale in Locales.All)
        {
            var prompt = UiTexts.In(locale).AskEmpty.AsSpan();
            if (text.AsSpan().StartsWith(prompt[..prompt.IndexOf('{')], StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The texts in a language, by any tag of it.</summary>
    public static AdapterTexts In(string language) => new(UiTexts.In(Locales.FromTag(language)));

    /// <summary>The notice to a user who has sent too many requests, in at most 200 UTF-16 units.</summary>
    /// <param name="seconds">The seconds until the user can ask again.</param>
    public string TooManyRequests(int seconds) => UiTexts.Format(_texts.TooManyRequests, _texts.Count("Seconds", seconds));

    /// <summary>The page number, such as "Page 2 of 3".</summary>
    public string PageOf(int page, int pages) => UiTexts.Format(_texts.PageOf, page, pages);
}
