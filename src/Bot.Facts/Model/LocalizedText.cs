using System.Collections.Immutable;

namespace Bot.Facts.Model;

/// <summary>One text in each locale. In a language that the base does not have, it is the text of the base's first language.</summary>
public sealed class LocalizedText
{
    private readonly ImmutableArray<string> _byLocale;

    /// <summary>Creates a text from its form in each locale, in the order of <see cref="Locales.All"/>.</summary>
    /// <exception cref="ArgumentException">The number of texts is not <see cref="Locales.Count"/>.</exception>
    public LocalizedText(ImmutableArray<string> byLocale)
    {
        if (byLocale.Length != Locales.Count)
        {
            throw new ArgumentException($"{byLocale.Length} texts for {Locales.Count} locales.", nameof(byLocale));
        }

        _byLocale = byLocale;
    }

    /// <summary>The text as a reader of <paramref name="locale"/> sees it.</summary>
    public string this[Locale locale] => _byLocale[(int)locale];

    /// <summary>The text in a language, without a region.</summary>
    public string this[Language language] => _byLocale[(int)language.ToLocale()];

    /// <summary>The English text, for logs and debuggers.</summary>
    public override string ToString() => this[Locale.English];
}
