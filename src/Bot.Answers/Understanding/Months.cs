namespace Bot.Answers.Understanding;

/// <summary>Recognises months by the beginnings of their names in the alphabetic languages, in every case.</summary>
internal static class Months
{
    // Folded as Bot.Search folds: й is и, ї is і. The shortest beginning that no other month and no common word shares.
    private static readonly string[][] s_stems =
    [
        ["jan", "январ", "янв", "січ"],
        ["feb", "феврал", "фев", "лют"],
        ["mar", "март", "берез"],
        ["apr", "апрел", "апр", "квіт"],
        ["may", "мая", "маи", "трав"],
        ["jun", "июн", "черв"],
        ["jul", "июл", "лип"],
        ["aug", "август", "авг", "серп"],
        ["sep", "сентябр", "сент", "верес"],
        ["oct", "октябр", "окт", "жовт"],
        ["nov", "ноябр", "ноя", "листоп"],
        ["dec", "декабр", "дек", "груд"],
    ];

    private static readonly string[] s_english =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    /// <summary>The month that a folded word names, from 1; null when it names none.</summary>
    public static int? Of(ReadOnlySpan<char> word)
    {
        for (var month = 0; month < 12; month++)
        {
            foreach (var stem in s_stems[month])
            {
                // English words share beginnings with months (marching, decide), so the whole word has to be the month or its abbreviation.
                if (word.StartsWith(stem) && (stem[0] > 'z' || IsEnglish(word, month)))
                {
                    return month + 1;
                }
            }
        }

        return null;
    }

    private static bool IsEnglish(ReadOnlySpan<char> word, int month) =>
        word.Length == 3 || word.SequenceEqual(s_english[month]) || (word.Length == 4 && s_english[month].AsSpan().StartsWith(word));
}
