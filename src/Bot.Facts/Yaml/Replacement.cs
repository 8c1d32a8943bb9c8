namespace Bot.Facts.Yaml;

/// <summary>The one right text in place of a wrong one, at the place of the problem.</summary>
/// <param name="Old">What stands there.</param>
/// <param name="New">What should.</param>
public sealed record Replacement(string Old, string New);
