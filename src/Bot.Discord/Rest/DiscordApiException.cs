namespace Bot.Discord.Rest;

/// <summary>Discord understood a request and rejected it for good.</summary>
/// <param name="status">The HTTP status, 4xx.</param>
/// <param name="message">Discord's message.</param>
public sealed class DiscordApiException(int status, string message) : Exception(message)
{
    /// <summary>The HTTP status, 4xx.</summary>
    public int Status { get; } = status;

    /// <summary>Whether the token is unknown.</summary>
    public bool IsBadToken => Status == 401;
}
