namespace Bot.Terminal;

/// <summary>Colours of lines that a person reads in a terminal.</summary>
internal static class TerminalColours
{
    /// <summary>Whether standard output shows colours: it is a terminal, and NO_COLOR is not set (no-color.org).</summary>
    public static bool AreShown() => !Console.IsOutputRedirected && AreWanted(Environment.GetEnvironmentVariable("NO_COLOR"), Environment.GetEnvironmentVariable("TERM"));

    /// <summary>Whether a terminal should show colours.</summary>
    /// <param name="noColor">The variable NO_COLOR: any text but an empty one forbids them.</param>
    /// <param name="term">The variable TERM.</param>
    internal static bool AreWanted(string? noColor, string? term) => string.IsNullOrEmpty(noColor) && term != "dumb";
}
