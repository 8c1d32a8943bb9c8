using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Answers.Composing;

/// <summary>The answer to words that name nobody, or not one: those that may be meant.</summary>
internal static class UnclearParty
{
    /// <summary>The most parties that are suggested.</summary>
    public const int MaxSuggestions = 5;

    /// <summary>Suggests the parties that the words name, else those whose names are nearest.</summary>
    /// <param name="words">What was asked.</param>
    /// <param name="reply">Makes the answer.</param>
    /// <param name="link">What a suggestion leads to.</param>
    public static Answer Suggest(string words, AnswerBuilder reply, Func<Party, FollowUp> link)
    {
        var near = reply.Snapshot.Parties.FindMentions(words);
        if (near.Count == 0)
        {
            near = reply.Snapshot.Parties.Closest(words, MaxSuggestions);
        }

        return near.Count > 0
            ? reply.Message(Outcome.Suggested, reply.Texts.NotInBaseTitle, reply.Texts.PartySuggest, near.Take(MaxSuggestions).Select(link))
            : reply.Message(Outcome.Unknown, reply.Texts.NotInBaseTitle, reply.Texts.PartyUnknown);
    }
}
