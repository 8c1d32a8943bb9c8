using Bot.Answers.Model;

namespace Bot.Answers.Buttons;

/// <summary>A request that came out of a button.</summary>
/// <param name="Request">What it asks.</param>
/// <param name="Version">The version of the base that the button was made from.</param>
public sealed record DecodedRequest(Request Request, string Version);
