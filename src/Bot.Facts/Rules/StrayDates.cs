using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>A chapter's events lie within its span, and nothing lies after the day up to which the base was checked.</summary>
internal sealed class StrayDates : IRule
{
    public IEnumerable<Problem> Check(Draft draft)
    {
        var asOf = draft.Of(Shapes.BaseFile).Select(b => b.Text("as-of")).FirstOrDefault();
        if (When.TryDay(asOf ?? "", out var last))
        {
            foreach (var (node, shape) in draft.Scalars<Shape>())
            {
                var late = shape switch
                {
                    DayShape => When.TryDay(node.Text, out var day) && day > last,
                    WhenShape => When.TryParse(node.Text, out var when) && when.First > last,
                    _ => false,
                };
                if (late)
                {
                    yield return new Problem(node.Place, $"{node.Text} lies after {asOf}, the day up to which the base was checked", "mend the date, or as-of in base.yaml");
                }
            }
        }

        foreach (var file in draft.Files)
        {
            if (file is not { Shape: var shape, Root: MapNode root } || shape != Shapes.EventFile || root["event"] is not MapNode @event)
            {
                continue;
            }

            var folder = file.Path[..file.Path.IndexOf('/')];
            var span = draft.Files.FirstOrDefault(f => f.Path == folder + "/chapter.yaml")?.Root is MapNode chapter ? chapter.Text("span") : null;
            if (span is not null && When.TryParse(span, out var within) && When.TryParse(@event.Text("when") ?? "", out var at) && !at.Overlaps(within))
            {
                yield return new Problem(@event["when"]!.Place, $"the event lies outside the chapter's span, {span}", "mend its date, or span in chapter.yaml");
            }
        }
    }
}
