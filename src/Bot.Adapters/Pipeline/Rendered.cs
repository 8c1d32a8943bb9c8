using Bot.Answers.Model;

namespace Bot.Adapters.Pipeline;

/// <summary>A page of an answer in the form in which a platform shows it.</summary>
/// <typeparam name="TContent">The platform's form.</typeparam>
/// <param name="Content">What is shown.</param>
/// <param name="Page">The page that it shows.</param>
public sealed record Rendered<TContent>(TContent Content, Answer Page);
