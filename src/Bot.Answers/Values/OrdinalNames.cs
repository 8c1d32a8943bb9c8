namespace Bot.Answers.Values;

/// <summary>Reads ordinals in words, as days are said: "the twelfth", "двадцать первое", "тридцять першого".</summary>
internal static class OrdinalNames
{
    private static readonly string[] s_english =
    [
        "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
        "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ];

    // The stems, to which the endings are added. Folded: п'ят is пят.
    private static readonly string[] s_russian =
    [
        "", "перв", "втор", "треть", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат", "двенадцат", "тринадцат",
        "четырнадцат", "пятнадцат", "шестнадцат", "семнадцат", "восемнадцат", "девятнадцат", "двадцат",
    ];

    private static readonly string[] s_ukrainian =
    [
        "", "перш", "друг", "трет", "четверт", "пят", "шост", "сьом", "восьм", "девят", "десят", "одинадцят", "дванадцят", "тринадцят",
        "чотирнадцят", "пятнадцят", "шістнадцят", "сімнадцят", "вісімнадцят", "девятнадцят", "двадцят",
    ];

    private static readonly string[] s_endings = ["ое", "ого", "ому", "ым", "ом", "е", "его", "ему", "им", "ем", "є", "ього", "ьому", "ім"];

    private static readonly Dictionary<string, int> s_days = Build();

    private static readonly Dictionary<string, int> s_tens = new()
    {
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["двадцать"] = 20,
        ["тридцать"] = 30,
        ["двадцять"] = 20,
        ["тридцять"] = 30,
    };

    /// <summary>The words of an ordinal up to the twentieth: the English word, and the stems of the Russian and the Ukrainian one. Folded.</summary>
    /// <param name="number">The number, from 1 to 20.</param>
    public static (string English, string Russian, string Ukrainian) Words(int number) => (s_english[number], s_russian[number], s_ukrainian[number]);

    /// <summary>The day that an ordinal names and the position after it; null when none begins there.</summary>
    public static (int Day, int End)? Read(DateTokens tokens, int at)
    {
        if (s_days.TryGetValue(tokens.Text(at), out var day))
        {
            return s_tens.ContainsKey(tokens.Text(at - 1)) ? null : (day, at + 1);
        }

        var next = tokens.IsSign(at + 1, "-") ? at + 2 : at + 1;
        return s_tens.TryGetValue(tokens.Text(at), out var tens) && s_days.TryGetValue(tokens.Text(next), out var ones) && ones < 10 && tens + ones <= 31 ? (tens + ones, next + 1) : null;
    }

    private static Dictionary<string, int> Build()
    {
        var days = new Dictionary<string, int> { ["thirtieth"] = 30 };
        AddAll(days, 30, "тридцат");
        AddAll(days, 30, "тридцят");
        for (var day = 1; day <= 20; day++)
        {
            days[s_english[day]] = day;
            AddAll(days, day, s_russian[day]);
            AddAll(days, day, s_ukrainian[day]);
        }

        return days;
    }

    private static void AddAll(Dictionary<string, int> days, int day, string stem)
    {
        foreach (var ending in s_endings)
        {
            days[stem + ending] = day;
        }
    }
}
