namespace Bot.Adapters.Pipeline;

/// <summary>A suggested page in a platform's format.</summary>
/// <typeparam name="TContent">The platform's format of a page.</typeparam>
/// <param name="Label">What the page answers or shows, in a few words.</param>
/// <param name="Rendered">The page.</param>
public sealed record Suggested<TContent>(string Label, Rendered<TContent> Rendered);
