using System.Globalization;

namespace Bot.Facts.Authoring;

/// <summary>Writes single values of YAML: plain where YAML reads them back as they are, otherwise in single quotation marks.</summary>
internal static class YamlText
{
    private const string Indicators = "-?:,[]{}#&*!|>'\"%@`";

    private static readonly string[] s_words = ["true", "false", "null", "yes", "no", "on", "off", "~"];

    /// <summary>A value of a key or an item on a line of its own.</summary>
    public static string Scalar(string text) => IsPlain(text) ? text : Quoted(text);

    /// <summary>A value in a list in brackets.</summary>
    public static string FlowScalar(string text) => IsPlain(text) && text.IndexOfAny([',', '?', ':', '[', ']', '{', '}']) < 0 ? text : Quoted(text);

    /// <summary>Whether a text can be written on one line.</summary>
    public static bool IsOneLine(string text) => !text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029');

    // Editors take a number or a truth value for what it looks like, so a text that looks like one is quoted. A date is a text in both.
    private static bool IsPlain(string text) =>
        text.Length > 0
        && !Indicators.Contains(text[0], StringComparison.Ordinal)
        && text.AsSpan().Trim().Length == text.Length
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && text[^1] != ':'
        && !s_words.Contains(text, StringComparer.OrdinalIgnoreCase)
        && (text.Length == 4 || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
