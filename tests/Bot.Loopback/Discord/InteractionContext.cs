namespace Bot.Loopback.Discord;

/// <summary>Where an interaction is started ("Receiving and Responding", Interaction Context Types).</summary>
public enum InteractionContext
{
    /// <summary>In a guild.</summary>
    Guild = 0,

    /// <summary>In the direct messages with the bot.</summary>
    BotDm = 1,

    /// <summary>In other direct messages, of two people or of a group.</summary>
    PrivateChannel = 2,
}
