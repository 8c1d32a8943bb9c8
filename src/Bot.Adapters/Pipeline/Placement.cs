namespace Bot.Adapters.Pipeline;

/// <summary>Where a page is shown.</summary>
/// <param name="Replaces">Whether it takes the place of the message whose button was pressed.</param>
/// <param name="IsPrivate">Whether the asker alone sees it.</param>
public readonly record struct Placement(bool Replaces, bool IsPrivate);
