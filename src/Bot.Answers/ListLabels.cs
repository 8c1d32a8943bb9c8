using Bot.Answers.Texts;
using Bot.Facts.Model;

namespace Bot.Answers;

/// <summary>What the lists at the end of an answer are called, for adapters that show them.</summary>
/// <param name="Sources">The heading of the sources.</param>
/// <param name="TryAlso">The heading of the follow-ups.</param>
public sealed record ListLabels(string Sources, string TryAlso)
{
    /// <summary>The headings in a language, by any tag that names it.</summary>
    public static ListLabels In(string language)
    {
        var texts = Interface.In(Locales.FromTag(language).ToLanguage());
        return new ListLabels(texts.Sources, texts.TryAlso);
    }
}
