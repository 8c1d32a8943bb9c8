namespace Bot.Facts.Authoring;

/// <summary>A new or changed file.</summary>
/// <param name="Path">The path below the base's folder, with forward slashes.</param>
/// <param name="Text">The whole text.</param>
/// <param name="IsNew">Whether the file must not exist yet.</param>
/// <param name="Change">What is done to it, in a few words.</param>
public sealed record FileEdit(string Path, string Text, bool IsNew, string Change);
