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

    /// <summary>The month that a folded word names, from 1; null when it names none.</summary>
    public static int? Of(string word)
    {
        for (var month = 0; month < 12; month++)
        {
            if (s_words[month].Contains(word) || Array.Exists(s_stems[month], stem => word.StartsWith(stem, StringComparison.Ordinal)))
            {
                return month + 1;
            }
        }

        return null;
    }
}
