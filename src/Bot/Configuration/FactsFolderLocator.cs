namespace Bot.Configuration;

/// <summary>Finds the base when no setting names it.</summary>
internal static class FactsFolderLocator
{
    private const string Name = "facts";

    /// <summary>
    /// The folder <c>facts</c> beside the program, or the nearest above it: the published program has it beside itself,
    /// a built one finds the repository's. Where there is none, the place where it was looked for first.
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

            // The repository's own folder: what lies above it is not ours.
            if (File.Exists(Path.Combine(at.FullName, "Bot.sln")))
            {
                return facts;
            }
        }

        return Path.Combine(program.FullName, Name);
    }
}
