namespace Bot.Discord.Gateway;

/// <summary>Why the gateway closes a connection (Opcodes and Status Codes, Gateway Close Event Codes).</summary>
public static class CloseCode
{
    private const int InvalidSequence = 4007;
    private const int SessionTimedOut = 4009;

    /// <summary>Whether only a new session helps.</summary>
    public static bool EndsSession(int? code) => code is InvalidSequence or SessionTimedOut;

    /// <summary>What to do about a code after which connecting again is no use; null for all others.</summary>
    public static string? Remedy(int? code) => code switch
    {
        4004 => "It does not know the token. Set Discord:Token (Discord__Token in the environment) to the token that the developer portal gives under Bot, Reset Token, and start again.",
        4010 => "It does not take the number of shards. Leave Discord:Shards out, so that Discord's own recommendation is used, and start again.",
        4011 => "The bot is in too many servers for so few shards. Leave Discord:Shards out, so that Discord's own recommendation is used, or raise it, and start again.",
        4012 => "It no longer takes this version of the gateway. Install a newer version of the bot.",
        4013 => "It does not take the bot's intents, which are none. Install a newer version of the bot.",
        4014 => "It does not allow the bot's intents, which are none. Install a newer version of the bot.",
        _ => null,
    };
}
