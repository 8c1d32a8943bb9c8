using Bot.Answers;
using Bot.Facts;
using Bot.Testing;

namespace Bot.EndToEnd.Tests;

/// <summary>The real base, loaded once, and copies of it.</summary>
internal static class RealBase
{
    public static Answerer Answerer { get; } = Load(Repository.Facts);

    /// <summary>Answers from a base in a folder.</summary>
    public static Answerer Load(string folder)
    {
        var result = FactBaseLoader.Load(folder);
        return new Answerer(result.Base ?? throw new InvalidOperationException(string.Join('\n', result.Problems)));
    }

    /// <summary>Copies the base into a folder, with a text in it replaced; gives its path.</summary>
    public static string Copy(string folder, string old, string replacement)
    {
        var copy = Path.Combine(folder, "facts");
        var found = false;
        foreach (var file in Directory.EnumerateFiles(Repository.Facts, "*.yaml", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Repository.Facts, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var text = File.ReadAllText(file);
            found |= text.Contains(old, StringComparison.Ordinal);
            File.WriteAllText(target, text.Replace(old, replacement, StringComparison.Ordinal));
        }

        Assert.True(found, $"The base does not say: {old}");
        return copy;
    }
}
