using Bot.Answers.Model;
using Bot.Discord.Wire;

namespace Bot.Discord.Rendering;

/// <summary>An answer as Discord shows it.</summary>
/// <param name="Response">The response.</param>
/// <param name="Language">The answer's language.</param>
/// <param name="Outcome">How the request ended.</param>
internal sealed record ShownAnswer(InteractionResponse Response, string Language, Outcome Outcome);
