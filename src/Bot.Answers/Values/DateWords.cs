namespace Bot.Answers.Values;

/// <summary>The words and marks around dates, folded as in Bot.Search: й is и, ї is і, 與 is 与.</summary>
internal static class DateWords
{
    private static readonly HashSet<string> s_joints =
        [.. "- ~ .. & to till til until through thru and по до и і та й 至 到 和 与 及 跟".Split(' ')];

    private static readonly HashSet<string> s_marks = ["-", "~", ".."];

    private static readonly HashSet<string> s_before = [.. "before до перед".Split(' ')];
    private static readonly HashSet<string> s_upTo = [.. "until till til by through thru по".Split(' ')];
    private static readonly HashSet<string> s_after = [.. "after since после після".Split(' ')];
    private static readonly HashSet<string> s_from = [.. "from starting с со з із зі від 从 自".Split(' ')];
    private static readonly HashSet<string> s_on = [.. "on between in the в во у на 在".Split(' ')];
    private static readonly HashSet<string> s_onwards = [.. "onwards onward".Split(' ')];
    private static readonly HashSet<string> s_yearWords = [.. "року рік р году года год г".Split(' ')];

    // The endings of ordinals in digits: 12th, 12-го, 12-те, 12й.
    private static readonly HashSet<string> s_ordinalEndings = [.. "st nd rd th го ого ое е ему ому му ше ге те тє ге го ого и ыи іи я".Split(' ')];

    // 5.12 after these is a number or a time of day: Article 5.12, at 10.12.
    private static readonly HashSet<string> s_numbered =
        [.. "at article articles art section sections paragraph point chapter version v no resolution page item в во у о об ст статья статьи статье стаття статті пункт п версия версія".Split(' ')];

    /// <summary>Whether it joins the two dates of a span.</summary>
    public static bool IsJoint(string text) => s_joints.Contains(text);

    /// <summary>Whether it joins two dates without a word.</summary>
    public static bool IsJointMark(string text) => s_marks.Contains(text);

    /// <summary>Whether it says "before", so that the date itself is excluded.</summary>
    public static bool IsBefore(string text) => s_before.Contains(text);

    /// <summary>Whether it says "until" or "by", so that the date itself is included.</summary>
    public static bool IsUpTo(string text) => s_upTo.Contains(text);

    /// <summary>Whether it says "after" or "since".</summary>
    public static bool IsAfter(string text) => s_after.Contains(text);

    /// <summary>Whether it says "from": the beginning of a span, open or not.</summary>
    public static bool IsFrom(string text) => s_from.Contains(text);

    /// <summary>Whether it stands before a date without a meaning of its own.</summary>
    public static bool IsOn(string text) => s_on.Contains(text);

    /// <summary>Whether it says "onwards", after a date.</summary>
    public static bool IsOnwards(string text) => s_onwards.Contains(text);

    /// <summary>Whether it is a word for a year after one, as in 2025 года.</summary>
    public static bool IsYearWord(string text) => s_yearWords.Contains(text);

    /// <summary>Whether it ends an ordinal in digits.</summary>
    public static bool IsOrdinalEnding(string text) => s_ordinalEndings.Contains(text);

    /// <summary>Whether what it numbers, such as an article, may look like a date.</summary>
    public static bool IsBeforeNumbers(string text) => s_numbered.Contains(text);

    /// <summary>Whether it may stand before a date that is all that is typed.</summary>
    public static bool IsPreposition(string text) => text.Length > 0 && !s_numbered.Contains(text) && (IsBefore(text) || IsUpTo(text) || IsAfter(text) || IsFrom(text) || IsOn(text) || IsJoint(text) || text == "截");
}
