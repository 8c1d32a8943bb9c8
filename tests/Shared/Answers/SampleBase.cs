using Bot.Answers;
using Bot.Answers.Model;
using Bot.Facts;
using Bot.Facts.Model;

namespace Bot.Testing;

/// <summary>
/// A frozen copy of one chapter, loaded once. Literal expectations and approved files are about it, so that no word of them changes
/// when facts are added to the base that is served.
/// </summary>
internal static class SampleBase
{
    /// <summary>Its folder.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "SampleBase");

    /// <summary>The base.</summary>
    public static FactBase Facts { get; } = Load(Folder);

    /// <summary>Answers from it.</summary>
    public static Answerer Answerer { get; } = new(Facts);

    /// <summary>Answers what somebody typed.</summary>
    public static Answer Ask(string text, string language = "en") => Answerer.Answer(text, language);

    /// <summary>Loads the base in a folder.</summary>
    public static FactBase Load(string folder)
    {
        var result = FactBaseLoader.Load(folder);
        return result.Base ?? throw new InvalidOperationException(string.Join('\n', result.Problems));
    }

    /// <summary>Copies the base into a folder named <c>facts</c> in another; gives its path.</summary>
    /// <param name="folder">The other folder.</param>
    /// <param name="from">The folder of the base to copy; null for this one.</param>
    public static string Copy(string folder, string? from = null) => Copy(folder, from, text => text);

    /// <summary>Copies the base in the same way, with a text in it replaced.</summary>
    public static string Copy(string folder, string old, string replacement, string? from = null)
    {
        var found = false;
        var copy = Copy(folder, from, text =>
        {
            found |= text.Contains(old, StringComparison.Ordinal);
            return text.Replace(old, replacement, StringComparison.Ordinal);
        });
        Assert.True(found, $"The base does not say: {old}");
        return copy;
    }

    private static string Copy(string folder, string? from, Func<string, string> change)
    {
        from ??= Folder;
        var copy = Path.Combine(folder, "facts");
        foreach (var file in FactFiles.Find(from).Paths)
        {
            var target = Path.Combine(copy, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, change(File.ReadAllText(Path.Combine(from, file))));
        }

        return copy;
    }
}
