using Bot.Facts.Model;

namespace Bot.Answers.Texts;

/// <summary>What adapters say around an answer, in one language.</summary>
public sealed class AdapterTexts
{
    private readonly UiTexts _texts;

    private AdapterTexts(UiTexts texts) => _texts = texts;

    /// <summary>The tags of the languages that there are texts in.</summary>
    public static IReadOnlyList<string> Languages => Bot.Facts.Model.Languages.Tags;

    /// <summary>The heading of the sources.</summary>
    public string Sources => _texts.Sources;

    /// <summary>The heading of the follow-ups.</summary>
    public string TryAlso => _texts.TryAlso;

    /// <summary>What help is called.</summary>
    public string Help => _texts.HelpTitle;

    /// <summary>Asks for a question, with an example.</summary>
    public string AskPrompt => _texts.AskEmpty;

    /// <summary>What the bot is, in at most 512 UTF-16 units.</summary>
    public string Description => _texts.Description;

    /// <summary>What the bot is, in at most 120 UTF-16 units.</summary>
    public string ShortDescription => _texts.ShortDescription;

    /// <summary>Says that a button was made from another version of the base, in at most 200 UTF-16 units.</summary>
    public string ButtonOutdated => _texts.ButtonOutdated;

    /// <summary>Says that a button cannot be read, in at most 200 UTF-16 units.</summary>
    public string ButtonUnreadable => _texts.ButtonUnreadable;

    /// <summary>What checking a message is called, in at most 32 UTF-16 units.</summary>
    public string CheckMessage => _texts.CheckMessage;

    /// <summary>What showing a private answer to all is called.</summary>
    public string ShowToAll => _texts.ShowToAll;

    /// <summary>The name of the parameter that keeps an answer private: lower case, no spaces.</summary>
    public string PrivateName => _texts.PrivateName;

    /// <summary>What that parameter does, in at most 100 UTF-16 units.</summary>
    public string Private => _texts.Private;

    /// <summary>The texts in a language, by any tag that names it.</summary>
    public static AdapterTexts In(string language) => new(UiTexts.In(Locales.FromTag(language).ToLanguage()));

    /// <summary>Asks somebody who asks too much for patience, in at most 200 UTF-16 units.</summary>
    /// <param name="seconds">When they can ask again.</param>
    public string TooManyRequests(int seconds) => UiTexts.Format(_texts.TooManyRequests, _texts.Count("Seconds", seconds));

    /// <summary>"Page 2 of 3".</summary>
    public string PageOf(int page, int pages) => UiTexts.Format(_texts.PageOf, page, pages);
}
