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
    /// <param name="role">What it does for the fact that it is cited for.</param>
    /// <param name="locale">The reader's locale.</param>
    public Citation Format(Source source, string label, EvidenceRole role, Locale locale)
    {
        var citation = _cache.GetOrAdd((source, locale), static key => Unlabelled(key.Source, key.Locale));
        return role == EvidenceRole.Reports
            ? citation with { Label = label }
            : citation with { Label = label, Text = $"{citation.Text} – {UiTexts.In(locale.ToLanguage()).Role(role)}" };
    }

    private static Citation Unlabelled(Source source, Locale locale)
    {
        var texts = UiTexts.In(locale);
        var day = source.Published is { } published ? texts.Date(FactDate.Day(published)) : null;
        string?[] whole =
        [
            source.Kind == SourceKind.Article ? texts.NameOf(source) : null,
            source.Title is { } title ? Quoted(title, locale) : null,
            source.Author,
            Publisher(source),
            day,
            LanguageOf(source, locale),
        ];
        string?[] @short = [Publisher(source) ?? (source.Title is { } only ? Quoted(only, locale) : null), day];
        return new Citation(
            "",
            source.Id,
            source.Footnote,
            source.Title,
            source.Publisher,
            source.Published?.ToString("yyyy-MM-dd"),
            source.Language,
            source.Url,
            string.Join(texts.ListSeparator, whole.OfType<string>()),
            string.Join(texts.ListSeparator, @short.OfType<string>()));
    }

    private static string? Publisher(Source source) =>
        source.Publisher is { } publisher && source.Agency is { } agency && agency != publisher ? $"{publisher} ({agency})" : source.Publisher;

    // The tag of a language that is not the reader's.
    private static string? LanguageOf(Source source, Locale locale) =>
        Locales.TryFromTag(source.Language)?.ToLanguage() == locale.ToLanguage() ? null : source.Language;

    // Uses the quotation marks of the reader's language.
    private static string Quoted(string title, Locale locale) => locale.ToLanguage() switch
    {
        Language.English => $"“{title}”",
        Language.TraditionalChinese => $"「{title}」",
        Language.SimplifiedChinese => $"“{title}”",
        _ => $"«{title}»",
    };
}
