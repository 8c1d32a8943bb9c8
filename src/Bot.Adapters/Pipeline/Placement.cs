namespace Bot.Adapters.Pipeline;

/// <summary>Where a page is shown.</summary>
/// <param name="Replaces">Whether it replaces the message whose button was pressed.</param>
/// <param name="IsPrivate">Whether only the user who asked sees it.</param>
/// <param name="IsForAll">Whether the user who asked has decided to show it to everyone.</param>
public readonly record struct Placement(bool Replaces, bool IsPrivate, bool IsForAll = false)
{
    /// <summary>Whether others who did not ask see it, who are shown answers in full and everything else as briefly as possible.</summary>
    public bool IsInGroup { get; init; }
}
