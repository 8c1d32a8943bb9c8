namespace Bot.Adapters.Pipeline;

/// <summary>What a press on a button, or a choice from a menu, does.</summary>
public enum ButtonAction
{
    /// <summary>Shows another page in place of this one.</summary>
    Page,

    /// <summary>Asks something else.</summary>
    FollowUp,

    /// <summary>Shows a private answer to all.</summary>
    ShowToAll,
}
