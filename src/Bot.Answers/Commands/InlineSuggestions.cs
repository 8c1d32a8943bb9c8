using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Search.Text;

namespace Bot.Answers.Commands;

/// <summary>Suggests requests for the letters typed so far.</summary>
internal static class InlineSuggestions
{
    private const int MaxParties = 6;
    private const int MaxTopics = 4;

    /// <summary>Requests with ids of the base: the matching parties and topics, then the facts that match best.</summary>
    public static IEnumerable<FollowUp> For(string typed, AnswerBuilder reply)
    {
        var snapshot = reply.Snapshot;
        return Folding.Fold(typed).Length == 0
            ? new StartCommand().Answer("", reply).FollowUps.Concat(snapshot.Base.Topics.Select(reply.LinkToTopic))
            : snapshot.Parties.Complete(typed).Take(MaxParties).Select(reply.LinkToParty)
                .Concat(snapshot.Topics.Complete(typed).Take(MaxTopics).Select(reply.LinkToTopic))
                .Concat(snapshot.Search.FindMatches(typed).Select(reply.LinkToAnswer));
    }
}
