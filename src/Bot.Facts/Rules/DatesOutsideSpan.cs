using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>A chapter's events lie within its span, and no date lies after the day up to which the base was verified.</summary>
internal sealed class DatesOutsideSpan : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var asOf = draft.ObjectsOf(FileSchemas.BaseFile).Select(b => b.Text("as-of")).FirstOrDefault();
        if (FactDate.TryParseDay(asOf ?? "", out var last))
        {
            foreach (var (node, schema) in draft.Scalars<ValueSchema>())
            {
                var isLate = schema switch
                {
                    DaySchema { MayFollowAsOf: false } => FactDate.TryParseDay(node.Text, out var day) && day > last,
                    DateSchema => FactDate.TryParse(node.Text, out var when) && when.First > last,
                    _ => false,
                };
                if (isLate)
                {
                    yield return new Problem(node.Location, $"{node.Text} lies after {asOf}, the day up to which the base was verified", "fix the date, or as-of in base.yaml");
                }
            }
        }

        foreach (var file in draft.Files)
        {
            if (file is not { Schema: var schema, Root: YamlMapping root } || schema != FileSchemas.EventFile || root["event"] is not YamlMapping @event)
            {
                continue;
            }

            var folder = file.Folder;
            var span = draft.Files.FirstOrDefault(f => f.Path == folder + "/chapter.yaml")?.Root is YamlMapping chapter ? chapter.Text("span") : null;
            if (span is not null && FactDate.TryParse(span, out var within) && FactDate.TryParse(@event.Text("when") ?? "", out var at) && !at.Overlaps(within))
            {
                yield return new Problem(@event["when"]!.Location, $"the event lies outside the chapter's span, {span}", "fix its date, or span in chapter.yaml");
            }
        }
    }
}
