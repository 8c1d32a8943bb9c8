using System.Collections.Concurrent;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Facts.Model;

namespace Bot.Answers.Composing;

/// <summary>Formats sources for readers. Caches the results, because a base has few sources. Safe for any number of threads.</summary>
internal sealed class CitationFormatter
{
    // Without labels, which differ between answers.
    private readonly ConcurrentDictionary<(Source Source, Locale Locale), Citation> _cache = new();

    /// <summary>A source in the form that readers see.</summary>
    /// <param name="source">The source.</param>
    /// <param name="label">Its label in the answer.</param>
    /// <param name="locale">The reader's locale.</param>
    public Citation Format(Source source, string label, Locale locale) =>
        _cache.GetOrAdd((source, locale), static key => Unlabelled(key.Source, key.Locale)) with { Label = label };

    private static Citation Unlabelled(Source source, Locale locale)
    {
        var texts = UiTexts.In(locale.ToLanguage());
        var parts = new List<string>();
        if (source.Kind == SourceKind.Article)
        {
            parts.Add(texts.TheArticle);
        }

        parts.Add(source.Title is { } title ? Quoted(title, locale) : texts.TitleNotSeen);
        if (source.Author is { } author)
        {
            parts.Add(author);
        }

        if (source.Publisher is { } publisher)
        {
            parts.Add(source.Agency is { } agency && agency != publisher ? $"{publisher} ({agency})" : publisher);
        }

        parts.Add(source.Published is { } day ? texts.Date(FactDate.Day(day)) : texts.NoDate);
        parts.Add(source.Language);
        return new Citation(
            "",
            source.Id,
            source.Footnote,
            source.Title,
            source.Publisher,
            source.Published?.ToString("yyyy-MM-dd"),
            source.Language,
            source.Url,
            string.Join(texts.ListSeparator, parts));
    }

    // Uses the quotation marks of the reader's language.
    private static string Quoted(string title, Locale locale) => locale.ToLanguage() switch
    {
        Language.English => $"“{title}”",
        Language.TraditionalChinese => $"「{title}」",
        Language.SimplifiedChinese => $"“{title}”",
        _ => $"«{title}»",
    };
}
