namespace Bot.Discord.Gateway;

/// <summary>The kinds of messages on the gateway (Opcodes and Status Codes, Gateway Opcodes).</summary>
internal enum GatewayOpcode
{
    /// <summary>An event.</summary>
    Dispatch = 0,

    /// <summary>Keeps the connection; Discord may ask for one.</summary>
    Heartbeat = 1,

    /// <summary>Begins a session.</summary>
    Identify = 2,

    /// <summary>Goes on with a session.</summary>
    Resume = 6,

    /// <summary>Asks to connect again and resume.</summary>
    Reconnect = 7,

    /// <summary>Says that the session is void.</summary>
    InvalidSession = 9,

    /// <summary>Greets, and tells how often to send heartbeats.</summary>
    Hello = 10,

    /// <summary>Confirms a heartbeat.</summary>
    HeartbeatAck = 11,
}
