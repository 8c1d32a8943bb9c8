namespace Bot.Facts.Yaml;

/// <summary>An error in the base.</summary>
/// <param name="Location">Where it is.</param>
/// <param name="Message">The description of the problem.</param>
/// <param name="Fix">How to fix it.</param>
/// <param name="Replacement">The only correct fix, which can be applied automatically; null when there is none.</param>
public sealed record Problem(FileLocation Location, string Message, string Fix, Replacement? Replacement = null)
{
    /// <summary><c>file:line:column: what is wrong; how to fix it</c>.</summary>
    public override string ToString() => $"{Location.File}:{Location.Line}:{Location.Column}: {Message}; {Fix}";
}
