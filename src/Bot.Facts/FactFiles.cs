using System.Collections.Immutable;
using Bot.Facts.Yaml;

namespace Bot.Facts;

/// <summary>
/// The files of a base: every YAML file below its folder. Names that begin with a dot, and <c>lost+found</c>, belong to editors, version
/// control, desktops, Kubernetes or the file system, and are skipped. Links are followed; each real folder is read once.
/// </summary>
/// <param name="Paths">The files' paths below the folder, with forward slashes, in ordinal order.</param>
/// <param name="Problems">The folders that cannot be read.</param>
public sealed record FactFiles(ImmutableArray<string> Paths, ImmutableArray<Problem> Problems)
{
    private const string FileSystemFolder = "lost+found";

    /// <summary>Finds the files of a base. A folder that cannot be read, including the base's own, is a problem, not an exception.</summary>
    /// <param name="folder">The base's folder.</param>
    public static FactFiles Find(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var walk = new Walk(Path.GetFullPath(folder));
        walk.Enter(walk.Root, walk.Root);
        return new([.. walk.Paths.Order(StringComparer.Ordinal)], [.. walk.Problems]);
    }

    /// <summary>Whether a file is part of a base.</summary>
    /// <param name="path">The path below the base's folder, with forward slashes.</param>
    internal static bool Includes(string path) =>
        Array.TrueForAll(path.Split('/'), IsNameIncluded) && IsYaml(Path.GetExtension(path));

    private static bool IsNameIncluded(string name) => !name.StartsWith('.') && name != FileSystemFolder;

    private static bool IsYaml(string extension) => extension.ToUpperInvariant() is ".YAML" or ".YML";

    private sealed class Walk(string root)
    {
        private readonly HashSet<string> _entered = [];

        public string Root => root;

        public List<string> Paths { get; } = [];

        public List<Problem> Problems { get; } = [];

        /// <summary>Adds the files of a folder and of the folders below it.</summary>
        /// <param name="path">The folder as it was reached.</param>
        /// <param name="real">The same folder's path with all links resolved.</param>
        public void Enter(string path, string real)
        {
            if (!_entered.Add(real))
            {
                return;
            }

            foreach (var entry in List(path))
            {
                if (!IsNameIncluded(entry.Name))
                {
                    continue;
                }

                if (entry is DirectoryInfo directory)
                {
                    if (RealPath(directory, real) is { } inside)
                    {
                        Enter(entry.FullName, inside);
                    }
                }
                else if (IsYaml(entry.Extension))
                {
                    Paths.Add(Relative(entry.FullName));
                }
            }
        }

        // The base's own folders come before links to them, so that a file keeps its own path.
        private IEnumerable<FileSystemInfo> List(string path)
        {
            try
            {
                return new DirectoryInfo(path).GetFileSystemInfos().OrderBy(e => e.LinkTarget is not null).ThenBy(e => e.Name, StringComparer.Ordinal);
            }
            catch (DirectoryNotFoundException) when (path == root)
            {
                Problems.Add(new Problem(new FileLocation(root, 1, 1), "there is no such folder", "set Facts:Path to the folder of the base"));
            }
            catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
            {
                Problems.Add(new Problem(new FileLocation(path == root ? root : Relative(path), 1, 1), "the folder cannot be read: " + ex.Message, "allow it to be read"));
            }

            return [];
        }

        // Null, with a problem added, for a link whose target cannot be found.
        private string? RealPath(DirectoryInfo directory, string realParent)
        {
            if (directory.LinkTarget is null)
            {
                return Path.Combine(realParent, directory.Name);
            }

            try
            {
                return directory.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
            }
            catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
            {
                Problems.Add(new Problem(new FileLocation(Relative(directory.FullName), 1, 1), "the link cannot be followed: " + ex.Message, "point it at a folder, or delete it"));
                return null;
            }
        }

        private string Relative(string path) => Path.GetRelativePath(root, path).Replace('\\', '/');
    }
}
