using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Understanding;
using Bot.Search.Text;

namespace Bot.Answers.Commands;

/// <summary>What can be asked by somebody who has typed a few letters.</summary>
internal static class Suggestions
{
    private const int MostParties = 6;
    private const int MostTopics = 4;

    /// <summary>Requests in ids of the base: people and topics whose names begin so, then the facts that match best.</summary>
    public static IEnumerable<FollowUp> For(string typed, Reply reply)
    {
        var knowledge = reply.Knowledge;
        return Folding.Fold(typed).Length == 0
            ? new Start().Answer("", reply).FollowUps.Concat(knowledge.Base.Topics.Select(reply.About))
            : knowledge.Parties.Completing(typed).Take(MostParties).Select(reply.Who)
                .Concat(knowledge.Topics.Completing(typed).Take(MostTopics).Select(reply.About))
                .Concat(Ask.Matching(typed, knowledge).Select(f => reply.FollowUp(f.Text[reply.Locale], "ask", f.Id)));
    }
}
