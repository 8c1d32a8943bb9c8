using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Succession;

/// <summary>
/// The newest fact that the base names as the present is of the day up to which the base was checked, or was checked then. Otherwise <c>as-of</c> was
/// raised and nobody says that the present is still the same.
/// </summary>
internal sealed class UncheckedOverview : IRule
{
    public Severity Severity => Severity.Warning;

    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var present = draft.ObjectsOf(FileSchemas.BaseOverview).SelectMany(o => o.Entries.SelectMany(e => o.Scalars(e.Key.Text))).Select(f => f.Text).ToHashSet();
        var days = draft.ObjectsOf(FileSchemas.Fact).Where(f => present.Contains(f.Text("id") ?? "")).Select(LastDay).OfType<DateOnly>().ToList();
        foreach (var root in draft.ObjectsOf(FileSchemas.BaseFile))
        {
            if (days.Count > 0 && root["as-of"] is YamlScalar asOf && FactDate.TryParseDay(asOf.Text, out var day) && day > days.Max())
            {
                yield return new Problem(
                    asOf.Location,
                    $"as-of is {asOf.Text}, but what overview names as the present ends on {days.Max():yyyy-MM-dd}",
                    $"name newer facts under overview; if nothing is newer, write checked: {asOf.Text} in the newest one");
            }
        }
    }

    // A fact with an open end says nothing of the time after the day on which it began.
    private static DateOnly? LastDay(YamlMapping fact) =>
        FactDate.TryParseDay(fact.Text("checked") ?? "", out var day) ? day
        : !FactDate.TryParse(fact.Text("when") ?? "", out var when) ? null
        : when.Precision == DatePrecision.From ? when.First
        : when.Last;
}
