using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Understanding;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Commands;

/// <summary><c>/positions [topic]</c>: what each side said on a topic, side by side.</summary>
internal sealed class PositionsCommand : ICommand
{
    public string Name => "positions";

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("topic")];

    public bool IsOffered(FactBase @base) => @base.Topics.Any(t => t.HasPositions) && @base.Profile.Sides.Length > 0;

    public Answer Answer(string words, AnswerBuilder reply)
    {
        var topics = reply.Snapshot.Base.Topics.Where(t => t.HasPositions).ToList();
        var followUps = topics.Select(t => reply.FollowUp(t.Name[reply.Locale], Name, t.Id)).ToList();
        if (Folding.Fold(words).Length == 0)
        {
            reply.Words = "";
            return reply.Message(Outcome.Answered, reply.CommandTexts.Help, reply.CommandTexts["Empty"], followUps);
        }

        var meant = reply.Snapshot.Topics.Find(words) is { } topic ? [topic] : reply.Snapshot.Topics.FindMentions(words);
        meant.RemoveAll(t => !t.HasPositions);
        if (meant.Count == 0)
        {
            var suggestions = reply.Snapshot.Topics.Closest(words, 3).Where(t => t.HasPositions).Select(t => reply.FollowUp(t.Name[reply.Locale], Name, t.Id)).ToList();
            return suggestions.Count > 0
                ? reply.Message(Outcome.Suggested, reply.Texts.NotInBaseTitle, reply.CommandTexts["Unknown"], suggestions)
                : reply.Message(Outcome.Unknown, reply.Texts.NotInBaseTitle, reply.CommandTexts["Unknown"], followUps);
        }

        reply.Words = meant[0].Id;
        return reply.Answer(
            Outcome.Answered,
            meant[0].Name[reply.Locale],
            YearSections.Divide(Sides(reply, meant[0]), reply),
            followUps.Where(f => f.Request.Arguments != meant[0].Id));
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, BaseSnapshot snapshot, Locale locale) =>
        Completions.Topics(typed, snapshot, locale, t => t.HasPositions);

    private static IEnumerable<Section> Sides(AnswerBuilder reply, Topic topic)
    {
        var bySide = reply.Snapshot.Base.Facts
            .Where(f => f.Topics.Contains(topic))
            .SelectMany(f => f.By.Select(p => (Side: p.Side ?? "", Fact: f)))
            .Where(f => f.Side.Length > 0)
            .Distinct()
            .ToLookup(f => f.Side, f => f.Fact);

        // The base's sides are always shown, even one without a position.
        foreach (var side in reply.Snapshot.Base.Profile.Sides.Union(bySide.Select(g => reply.Snapshot.Base.FindParty(g.Key)!)))
        {
            yield return bySide.Contains(side.Id)
                ? reply.Facts(reply.ShortNameOf(side), bySide[side.Id].OrderBy(f => f.Date))
                : AnswerBuilder.Paragraphs(reply.ShortNameOf(side), reply.CommandTexts["NoneOfSide"]);
        }
    }
}
