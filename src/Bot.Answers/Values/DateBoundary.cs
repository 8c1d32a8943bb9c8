namespace Bot.Answers.Values;

/// <summary>Judges whether a date is read whole: a number or mark that touches it and means nothing known may make it another date.</summary>
/// <param name="tokens">The text.</param>
/// <param name="isCommand">Whether the text is meant to be a date and names.</param>
internal sealed class DateBoundary(DateTokens tokens, bool isCommand)
{
    private const string JoiningSigns = "-~/&+";
    private const string ClosingSigns = "-~/&+.,;:!?)]}\"'»”…。，、；：！？）」』》’·•|@";

    /// <summary>Whether nothing touches a date.</summary>
    /// <param name="start">Its first token.</param>
    /// <param name="end">The token after its last.</param>
    public bool IsWhole(int start, int end) => IsFreeBefore(start) && IsFreeAfter(end);

    /// <summary>The position after a time of day, which says nothing on the date: 12 Feb, 10:30; 2月12日10時.</summary>
    public int SkipTime(int at)
    {
        var hour = tokens.IsSign(at, ",") || tokens.Text(at) is "t" or "at" or "в" or "о" or "об" ? at + 1 : at;
        if (tokens.Number(hour) is not <= 24)
        {
            return at;
        }

        if (tokens.Text(hour + 1) is "时" or "点")
        {
            return tokens.Number(hour + 2) is not null && tokens.Is(hour + 3, "分") ? hour + 4 : hour + 2;
        }

        if (!tokens.IsTime(hour))
        {
            return at;
        }

        var end = hour + 3;
        while (tokens.IsSign(end, ":.") && tokens.IsGlued(end) && tokens.Number(end + 1) is not null)
        {
            end += 2;
        }

        return tokens.Text(end) is "z" or "am" or "pm" or "utc" ? end + 1 : end;
    }

    private bool IsFreeBefore(int start)
    {
        if (IsOfDate(start - 1))
        {
            return false;
        }

        // 今年2月12日 is a day of an unnamed year; 94年2月12日 may be of two.
        if (tokens.Is(start - 1, "年"))
        {
            return tokens.Is(start - 2, "今");
        }

        var isSign = tokens.Text(start - 1).Length > 0 && !tokens.IsWord(start - 1) && !tokens.IsHan(start - 1);
        if (!isSign || tokens.Number(start) is null)
        {
            return !isSign || !tokens.IsSign(start - 1, JoiningSigns + ".") || !IsOfDate(start - 2);
        }

        var isSpan = tokens.IsSign(start - 1, JoiningSigns) || tokens.Text(start - 1) == "..";
        return isSpan ? !IsOfDate(start - 2) && !(tokens.IsGlued(start) && (isCommand || tokens.IsGlued(start - 1)))
            : !tokens.IsGlued(start) || (!tokens.IsSign(start - 1, "$€£¥₽₴№#§%°=<>*^_\\") && !(tokens.IsSign(start - 1, ".,") && IsOfDate(start - 2)));
    }

    private bool IsFreeAfter(int end)
    {
        if (end >= tokens.Count)
        {
            return true;
        }

        if (tokens.Number(end) is not null || (tokens.IsWord(end) && tokens.IsGlued(end) && (tokens.Digits(end - 1) > 0 || isCommand)))
        {
            return false;
        }

        if (tokens.IsWord(end) || tokens.IsHan(end))
        {
            return true;
        }

        var isSpan = tokens.IsSign(end, JoiningSigns) || tokens.Text(end) == "..";
        var isNumberNext = tokens.Number(end + 1) is not null || (isSpan && tokens.MonthName(end + 1) is not null);
        return isSpan ? !isNumberNext && !(isCommand && end + 1 == tokens.Count)
            : (!tokens.IsGlued(end) || tokens.IsSign(end, ClosingSigns)) && !(isNumberNext && (isCommand || tokens.IsGlued(end + 1)) && tokens.IsSign(end, ".,:、，"));
    }

    // A number that is no part of a name and no time of day.
    private bool IsOfDate(int at) =>
        tokens.Number(at) is not null && !tokens.IsPartOfName(at) && !(tokens.IsSign(at - 1, ":") && tokens.Number(at - 2) is not null);
}
