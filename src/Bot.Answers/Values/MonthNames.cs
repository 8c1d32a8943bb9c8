using System.Collections.Frozen;

namespace Bot.Answers.Values;

/// <summary>Recognizes the names and abbreviations of months in the alphabetic languages, in every grammatical case.</summary>
internal static class MonthNames
{
    // Folded like in Bot.Search: й is и, ї is і. No common word begins with one of these stems (декрет and Майдан are not months).
    private static readonly string[][] s_stems =
    [
        ["январ", "січен", "січн"],
        ["феврал", "лютии", "лютог", "лютом", "лютим"],
        ["березен", "березн"],
        ["апрел", "квітен", "квітн"],
        ["травен", "травн"],
        ["июн", "червен", "червн"],
        ["июл", "липен", "липн"],
        ["август", "серпен", "серпн"],
        ["сентябр", "вересен", "вересн"],
        ["октябр", "жовтен", "жовтн"],
        ["ноябр", "листопад"],
        ["декабр", "груден", "грудн"],
    ];

    private static readonly string[][] s_words =
    [
        ["january", "jan", "янв", "січ"],
        ["february", "feb", "febr", "фев", "февр", "лют"],
        ["march", "mar", "март", "марта", "марту", "мартом", "марте", "мар", "бер", "берез"],
        ["april", "apr", "апр", "квіт"],
        ["may", "маи", "мая", "маем", "мае", "трав"],
        ["june", "jun", "черв"],
        ["july", "jul", "лип"],
        ["august", "aug", "авг", "серп"],
        ["september", "sep", "sept", "сен", "сент", "вер", "верес"],
        ["october", "oct", "окт", "жовт"],
        ["november", "nov", "ноя", "нояб", "листоп"],
        ["december", "dec", "дек", "груд"],
    ];

    private static readonly FrozenDictionary<string, int> s_byWord =
        s_words.SelectMany((words, month) => words.Select(word => (word, Month: month + 1))).ToFrozenDictionary(w => w.word, w => w.Month);

    // Few words begin with the letter of a stem.
    private static readonly FrozenDictionary<char, (string Stem, int Month)[]> s_byLetter =
        s_stems.SelectMany((stems, month) => stems.Select(stem => (Stem: stem, Month: month + 1))).GroupBy(s => s.Stem[0]).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>The month that a folded word names, from 1; null when it names none.</summary>
    public static int? Of(string word)
    {
        if (s_byWord.TryGetValue(word, out var month))
        {
            return month;
        }

        foreach (var (stem, named) in word.Length > 0 ? s_byLetter.GetValueOrDefault(word[0], []) : [])
        {
            if (word.StartsWith(stem, StringComparison.Ordinal))
            {
                return named;
            }
        }

        return null;
    }
}
