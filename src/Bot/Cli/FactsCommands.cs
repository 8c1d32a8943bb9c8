using System.CommandLine;

namespace Bot.Cli;

/// <summary><c>facts …</c>: the commands for curators.</summary>
internal static class FactsCommands
{
    public static Command Create(TimeProvider time) => new("facts", "Check, try, extend, compare, release, export or begin a fact base")
    {
        CheckCommand.Create(),
        NewCommand.Create(),
        DiffCommand.Create(time),
        StatusCommand.Create(time),
        LinksCommand.Create(time),
        TryCommand.Create(),
        ReleaseCommand.Create(time),
        ExportCommand.Create(),
        InitCommand.Create(time),
        SchemaCommand.Create(),
    };
}
