using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Proofreading;

/// <summary>If the text of a fact names days, the fact's own day is one of them. Read from the texts whose days are plainly written: English and Chinese.</summary>
internal sealed partial class DifferingDay : IRule
{
    private static readonly string[] s_months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    public Severity Severity => Severity.Warning;

    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var fact in draft.ObjectsOf(FileSchemas.Fact))
        {
            if (!FactDate.TryParse(fact.Text("when") ?? "", out var when) || when.Precision is not (DatePrecision.Day or DatePrecision.Range))
            {
                continue;
            }

            foreach (var written in WrittenText.Of(fact, "text"))
            {
                var days = Days(written).ToList();
                if (days.Count > 0 && !days.Exists(d => IsIn(d, when)))
                {
                    var named = string.Join(", ", days.Select(d => $"{d.Month:00}-{d.Day:00}").Distinct());
                    yield return new Problem(written.Node.Location, $"the text names {named}, but the fact is of {when}", "fix the text, or when");
                    break;
                }
            }
        }
    }

    private static bool IsIn((int Day, int Month) day, FactDate when)
    {
        for (var d = when.First; d <= when.Last && d <= when.First.AddDays(366); d = d.AddDays(1))
        {
            if (d.Day == day.Day && d.Month == day.Month)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(int Day, int Month)> Days(WrittenText written)
    {
        if (written.Tag == "en")
        {
            foreach (Match match in EnglishDay().Matches(written.Text))
            {
                yield return (int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture), Array.IndexOf(s_months, match.Groups["month"].Value) + 1);
            }
        }
        else if (written.Tag.StartsWith("zh", StringComparison.Ordinal))
        {
            foreach (Match match in ChineseDay().Matches(written.Text))
            {
                yield return (int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture));
            }
        }
    }

    [GeneratedRegex(@"\b(?<day>\d{1,2}) (?<month>January|February|March|April|May|June|July|August|September|October|November|December)\b")]
    private static partial Regex EnglishDay();

    [GeneratedRegex(@"(?<month>\d{1,2})月(?<day>\d{1,2})日")]
    private static partial Regex ChineseDay();
}
