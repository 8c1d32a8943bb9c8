using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Answers.Composing;

/// <summary>The answer to words that name no party, or more than one: the parties that may be meant.</summary>
internal static class PartySuggestions
{
    /// <summary>The maximum number of suggested parties.</summary>
    public const int MaxSuggestions = 5;

    /// <summary>Suggests the parties that the words name, or else those with the most similar names.</summary>
    /// <param name="words">The words of the request.</param>
    /// <param name="reply">Builds the answer.</param>
    /// <param name="link">Creates the suggestion for a party.</param>
    public static Answer Suggest(string words, AnswerBuilder reply, Func<Party, FollowUp> link)
    {
        var suggestions = reply.Snapshot.Parties.FindMentions(words);
        if (suggestions.Count == 0)
        {
            suggestions = reply.Snapshot.Parties.Closest(words, MaxSuggestions);
        }

        return suggestions.Count > 0
            ? reply.Message(Outcome.Suggested, reply.Texts.NotInBaseTitle, reply.Texts.PartySuggest, suggestions.Take(MaxSuggestions).Select(link))
            : reply.Message(Outcome.Unknown, reply.Texts.NotInBaseTitle, reply.Texts.PartyUnknown);
    }
}
