namespace Bot.Loopback.Discord;

/// <summary>A route of the API.</summary>
/// <param name="Bucket">What its rate limit is called, without the resources in the path.</param>
/// <param name="NeedsToken">Whether the bot must show its token.</param>
/// <param name="HasBody">Whether a body is expected.</param>
/// <param name="Answer">Carries it out.</param>
internal sealed record Route(string Bucket, bool NeedsToken, bool HasBody, Func<Request, Reply> Answer);
