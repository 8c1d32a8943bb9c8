using Bot.Facts.Model;

namespace Bot.Answers.Texts;

/// <summary>The translations of a text, by language tag. A region may have its own, by the tag of the locale.</summary>
internal static class Translations
{
    /// <summary>The translation for a reader's locale; null when there is none.</summary>
    public static string? Find(this Dictionary<string, string> byTag, Locale locale) =>
        byTag.GetValueOrDefault(locale.Tag()) ?? byTag.GetValueOrDefault(locale.ToLanguage().Tag());

    /// <summary>The translation for a reader's locale. <see cref="TextFiles.Missing"/> has checked that there is one.</summary>
    public static string In(this Dictionary<string, string> byTag, Locale locale) =>
        byTag.Find(locale) ?? throw new InvalidOperationException($"A text has no translation for {locale.Tag()}.");
}
