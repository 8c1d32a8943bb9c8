using Bot.Answers.Model;

namespace Bot.Adapters.Pipeline;

/// <summary>A page of an answer in a platform's format.</summary>
/// <typeparam name="TContent">The platform's format.</typeparam>
/// <param name="Content">The page in that format.</param>
/// <param name="Page">The page.</param>
public sealed record Rendered<TContent>(TContent Content, Answer Page);
