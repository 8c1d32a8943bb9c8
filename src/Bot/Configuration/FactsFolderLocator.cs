namespace Bot.Configuration;

/// <summary>Finds the folder of the base when no setting names it.</summary>
internal static class FactsFolderLocator
{
    private const string Name = "facts";

    /// <summary>
    /// The folder <c>facts</c> beside the program, or the nearest one above it. The published program has it beside itself; a development
    /// build finds the repository's. If there is none, the first place that was searched.
    /// </summary>
    public static string Find()
    {
        var program = new DirectoryInfo(AppContext.BaseDirectory);
        for (var at = program; at is not null; at = at.Parent)
        {
            var facts = Path.Combine(at.FullName, Name);
            if (Directory.Exists(facts))
            {
                return facts;
            }

            // This is the repository's root; folders above it do not belong to the project.
            if (File.Exists(Path.Combine(at.FullName, "Bot.sln")))
            {
                return facts;
            }
        }

        return Path.Combine(program.FullName, Name);
    }
}
