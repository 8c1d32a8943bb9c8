namespace Bot.Testing;

/// <summary>
/// Compares a rendering with the file of approved renderings beside the tests. A rendering that differs is written
/// next to it as <c>.received</c>: look at it, and if it is right, move it over the approved file.
/// </summary>
internal static class Approved
{
    /// <summary>Fails when a rendering is not the approved one.</summary>
    /// <param name="project">The folder of the test project below <c>tests</c>.</param>
    /// <param name="name">The file's name below its folder <c>Approved</c>.</param>
    /// <param name="rendering">What was rendered.</param>
    public static void Matches(string project, string name, string rendering)
    {
        var approved = Path.Combine(Repository.Root, "tests", project, "Approved", name);
        var received = approved + ".received";
        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "(no approved file yet)";
        if (expected == rendering)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
        File.WriteAllText(received, rendering);
        Assert.Fail($"{name} is not as approved. Compare {received}.");
    }

    /// <summary>Does the same for renderings in one file, such as one text in all languages.</summary>
    /// <param name="project">The folder of the test project below <c>tests</c>.</param>
    /// <param name="name">The file's name below its folder <c>Approved</c>.</param>
    /// <param name="parts">What was rendered, each with the line above it.</param>
    public static void Matches(string project, string name, IEnumerable<(string Heading, string Rendering)> parts) =>
        Matches(project, name, string.Join('\n', parts.Select(p => $"=== {p.Heading} ===\n{p.Rendering}")));
}
