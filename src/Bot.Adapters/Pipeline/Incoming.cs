namespace Bot.Adapters.Pipeline;

/// <summary>A parsed update.</summary>
/// <param name="Input">Its input.</param>
/// <param name="Asker">The user and the chat.</param>
/// <param name="Ids">The messages that it belongs to.</param>
/// <param name="Language">The tag of the language for replies that are not answers: prompts, refusals and notices.</param>
/// <param name="Kind">Its kind in telemetry, one of a small set of words.</param>
/// <param name="Placement">Where the reply is shown.</param>
public sealed record Incoming(Input Input, Asker Asker, MessageIds Ids, string Language, string Kind, Placement Placement = default)
{
    /// <summary>Whether questions follow up on the last answer in their chat: where one user talks to the bot alone.</summary>
    public bool IsConversation { get; init; }

    /// <summary>Whether the bot stays silent unless the base answers, since the message may be meant for others.</summary>
    public bool IsSilentUnlessAnswered { get; init; }
}
