namespace Bot.Discord.Rest;

/// <summary>Discord understood a request and will not do it, however often it is repeated.</summary>
/// <param name="status">The HTTP status, 4xx.</param>
/// <param name="message">What Discord says.</param>
public sealed class DiscordApiException(int status, string message) : Exception(message)
{
    /// <summary>The HTTP status, 4xx.</summary>
    public int Status { get; } = status;

    /// <summary>Whether the token is not known.</summary>
    public bool IsBadToken => Status == 401;
}
