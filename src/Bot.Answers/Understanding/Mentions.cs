using Bot.Facts.Model;

namespace Bot.Answers.Understanding;

/// <summary>Whom and what a text names.</summary>
/// <param name="Parties">The people, places and organisations, in the order of the text.</param>
/// <param name="Topics">The topics, in the order of the text.</param>
internal sealed record Mentions(List<Party> Parties, List<Topic> Topics)
{
    /// <summary>Finds them. Ids alone mean what they name and nothing else: "g7-return" is no word about the G7 itself.</summary>
    public static Mentions Find(string words, BaseSnapshot knowledge) =>
        OfIds(words, knowledge) ?? new Mentions(knowledge.Parties.FindMentions(words), knowledge.Topics.FindMentions(words));

    private static Mentions? OfIds(string words, BaseSnapshot knowledge)
    {
        var mentions = new Mentions([], []);
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (knowledge.Base.FindTopic(word) is { } topic)
            {
                mentions.Topics.Add(topic);
            }
            else if (knowledge.Base.FindParty(word) is { } party)
            {
                mentions.Parties.Add(party);
            }
            else
            {
                return null;
            }
        }

        return mentions;
    }
}
