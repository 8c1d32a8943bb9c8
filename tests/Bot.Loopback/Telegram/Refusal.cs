namespace Bot.Loopback.Telegram;

/// <summary>A request that the server refuses, with the description that the real one gives.</summary>
internal sealed class Refusal(int code, string description, long? migrateToChat = null) : Exception(description)
{
    /// <summary>The HTTP status, and <c>error_code</c>.</summary>
    public int Code => code;

    /// <summary>The supergroup that the group became, if it did.</summary>
    public long? MigrateToChat => migrateToChat;

    /// <summary>A request with something wrong in it.</summary>
    public static Refusal BadRequest(string what) => new(400, "Bad Request: " + what);

    /// <summary>A request for what the bot may not do.</summary>
    public static Refusal Forbidden(string what) => new(403, "Forbidden: " + what);
}
