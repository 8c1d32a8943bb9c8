using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Search.Text;

namespace Bot.Answers.Commands;

/// <summary>What can be asked by somebody who has typed a few letters.</summary>
internal static class InlineSuggestions
{
    private const int MaxParties = 6;
    private const int MaxTopics = 4;

    /// <summary>Requests in ids of the base: people and topics whose names begin so, then the facts that match best.</summary>
    public static IEnumerable<FollowUp> For(string typed, AnswerBuilder reply)
    {
        var knowledge = reply.Snapshot;
        return Folding.Fold(typed).Length == 0
            ? new StartCommand().Answer("", reply).FollowUps.Concat(knowledge.Base.Topics.Select(reply.LinkToTopic))
            : knowledge.Parties.Complete(typed).Take(MaxParties).Select(reply.LinkToParty)
                .Concat(knowledge.Topics.Complete(typed).Take(MaxTopics).Select(reply.LinkToTopic))
                .Concat(knowledge.Search.FindMatches(typed).Select(f => reply.FollowUp(f.Text[reply.Locale], "ask", f.Id)));
    }
}
