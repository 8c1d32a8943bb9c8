using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>A meeting is between at least two, a fact of its event says so, it lies within the event or on that fact's day, and it is counted once.</summary>
internal sealed class InconsistentMeetings : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var counted = new HashSet<string>();
        foreach (var file in draft.Files)
        {
            if (file.Schema != FileSchemas.EventFile || file.Root is not YamlMapping root || root["event"] is not YamlMapping @event)
            {
                continue;
            }

            foreach (var meeting in @event.Maps("meetings"))
            {
                var parties = meeting.Scalars("between").Select(p => p.Text).Distinct().Order(StringComparer.Ordinal).ToList();
                if (meeting["between"] is { } between && (FewerThanTwo(between, parties) ?? FactOrDay(meeting, root, @event.Text("when"), draft)) is { } problem)
                {
                    yield return problem;
                }

                if (!counted.Add(string.Join(' ', [meeting.Text("form"), meeting.Text("when") ?? @event.Text("when"), .. parties])))
                {
                    yield return new Problem(meeting.Location, "the base has this meeting twice", "keep it in one event");
                }
            }
        }
    }

    private static Problem? FewerThanTwo(YamlNode between, List<string> parties) =>
        parties.Count < 2 ? new Problem(between.Location, "the meeting is between fewer than two", "name whoever else took part, or remove it") : null;

    private static Problem? FactOrDay(YamlMapping meeting, YamlMapping file, string? eventDate, ParsedBase draft)
    {
        if (MeetingNodes.FactOf(meeting, file) is not { } fact)
        {
            return meeting["fact"] is not YamlScalar named ? NoFact(meeting, draft)
                : draft.Ids(IdKind.Fact).Contains(named.Text) ? new Problem(named.Location, $"the event has no fact '{named.Text}'", "name a fact of the same file, or write the meeting into the file of that fact")
                : null;
        }

        return meeting["when"] is YamlScalar when && FactDate.TryParse(when.Text, out var date) && !Overlaps(date, eventDate) && !Overlaps(date, fact.Text("when"))
            ? new Problem(when.Location, $"the meeting lies neither within the event, {eventDate}, nor on the day of its fact, {fact.Text("when")}", "fix the date, or name another fact")
            : null;
    }

    // An unknown party is a problem of its own.
    private static Problem? NoFact(YamlMapping meeting, ParsedBase draft) =>
        meeting.Scalars("between").All(p => draft.Ids(IdKind.Party).Contains(p.Text))
            ? new Problem(meeting["between"]!.Location, "no fact of the event is by or about all of them", "name the fact that says so with 'fact'")
            : null;

    private static bool Overlaps(FactDate date, string? other) => FactDate.TryParse(other ?? "", out var span) && date.Overlaps(span);
}
