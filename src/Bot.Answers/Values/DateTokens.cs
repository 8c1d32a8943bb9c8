using Bot.Search.Text;

namespace Bot.Answers.Values;

/// <summary>The tokens of a text, which may be asked for beyond both ends.</summary>
/// <param name="text">Any text.</param>
internal sealed class DateTokens(string text)
{
    private readonly List<DateToken> _tokens = DateLexer.Read(text);

    /// <summary>Their number.</summary>
    public int Count => _tokens.Count;

    /// <summary>Whether it has a Han character.</summary>
    public bool HasHan => text.AsSpan().ContainsAnyInRange('\u3400', '\u9fff');

    /// <summary>Whether it has a Cyrillic letter.</summary>
    public bool HasCyrillic => text.AsSpan().ContainsAnyInRange('\u0400', '\u04ff');

    /// <summary>The text of a token; empty beyond the ends.</summary>
    public string Text(int at) => Has(at) ? _tokens[at].Text : "";

    /// <summary>The value of a number; null for anything else.</summary>
    public int? Number(int at) => Has(at) ? _tokens[at].Number : null;

    /// <summary>The number of digits; 0 for anything else, and for Han numerals.</summary>
    public int Digits(int at) => Number(at) is null ? 0 : _tokens[at].Text.Length;

    /// <summary>Whether a token has a text.</summary>
    public bool Is(int at, string expected) => Has(at) && _tokens[at].Text == expected;

    /// <summary>Whether a token is one of some marks of one character.</summary>
    public bool IsSign(int at, string signs) => Text(at) is [var sign] && signs.Contains(sign, StringComparison.Ordinal);

    /// <summary>Whether a token is a word in letters.</summary>
    public bool IsWord(int at) => Number(at) is null && Text(at) is [var first, ..] && Folding.Fold(first) != Folding.Separator && !Folding.IsHan(first);

    /// <summary>Whether a token is a Han character.</summary>
    public bool IsHan(int at) => Number(at) is null && Text(at) is [var first, ..] && Folding.IsHan(first);

    /// <summary>Whether nothing stands between a token and the one before it.</summary>
    public bool IsGlued(int at) => at > 0 && Has(at) && _tokens[at].Start == _tokens[at - 1].End;

    /// <summary>Whether a number has an apostrophe before it, as in '24.</summary>
    public bool IsShortened(int at) => Has(at) && _tokens[at].IsShortened;

    /// <summary>Whether a number belongs to a name, as in B2 and A-16.</summary>
    public bool IsPartOfName(int at) =>
        Number(at) is not null && IsGlued(at) && (IsNameBefore(at - 1) || (IsSign(at - 1, "-") && IsGlued(at - 1) && IsNameBefore(at - 2)));

    /// <summary>Whether a time of day begins at a token, as 10:30.</summary>
    public bool IsTime(int at) => Number(at) is not null && Is(at + 1, ":") && Number(at + 2) is not null;

    /// <summary>The number of a day, from 1 to 31; null for anything else.</summary>
    public int? Day(int at) => Digits(at) <= 2 && !IsShortened(at) && Number(at) is >= 1 and <= 31 and var day ? day : null;

    /// <summary>The number of a month, from 1 to 12; null for anything else.</summary>
    public int? Month(int at) => Day(at) is <= 12 and var month ? month : null;

    /// <summary>The month that a word names; null for anything else.</summary>
    public int? MonthName(int at) => Has(at) && Number(at) is null ? MonthNames.Of(Text(at)) : null;

    /// <summary>The text without the tokens from one to before another.</summary>
    public string Without(int start, int end) => (text[..(Has(start) ? _tokens[start].Start : 0)] + " " + (Has(end) ? text[_tokens[end].Start..] : "")).Trim();

    private bool IsNameBefore(int at) =>
        IsWord(at) && MonthName(at) is null && !(IsGlued(at) && (DateWords.IsOrdinalEnding(Text(at)) || DateWords.IsYearWord(Text(at))));

    private bool Has(int at) => at >= 0 && at < _tokens.Count;
}
