namespace Bot.Loopback.Discord.Rules;

/// <summary>What an interaction is; the numbers are those of <c>type</c> (Receiving and Responding, Interaction Type).</summary>
public enum InteractionKind
{
    /// <summary>Discord asks whether the bot is there.</summary>
    Ping = 1,

    /// <summary>Somebody used a command.</summary>
    Command = 2,

    /// <summary>Somebody pressed a button or chose from a menu.</summary>
    Component = 3,

    /// <summary>Somebody is typing an option of a command.</summary>
    Autocomplete = 4,

    /// <summary>Somebody sent a modal.</summary>
    Modal = 5,
}
