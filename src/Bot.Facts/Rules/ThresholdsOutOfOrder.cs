using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>An answer needs at least the confidence that the closest fact needs.</summary>
internal sealed class ThresholdsOutOfOrder : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var thresholds in draft.ObjectsOf(FileSchemas.Thresholds))
        {
            var answered = Share(thresholds, "answered") ?? AnswerThresholds.Default.Answered;
            var closest = Share(thresholds, "closest") ?? AnswerThresholds.Default.Closest;
            if (closest > answered)
            {
                yield return new Problem(thresholds.Location, "the threshold of 'closest' is above that of 'answered'", "lower it, or raise the other");
            }
        }
    }

    private static float? Share(YamlMapping map, string key) =>
        map.Text(key) is { } text && FileSchemas.TryParseShare(text, out var share) ? share : null;
}
