using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Reading;

/// <summary>Detects the language of a text from its script, for readers whose platform does not report a language.</summary>
internal static class LanguageDetector
{
    /// <summary>The language of a text; null for a text without letters.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="preferred">The locale to prefer when the script is used by two languages.</param>
    public static Locale? Detect(string text, Locale preferred)
    {
        var (latin, cyrillic, ukrainian, russian, han, traditional, simplified) = (0, 0, 0, 0, 0, 0, 0);
        foreach (var c in text)
        {
            switch (c)
            {
                case >= 'a' and <= 'z' or >= 'A' and <= 'Z':
                    latin++;
                    break;
                case >= '\u0400' and <= '\u04ff':
                    cyrillic++;
                    ukrainian += Language.Russian.LettersOfOther().Contains(c) ? 1 : 0;
                    russian += Language.Ukrainian.LettersOfOther().Contains(c) ? 1 : 0;
                    break;
                default:
                    if (Folding.IsHan(c))
                    {
                        han++;
                        traditional += Folding.IsTraditionalOnly(c) ? 1 : 0;
                        simplified += Folding.IsSimplifiedForm(c) ? 1 : 0;
                    }

                    break;
            }
        }

        // A Han character counts as much as a short word, that is, three letters.
        if (han > 0 && han * 3 >= Math.Max(latin, cyrillic))
        {
            return (traditional - simplified) switch
            {
                > 0 => preferred.ToLanguage() == Language.TraditionalChinese ? preferred : Locale.TraditionalChinese,
                < 0 => Locale.SimplifiedChinese,
                _ => preferred.ToLanguage() is Language.TraditionalChinese or Language.SimplifiedChinese ? preferred : Locale.SimplifiedChinese,
            };
        }

        if (cyrillic > 0 && cyrillic >= latin)
        {
            return (ukrainian - russian) switch
            {
                > 0 => Locale.Ukrainian,
                < 0 => Locale.Russian,
                _ => DetectByWords(text) ?? (preferred == Locale.Ukrainian ? Locale.Ukrainian : Locale.Russian),
            };
        }

        return latin > 0 ? Locale.English : null;
    }

    // Recognizes short words that exist in only one of the two languages, for texts without its special letters.
    private static Locale? DetectByWords(string text)
    {
        foreach (var word in Folding.Fold(text).Split(Folding.Separator))
        {
            switch (word)
            {
                case "що" or "як" or "хто" or "де" or "чому" or "чи" or "та" or "про" or "коли" or "яка" or "яке" or "які" or "який" or "був":
                    return Locale.Ukrainian;
                case "что" or "как" or "кто" or "где" or "почему" or "сколько" or "когда" or "какие" or "какая" or "какой" or "о" or "об" or "и" or "был":
                    return Locale.Russian;
                default:
                    break;
            }
        }

        return null;
    }
}
