namespace Bot.Answers.Values;

/// <summary>Finds numbers with a unit as people write them: <c>4.5 hours</c>, <c>четыре с половиной часа</c>, <c>півтори години</c>, <c>四個半小時</c>.</summary>
internal static class QuantityParser
{
    private const double MinutesPerHour = 60;
    private const double MinutesPerDay = 24 * MinutesPerHour;

    // A bare number from a thousand on is a count, unless it is a year.
    private const double MinMany = 1_000;

    // Folded: й is и, ї is і, traditional characters are simplified. A word counts as the longest unit that it begins with.
    private static readonly (string Stem, int MaxLength, Unit Unit, double Factor)[] s_units =
    [
        ("minute", 7, Unit.Minutes, 1), ("min", 4, Unit.Minutes, 1), ("минут", 7, Unit.Minutes, 1), ("мин", 3, Unit.Minutes, 1), ("хвилин", 8, Unit.Minutes, 1), ("хв", 2, Unit.Minutes, 1),
        ("hour", 5, Unit.Minutes, MinutesPerHour), ("hr", 3, Unit.Minutes, MinutesPerHour), ("час", 6, Unit.Minutes, MinutesPerHour), ("годин", 8, Unit.Minutes, MinutesPerHour), ("год", 3, Unit.Minutes, MinutesPerHour),
        ("day", 4, Unit.Minutes, MinutesPerDay), ("дня", 3, Unit.Minutes, MinutesPerDay), ("днеи", 4, Unit.Minutes, MinutesPerDay), ("день", 4, Unit.Minutes, MinutesPerDay), ("дні", 4, Unit.Minutes, MinutesPerDay), ("днів", 4, Unit.Minutes, MinutesPerDay),
        ("week", 5, Unit.Minutes, 7 * MinutesPerDay), ("недел", 6, Unit.Minutes, 7 * MinutesPerDay), ("тижн", 6, Unit.Minutes, 7 * MinutesPerDay), ("тиждень", 7, Unit.Minutes, 7 * MinutesPerDay),
        ("percent", 7, Unit.Percent, 1), ("процент", 10, Unit.Percent, 1), ("відсот", 10, Unit.Percent, 1),
        ("people", 6, Unit.People, 1), ("person", 7, Unit.People, 1), ("человек", 8, Unit.People, 1), ("люде", 5, Unit.People, 1), ("осіб", 4, Unit.People, 1), ("delegate", 9, Unit.People, 1), ("делегат", 9, Unit.People, 1),
        ("thousand", 9, Unit.Many, 1_000), ("тысяч", 7, Unit.Many, 1_000), ("тисяч", 7, Unit.Many, 1_000), ("тыс", 3, Unit.Many, 1_000), ("тис", 3, Unit.Many, 1_000),
        ("million", 8, Unit.Many, 1_000_000), ("миллион", 10, Unit.Many, 1_000_000), ("мільион", 10, Unit.Many, 1_000_000), ("млн", 3, Unit.Many, 1_000_000),
        ("billion", 8, Unit.Many, 1_000_000_000), ("миллиард", 11, Unit.Many, 1_000_000_000), ("мільярд", 10, Unit.Many, 1_000_000_000), ("млрд", 4, Unit.Many, 1_000_000_000),
        ("countr", 9, Unit.Countries, 1), ("стран", 6, Unit.Countries, 1), ("країн", 6, Unit.Countries, 1), ("краін", 6, Unit.Countries, 1),
    ];

    private static readonly (string Text, Unit Unit, double Factor)[] s_hanUnits =
    [
        ("万", Unit.Many, 10_000), ("亿", Unit.Many, 100_000_000), ("千", Unit.Many, 1_000), ("分钟", Unit.Minutes, 1), ("小时", Unit.Minutes, MinutesPerHour), ("钟头", Unit.Minutes, MinutesPerHour), ("天", Unit.Minutes, MinutesPerDay),
        ("星期", Unit.Minutes, 7 * MinutesPerDay), ("周", Unit.Minutes, 7 * MinutesPerDay), ("人", Unit.People, 1), ("国", Unit.Countries, 1),
    ];

    /// <summary>The quantities of a text, in its order.</summary>
    public static List<Quantity> FindAll(string text)
    {
        var found = new List<Quantity>();
        var tokens = DateLexer.Read(text);
        for (var i = 0; i < tokens.Count;)
        {
            if (Read(tokens, i, text.Length) is var (quantity, end))
            {
                found.Add(quantity);
                i = end;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    private static (Quantity Quantity, int End)? Read(List<DateToken> tokens, int at, int textLength)
    {
        if (tokens[at].Text is "полчаса" or "півгодини")
        {
            return (new Quantity(Unit.Minutes, MinutesPerHour / 2, tokens[at].Start, EndOf(tokens, at + 1, textLength)), at + 1);
        }

        if (NumberReader.Read(tokens, at) is not var (value, next))
        {
            return null;
        }

        // 三个多小时, 三十余人.
        next = Is(tokens, next, "个") ? next + 1 : next;
        next = Is(tokens, next, "多") || Is(tokens, next, "余") ? next + 1 : next;
        if (Is(tokens, next, "半"))
        {
            (value, next) = (value + 0.5, next + 1);
        }

        if (Is(tokens, next, "%"))
        {
            return (new Quantity(Unit.Percent, value, tokens[at].Start, EndOf(tokens, next + 1, textLength)), next + 1);
        }

        if (UnitAt(tokens, next) is not var (unit, factor, end))
        {
            return value >= MinMany && tokens[at].Number is not (null or (>= DateYearReader.MinYear and <= DateYearReader.MaxYear))
                ? (new Quantity(Unit.Many, value, tokens[at].Start, EndOf(tokens, next, textLength)), next)
                : null;
        }

        // An hour and a half.
        if (NumberReader.HalfAt(tokens, end) is { } afterHalf)
        {
            (value, end) = (value + 0.5, afterHalf);
        }

        // A crowd is compared with a crowd, whether its number has a noun or not.
        unit = unit == Unit.People && value >= MinMany ? Unit.Many : unit;
        return (new Quantity(unit, value * factor, tokens[at].Start, EndOf(tokens, end, textLength)), end);
    }

    private static (Unit Unit, double Factor, int End)? UnitAt(List<DateToken> tokens, int at)
    {
        if (at >= tokens.Count)
        {
            return null;
        }

        var word = tokens[at].Text;
        foreach (var (stem, maxLength, unit, factor) in s_units)
        {
            if (word.Length <= maxLength && word.StartsWith(stem, StringComparison.Ordinal))
            {
                return (unit, factor, at + 1);
            }
        }

        foreach (var (text, unit, factor) in s_hanUnits)
        {
            if (IsHan(tokens, at, text))
            {
                return (unit, factor, at + text.Length);
            }
        }

        return null;
    }

    // Each Han character is a token.
    private static bool IsHan(List<DateToken> tokens, int at, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (at + i >= tokens.Count || tokens[at + i].Text is not [var character] || character != text[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool Is(List<DateToken> tokens, int at, string text) => at < tokens.Count && tokens[at].Text == text;

    private static int EndOf(List<DateToken> tokens, int end, int textLength) =>
        end <= 0 ? 0 : end < tokens.Count ? LastCharacter(tokens, end) : textLength;

    // The end of the token before: what separates them is not part of the quantity.
    private static int LastCharacter(List<DateToken> tokens, int end) => tokens[end - 1].Start + Math.Max(1, tokens[end - 1].Text.Length);
}
