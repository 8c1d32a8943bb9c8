using Bot.Answers.Texts;
using Bot.Facts.Model;

namespace Bot.Answers;

/// <summary>What the parts around an answer are called, for adapters that show them.</summary>
/// <param name="Sources">The heading of the sources.</param>
/// <param name="TryAlso">The heading of the follow-ups.</param>
/// <param name="PageFormat">The page's number and their count: "Page {0} of {1}".</param>
public sealed record ListLabels(string Sources, string TryAlso, string PageFormat)
{
    /// <summary>The labels in a language, by any tag that names it.</summary>
    public static ListLabels In(string language)
    {
        var texts = Interface.In(Locales.FromTag(language).ToLanguage());
        return new ListLabels(texts.Sources, texts.TryAlso, texts.PageOf);
    }

    /// <summary>"Page 2 of 3".</summary>
    public string PageOf(int page, int pages) => Interface.Fill(PageFormat, page, pages);
}
