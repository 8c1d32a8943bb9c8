using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>Every date exists in the calendar, no span ends before it begins, and no fact was checked before it happened.</summary>
internal sealed class InvalidDates : IRule
{
    private const string DayFix = "write the day as yyyy-mm-dd, such as 2025-02-12";

    private const string DateFix =
        "write 2025-02-12, 2025-02, 2025, 2025-02-17 to 2025-02-18, before 2025-02-12 or from 2025-02-12, with days that the calendar has";

    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var (day, _) in draft.Scalars<DaySchema>())
        {
            if (!FactDate.TryParseDay(day.Text, out _))
            {
                yield return new Problem(day.Location, $"'{day.Text}' is not a day", DayFix);
            }
        }

        foreach (var (when, _) in draft.Scalars<DateSchema>())
        {
            if (!FactDate.TryParse(when.Text, out _))
            {
                yield return new Problem(when.Location, $"'{when.Text}' is not a date", DateFix);
            }
        }

        foreach (var role in draft.ObjectsOf(FileSchemas.Role))
        {
            if (FactDate.TryParseDay(role.Text("from") ?? "", out var from) && FactDate.TryParseDay(role.Text("until") ?? "", out var until) && until < from)
            {
                yield return new Problem(role["until"]!.Location, $"the role ends on {role.Text("until")}, before it begins", "fix one of the two days");
            }
        }

        foreach (var fact in draft.ObjectsOf(FileSchemas.Fact))
        {
            if (FactDate.TryParseDay(fact.Text("checked") ?? "", out var @checked) && FactDate.TryParse(fact.Text("when") ?? "", out var when) && @checked < when.First)
            {
                yield return new Problem(fact["checked"]!.Location, $"the fact was checked on {fact.Text("checked")}, before it happened", "fix one of the two dates");
            }
        }
    }
}
