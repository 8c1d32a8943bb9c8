using System.CommandLine;

namespace Bot.Cli;

/// <summary>The option for output that scripts read.</summary>
internal static class JsonOption
{
    /// <summary>For a command that writes one object.</summary>
    /// <param name="more">What the help says of it besides.</param>
    public static Option<bool> Object(string more = "") => Create("One JSON object on one line" + more);

    /// <summary>For a command that writes several.</summary>
    /// <param name="more">What the help says of them besides.</param>
    public static Option<bool> Lines(string more = "") => Create("One JSON object a line" + more);

    private static Option<bool> Create(string form) => new("--json") { Description = form + " (documented in src/Bot/SCRIPTING.md)" };
}
