using System.Collections.Immutable;
using Bot.Facts.Diffing;
using Bot.Facts.Model;
using Bot.Facts.Releases;

namespace Bot.Facts;

/// <summary>A state of a base that was asked for.</summary>
/// <param name="Base">The state; null when it cannot be read.</param>
/// <param name="Problems">Why it cannot be read.</param>
/// <param name="IsInvalidBase">Whether the reason is that the base in it is not valid.</param>
public sealed record ComparedBaseResult(ComparedBase? Base, ImmutableArray<string> Problems, bool IsInvalidBase = false);

/// <summary>Reads a state of a base from what names it: a folder, a release, an export or a revision of Git.</summary>
/// <param name="folder">The folder of the base, for releases and revisions.</param>
/// <param name="time">The clock that times calls of Git.</param>
public sealed class ComparedBaseReader(string folder, TimeProvider time)
{
    /// <summary>Reads a state.</summary>
    /// <param name="name">
    /// A folder; a file of <c>releases/</c>, or the name of a release of the base, such as <c>2026-11-29</c>; any other file, which is an
    /// export; or else a revision of the repository that the base's folder is in.
    /// </param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public async Task<ComparedBaseResult> ReadAsync(string name, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (Directory.Exists(name))
        {
            return Of(FactBaseLoader.Load(name), name, ComparedBase.Of);
        }

        var release = ReleaseName.Parse(Path.GetFileNameWithoutExtension(name));
        if (File.Exists(name))
        {
            var parent = Path.GetDirectoryName(Path.GetFullPath(name))!;
            return release is not null && Path.GetFileName(parent) == ReleaseWriter.Folder ? ReadRelease(Path.GetDirectoryName(parent)!, release) : ReadExport(name);
        }

        if (ReleaseName.Parse(name) is { } named)
        {
            return ReadRelease(folder, named);
        }

        if (!Directory.Exists(folder))
        {
            return new ComparedBaseResult(null, [$"{folder}: there is no such folder; set Facts:Path to the folder of the base"], IsInvalidBase: true);
        }

        var (texts, problem) = await new GitRevision(folder, time).ReadAsync(name, cancellation).ConfigureAwait(false);
        return texts is null
            ? new ComparedBaseResult(null, [$"'{name}' is no folder, file or release, and no revision that git can read: {problem}"])
            : Of(FactBaseLoader.Load(texts), name, ComparedBase.Of);
    }

    private static ComparedBaseResult ReadRelease(string folder, ReleaseName name)
    {
        var loaded = FactBaseLoader.Load(folder);
        return loaded.Base is { } facts && !facts.Releases.Any(r => r.Name == name)
            ? new ComparedBaseResult(null, [$"the base in {folder} has no release {name}; it has {(facts.Releases.IsEmpty ? "none" : string.Join(", ", facts.Releases.Select(r => r.Name)))}"])
            : Of(loaded, folder, valid => ComparedBase.Of(valid.Releases, name));
    }

    private static ComparedBaseResult ReadExport(string path)
    {
        try
        {
            var (read, problem) = ExportReader.Read(File.ReadLines(path));
            return new ComparedBaseResult(read, problem is null ? [] : [$"{path}: {problem}"]);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            return new ComparedBaseResult(null, [$"{path} cannot be read: {ex.Message}"]);
        }
    }

    private static ComparedBaseResult Of(LoadResult loaded, string name, Func<FactBase, ComparedBase> state) => loaded.Base is { } facts
        ? new ComparedBaseResult(state(facts), [])
        : new ComparedBaseResult(null, [.. loaded.Problems.Select(p => p.ToString()), $"{loaded.Problems.Length} problem(s) in {name}"], IsInvalidBase: true);
}
