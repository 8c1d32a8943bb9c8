using Bot.Answers.Model;

namespace Bot.Answers.Buttons;

/// <summary>A request that was decoded from a button.</summary>
/// <param name="Request">The request.</param>
/// <param name="Version">The version of the base that the button came from.</param>
public sealed record DecodedRequest(Request Request, string Version);
