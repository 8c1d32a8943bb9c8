namespace Bot.Discord.Gateway;

/// <summary>The opcodes of gateway messages (Opcodes and Status Codes, Gateway Opcodes).</summary>
internal enum GatewayOpcode
{
    /// <summary>An event.</summary>
    Dispatch = 0,

    /// <summary>Keeps the connection alive; Discord may request one.</summary>
    Heartbeat = 1,

    /// <summary>Starts a session.</summary>
    Identify = 2,

    /// <summary>Resumes a session.</summary>
    Resume = 6,

    /// <summary>Asks the bot to reconnect and resume.</summary>
    Reconnect = 7,

    /// <summary>Says that the session is invalid.</summary>
    InvalidSession = 9,

    /// <summary>The first message, with the heartbeat interval.</summary>
    Hello = 10,

    /// <summary>Acknowledges a heartbeat.</summary>
    HeartbeatAck = 11,
}
