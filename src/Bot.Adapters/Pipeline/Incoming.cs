namespace Bot.Adapters.Pipeline;

/// <summary>An update as the platform's parser read it, once.</summary>
/// <param name="Input">What it asks.</param>
/// <param name="Asker">Who asks, and where.</param>
/// <param name="Ids">The messages that it belongs to.</param>
/// <param name="Language">The tag of the language for what is no answer: prompts, refusals, notices.</param>
/// <param name="Kind">What it is to those who monitor the bot: one of few words.</param>
/// <param name="Placement">Where the page that answers it is shown.</param>
public sealed record Incoming(Input Input, Asker Asker, MessageIds Ids, string Language, string Kind, Placement Placement = default);
