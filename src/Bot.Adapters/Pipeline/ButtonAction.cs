namespace Bot.Adapters.Pipeline;

/// <summary>The action of a button, or of a choice in a menu.</summary>
public enum ButtonAction
{
    /// <summary>Replaces the page by another one.</summary>
    Page,

    /// <summary>Sends another request.</summary>
    FollowUp,

    /// <summary>Shows a private answer to everyone.</summary>
    ShowToAll,
}
