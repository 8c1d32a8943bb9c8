namespace Bot.Adapters.Pipeline;

/// <summary>Where a page is shown.</summary>
/// <param name="Replaces">Whether it replaces the message whose button was pressed.</param>
/// <param name="IsPrivate">Whether only the user who asked sees it.</param>
public readonly record struct Placement(bool Replaces, bool IsPrivate);
