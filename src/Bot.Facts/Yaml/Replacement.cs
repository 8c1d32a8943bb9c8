namespace Bot.Facts.Yaml;

/// <summary>The replacement of a wrong text by the correct one, at the location of the problem.</summary>
/// <param name="Old">The text in the file.</param>
/// <param name="New">The correct text.</param>
public sealed record Replacement(string Old, string New);
