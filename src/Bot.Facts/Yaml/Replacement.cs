namespace Bot.Facts.Yaml;

/// <summary>The replacement of a wrong text by the correct one.</summary>
/// <param name="Old">The text in the file.</param>
/// <param name="New">The correct text.</param>
/// <param name="IsAnywhereInLine">Whether it is replaced wherever it occurs in the line after the problem's location, rather than only there.</param>
public sealed record Replacement(string Old, string New, bool IsAnywhereInLine = false);
