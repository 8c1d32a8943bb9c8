namespace Bot.Facts.Yaml;

/// <summary>A problem of the base.</summary>
/// <param name="Location">Where it is.</param>
/// <param name="Message">The description of the problem.</param>
/// <param name="Fix">How to fix it.</param>
/// <param name="Replacement">The only correct fix, which can be applied automatically; null when there is none.</param>
public sealed record Problem(FileLocation Location, string Message, string Fix, Replacement? Replacement = null)
{
    /// <summary>The name of the rule that found it; empty for a file that cannot be read.</summary>
    public string Rule { get; init; } = "";

    /// <summary>How serious it is.</summary>
    public Severity Severity { get; init; }

    /// <summary><c>file:line:column: what is wrong; how to fix it</c>, for a warning with its rule.</summary>
    public override string ToString() => Severity == Severity.Warning
        ? $"{Location.File}:{Location.Line}:{Location.Column}: warning: {Message}; {Fix} [{Rule}]"
        : $"{Location.File}:{Location.Line}:{Location.Column}: {Message}; {Fix}";
}
