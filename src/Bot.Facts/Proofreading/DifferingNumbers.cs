using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Proofreading;

/// <summary>
/// The text of a fact has the same numbers in each language. Numbers up to ten may be words, and so may hours, so only larger ones count;
/// months are digits in Chinese alone.
/// </summary>
internal sealed partial class DifferingNumbers : IRule
{
    private const decimal MaxWord = 10;

    // The units after a number, in five languages, with what they multiply it by.
    private static readonly (string Unit, decimal Factor)[] s_units =
    [
        ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000), ("тыс", 1_000), ("тис", 1_000), ("млн", 1_000_000), ("миллион", 1_000_000),
        ("мільйон", 1_000_000), ("млрд", 1_000_000_000), ("миллиард", 1_000_000_000), ("мільярд", 1_000_000_000), ("萬", 10_000), ("万", 10_000), ("億", 100_000_000), ("亿", 100_000_000),
    ];

    public Severity Severity => Severity.Warning;

    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var fact in draft.ObjectsOf(FileSchemas.Fact))
        {
            var texts = WrittenText.Of(fact, "text").Where(w => !Locales.RegionTags.Contains(w.Tag)).ToList();
            if (texts.Count < 2)
            {
                continue;
            }

            var first = Numbers(texts[0].Text);
            foreach (var other in texts.Skip(1))
            {
                var numbers = Numbers(other.Text);
                if (first.Except(numbers).Concat(numbers.Except(first)).ToList() is { Count: > 0 } differing)
                {
                    var listed = string.Join(", ", differing.Order().Select(n => n.ToString(CultureInfo.InvariantCulture)));
                    yield return new Problem(other.Node.Location, $"the {other.Tag} text and the {texts[0].Tag} text differ in the number {listed}", "write the same numbers in all languages");
                }
            }
        }
    }

    private static HashSet<decimal> Numbers(string text)
    {
        var numbers = new HashSet<decimal>();
        foreach (Match match in Number().Matches(text))
        {
            if (match.Groups["clock"].Success)
            {
                continue;
            }

            var digits = match.Groups["number"].Value.Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal);
            digits = Thousands().IsMatch(digits) ? digits.Replace(",", "", StringComparison.Ordinal) : digits.Replace(',', '.');
            if (decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            {
                var rest = text.AsSpan(match.Index + match.Length).TrimStart(" \u00A0-");
                var factor = 1m;
                foreach (var (unit, by) in s_units)
                {
                    factor = rest.StartsWith(unit, StringComparison.OrdinalIgnoreCase) ? by : factor;
                }

                if (value * factor > MaxWord && !rest.StartsWith("月"))
                {
                    numbers.Add(value * factor);
                }
            }
        }

        return numbers;
    }

    // A time such as 13:45 or 下午1時45分 is no number; a number may have spaces, commas or points in it.
    [GeneratedRegex(@"(?<clock>\d{1,2}:\d\d|\d{1,2}[時时](?:\d{1,2}分)?)|(?<number>\d{1,3}(?:[\u00A0\u202F]\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\d{1,3}(,\d{3})+")]
    private static partial Regex Thousands();
}
