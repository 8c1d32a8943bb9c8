using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>Every date is one that the calendar has, and no span ends before it begins.</summary>
internal sealed class BadDates : IRule
{
    private const string DayMend = "write the day as yyyy-mm-dd, such as 2025-02-12";

    private const string WhenMend =
        "write 2025-02-12, 2025-02, 2025, 2025-02-17 to 2025-02-18, before 2025-02-12 or from 2025-02-12, with days that the calendar has";

    public IEnumerable<Problem> Check(Draft draft)
    {
        foreach (var (day, _) in draft.Scalars<DayShape>())
        {
            if (!When.TryDay(day.Text, out _))
            {
                yield return new Problem(day.Place, $"'{day.Text}' is no day", DayMend);
            }
        }

        foreach (var (when, _) in draft.Scalars<WhenShape>())
        {
            if (!When.TryParse(when.Text, out _))
            {
                yield return new Problem(when.Place, $"'{when.Text}' is no date", WhenMend);
            }
        }

        foreach (var role in draft.Of(Shapes.Role))
        {
            if (When.TryDay(role.Text("from") ?? "", out var from) && When.TryDay(role.Text("until") ?? "", out var until) && until < from)
            {
                yield return new Problem(role["until"]!.Place, $"the role ends on {role.Text("until")}, before it begins", "mend one of the two days");
            }
        }
    }
}
