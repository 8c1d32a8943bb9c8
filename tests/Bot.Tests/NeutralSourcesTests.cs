namespace Bot.Tests;

/// <summary>What belongs to the facts is in their files alone: the program has no word of the base that it is shipped with.</summary>
public sealed class NeutralSourcesTests
{
    private static readonly string[] s_extensions = [".cs", ".json", ".tsv", ".yaml", ".service", ".csproj", ".props"];

    // Lists of the world and of languages: every country and its cities, and the commonest words.
    private static readonly string[] s_lists = ["src/Bot.Answers/Values/places.tsv", "src/Bot.Answers/Values/cities.tsv"];

    // What people type about any subject that has talks and meetings. No reader sees them.
    private static readonly string[] s_phrasings = ["overview", "meetings", "sequence"];

    [Fact]
    public void No_source_or_resource_has_a_word_of_the_base()
    {
        var found = Files().SelectMany(f => WordsOfAnotherBase.In(File.ReadAllText(Path.Combine(Repository.Root, f))).Select(word => $"{f}: {word}"));

        Assert.Empty(found);
    }

    [Fact]
    public void Every_list_that_is_left_out_is_there()
    {
        Assert.All(s_lists.Concat(s_phrasings.Select(name => $"src/Bot.Answers/Conversation/{name}.json")), list => Assert.True(File.Exists(Path.Combine(Repository.Root, list)), list));
    }

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(f => s_extensions.Contains(Path.GetExtension(f)) && !f.Split('/').Any(part => part is "obj" or "bin"))
            .Except(s_lists)
            .Except(s_phrasings.Select(name => $"src/Bot.Answers/Conversation/{name}.json"));
}
