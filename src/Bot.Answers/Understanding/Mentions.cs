using Bot.Facts.Model;

namespace Bot.Answers.Understanding;

/// <summary>The parties and topics that a text mentions.</summary>
/// <param name="Parties">The people, places and organisations, in the order of the text.</param>
/// <param name="Topics">The topics, in the order of the text.</param>
internal sealed record Mentions(List<Party> Parties, List<Topic> Topics)
{
    /// <summary>Finds the mentions in a text. A text that consists only of ids means exactly those ids: "harbour-opening" does not mention the harbour.</summary>
    public static Mentions Find(string words, BaseSnapshot snapshot) =>
        FromIds(words, snapshot) ?? new Mentions(snapshot.Parties.FindMentions(words), snapshot.Topics.FindMentions(words));

    private static Mentions? FromIds(string words, BaseSnapshot snapshot)
    {
        var mentions = new Mentions([], []);
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (snapshot.Base.FindTopic(word) is { } topic)
            {
                mentions.Topics.Add(topic);
            }
            else if (snapshot.Base.FindParty(word) is { } party)
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
