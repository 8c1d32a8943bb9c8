using System.Globalization;
using System.Runtime.CompilerServices;

namespace Bot.Search.Text;

/// <summary>
/// Normalizes the spellings of a word: letter case, accents, full-width forms, traditional and simplified characters.
/// </summary>
public static class Folding
{
    /// <summary>The folded form of a character that separates words.</summary>
    public const char Separator = ' ';

    // Soft hyphens, zero-width and direction marks, and invisible operators.
    private const string IgnoredMarks = "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff";

    // What people type for an apostrophe: with it the prime, the letters of transliterations, and the full-width form by its ordinary one.
    private const string Apostrophes = "'’‘‛`´ʹʼʻʽ′ꞌ";

    private static readonly char[] s_folded = BuildTable();

    /// <summary>What finds a word by its beginning in a folded text that begins with a separator: Han characters, which nothing separates, are found anywhere.</summary>
    /// <param name="folded">The folded beginning of a word; not empty.</param>
    public static string WordBeginning(string folded)
    {
        ArgumentException.ThrowIfNullOrEmpty(folded);
        return IsHan(folded[0]) ? folded : Separator + folded;
    }

    /// <summary>Whether a character is one of those that people type for an apostrophe.</summary>
    public static bool IsApostrophe(char c) => Apostrophes.Contains(CompatibilityForms.Of(c));

    /// <summary>Whether a character belongs to a script that writes words without spaces between them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';

    /// <summary>Whether a character is traditional and has a different simplified form.</summary>
    public static bool IsTraditionalOnly(char c) => IsHan(c) && s_folded[c] != c;

    /// <summary>Whether a character is the simplified form of a different traditional one.</summary>
    public static bool IsSimplifiedForm(char c) => IsHan(c) && s_simplified.Contains(c);

    private static readonly HashSet<char> s_simplified = BuildSimplified();

    /// <summary>
    /// The folded form of a character: a lower-case letter, a digit, a simplified Han character,
    /// <see cref="Separator"/> for a character between words, or U+0000 for a character within a word that is ignored
    /// (combining accents, apostrophes, soft hyphens, zero-width and direction marks).
    /// </summary>
    public static char Fold(char c) => s_folded[c];

    /// <summary>
    /// Folds a text into words with one space between them, and none at either end.
    /// </summary>
    /// <param name="text">Any UTF-16, well formed or not.</param>
    /// <param name="folded">Receives the result; the length of <paramref name="text"/> is always enough.</param>
    /// <returns>The number of characters written. Folding stops when <paramref name="folded"/> is full.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (length == folded.Length)
            {
                break;
            }

            var f = s_folded[c];
            if (f == Separator ? length > 0 && folded[length - 1] != Separator : f != '\0')
            {
                folded[length++] = f;
            }
        }

        return length > 0 && folded[length - 1] == Separator ? length - 1 : length;
    }

    /// <summary>Like <see cref="Fold(ReadOnlySpan{char},Span{char})"/>, into a new string, after <see cref="CompatibilityForms.Normalize"/>.</summary>
    public static string Fold(string text)
    {
        // The table of folded characters knows the ordinary forms of one character.
        text = CompatibilityForms.HasOnlySingle(text) ? text : CompatibilityForms.Normalize(text);
        Span<char> folded = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        return new string(folded[..Fold(text, folded)]);
    }

    private static char[] BuildTable()
    {
        var table = new char[char.MaxValue + 1];
        Array.Fill(table, Separator);
        for (var c = 0; c < table.Length; c++)
        {
            // The blocks of the alphabets of the five languages, and of related ones.
            if (c is < 0x0600 or (>= 0x1e00 and < 0x2000))
            {
                table[c] = FoldLetter((char)c);
            }
        }

        for (var c = 0x3400; c <= 0x9fff; c++)
        {
            table[c] = (char)c;
        }

        for (var i = 0; i < HanVariants.TraditionalThenSimplified.Length; i += 2)
        {
            table[HanVariants.TraditionalThenSimplified[i]] = HanVariants.TraditionalThenSimplified[i + 1];
        }

        foreach (var mark in IgnoredMarks + Apostrophes)
        {
            table[mark] = '\0';
        }

        for (var selector = 0xfe00; selector <= 0xfe0f; selector++)
        {
            table[selector] = '\0';
        }

        // Characters that stand for others come last, when those are complete.
        for (var c = 0; c < table.Length; c++)
        {
            table[c] = CompatibilityForms.Of((char)c) is var ordinary && ordinary != c ? table[ordinary] : table[c];
        }

        return table;
    }

    private static char FoldLetter(char c) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => Unaccented(char.ToLowerInvariant(c)),
        UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)char.GetNumericValue(c)),
        UnicodeCategory.NonSpacingMark => '\0',
        _ => Separator,
    };

    // Accented letters and their base letters. й and ї are included so that composed and decomposed
    // spellings fold alike; ё and ґ fold to the letters that people often type instead.
    private static char Unaccented(char c) => c switch
    {
        >= 'à' and <= 'å' or 'ā' or 'ă' or 'ą' or 'ǎ' or 'ⱥ' => 'a',
        'ç' or 'ć' or 'ĉ' or 'ċ' or 'č' => 'c',
        'ď' or 'đ' => 'd',
        >= 'è' and <= 'ë' or 'ē' or 'ĕ' or 'ė' or 'ę' or 'ě' => 'e',
        'ĝ' or 'ğ' or 'ġ' or 'ģ' => 'g',
        >= 'ì' and <= 'ï' or 'ĩ' or 'ī' or 'ĭ' or 'į' or 'ı' or 'İ' => 'i',
        'ķ' => 'k',
        'ĺ' or 'ļ' or 'ľ' or 'ł' => 'l',
        'ñ' or 'ń' or 'ņ' or 'ň' => 'n',
        >= 'ò' and <= 'ö' or 'ø' or 'ō' or 'ŏ' or 'ő' => 'o',
        'ŕ' or 'ŗ' or 'ř' => 'r',
        'ś' or 'ŝ' or 'ş' or 'š' or 'ș' => 's',
        'ţ' or 'ť' or 'ț' or 'ⱦ' => 't',
        >= 'ù' and <= 'ü' or 'ũ' or 'ū' or 'ŭ' or 'ů' or 'ű' or 'ų' => 'u',
        'ý' or 'ÿ' or 'ŷ' => 'y',
        'ź' or 'ż' or 'ž' => 'z',
        'ё' => 'е',
        'й' => 'и',
        'ї' => 'і',
        'ґ' => 'г',
        _ => c,
    };

    private static HashSet<char> BuildSimplified()
    {
        var simplified = new HashSet<char>();
        for (var i = 0; i < HanVariants.TraditionalThenSimplified.Length; i += 2)
        {
            simplified.Add(HanVariants.TraditionalThenSimplified[i + 1]);
        }

        return simplified;
    }
}
