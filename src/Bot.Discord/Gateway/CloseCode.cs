namespace Bot.Discord.Gateway;

/// <summary>The reasons why the gateway closes a connection (Opcodes and Status Codes, Gateway Close Event Codes).</summary>
public static class CloseCode
{
    private const int InvalidSequence = 4007;
    private const int SessionTimedOut = 4009;

    /// <summary>Whether the session is lost, so that a new one must be started.</summary>
    public static bool EndsSession(int? code) => code is InvalidSequence or SessionTimedOut;

    /// <summary>The fix for a code after which reconnecting is useless; null for all others.</summary>
    /// <param name="code">The code; null when there was none.</param>
    /// <param name="areShardsSet">Whether the settings say how many shards there are, rather than Discord.</param>
    public static string? Remedy(int? code, bool areShardsSet) => code switch
    {
        4004 => "It does not know the token. Set Discord:Token (Discord__Token in the environment) to the token that the developer portal gives under Bot, Reset Token, and restart.",
        4010 when areShardsSet => "It does not accept the number of shards. Leave Discord:Shards out to use Discord's recommendation, and restart.",
        4010 => "It does not accept the number of shards, which it recommended itself. Restart: the bot then asks for the recommendation again.",
        4011 when areShardsSet => "The bot is in too many servers for so few shards. Leave Discord:Shards out to use Discord's recommendation, or raise it, and restart.",
        4011 => "The bot is in too many servers for the shards that Discord recommended at the start. Restart: the bot then asks for the recommendation again. Or set Discord:Shards to more.",
        4012 => "It no longer supports this version of the gateway. Install a newer version of the bot.",
        4013 => "It does not accept the bot's intents, which are none. Install a newer version of the bot.",
        4014 => "It does not allow the bot's intents, which are none. Install a newer version of the bot.",
        _ => null,
    };
}
