using Bot.Facts.Model;
using Bot.Facts.Releases;

namespace Bot.Facts.Tests.Releases;

/// <summary>A small base in a folder, with the releases that a test makes of it.</summary>
internal sealed class ReleasedBase : IDisposable
{
    private const string Call = "2025-02/call.yaml";

    private readonly TemporaryFolder _folder = new SmallBase().ToFolder();

    /// <summary>A base with one release, of 2 March 2025.</summary>
    public static ReleasedBase Create()
    {
        var released = new ReleasedBase();
        released.Release("2025-03-02");
        return released;
    }

    /// <summary>The same with a second release, of 4 March 2025, which changed the wording of <c>call-held</c>.</summary>
    public static ReleasedBase CreateWithChange()
    {
        var released = Create();
        released.Edit("They spoke.", "They talked.");
        released.Release("2025-03-04");
        return released;
    }

    public string Folder => _folder.Path;

    public FactBase Load()
    {
        var result = FactBaseLoader.Load(_folder.Path);
        Assert.Empty(result.Problems.Select(p => p.ToString()));
        return result.Base!;
    }

    public string[] Problems() => [.. FactBaseLoader.Load(_folder.Path).Problems.Select(p => p.ToString())];

    /// <summary>Replaces what stands once in a file.</summary>
    public void Edit(string file, string old, string @new)
    {
        var text = Text(file);
        Assert.Equal(2, text.Split(old).Length);
        Write(file, text.Replace(old, @new, StringComparison.Ordinal));
    }

    /// <summary>Replaces what stands once in the file of the facts.</summary>
    public void Edit(string old, string @new) => Edit(Call, old, @new);

    /// <summary>Adds a third fact, <c>call-topic</c>.</summary>
    public void AddFact()
    {
        var text = Text(Call);
        Write(Call, text + text[text.IndexOf("  - id: call-length", StringComparison.Ordinal)..].Replace("call-length", "call-topic", StringComparison.Ordinal));
        Edit("2025-02/chapter.yaml", "facts: 2 to 2", "facts: 3 to 3");
    }

    /// <summary>Removes the fact <c>call-length</c>.</summary>
    public void RemoveFact()
    {
        var text = Text(Call);
        Write(Call, text[..text.IndexOf("  - id: call-length", StringComparison.Ordinal)]);
        Edit("2025-02/chapter.yaml", "statements: 1 to 2", "statements: 1 to 1");
        Edit("2025-02/chapter.yaml", "facts: 2 to 2", "facts: 1 to 1");
    }

    /// <summary>Makes a release and loads it; null when nothing has changed.</summary>
    public Release? Release(string day)
    {
        if (ReleaseBuilder.Next(Load(), DateOnly.ParseExact(day, "yyyy-MM-dd")) is not { } next)
        {
            return null;
        }

        ReleaseWriter.Write(_folder.Path, next);
        return Load().Releases[^1];
    }

    public string Text(string file) => File.ReadAllText(Path.Combine(_folder.Path, file));

    public void Write(string file, string text) => _folder.Write(file, text);

    public void Delete(string file) => File.Delete(Path.Combine(_folder.Path, file));

    public void Dispose() => _folder.Dispose();
}
