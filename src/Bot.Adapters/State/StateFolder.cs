namespace Bot.Adapters.State;

/// <summary>
/// What one process leaves to the next, in files that only their owner can read: they hold questions, names and ids. The files of a
/// platform begin with its name and a hyphen. Safe for any number of threads that use different files.
/// </summary>
/// <param name="path">The folder; made with <see cref="Prepare"/> or with the first file.</param>
/// <param name="platforms">The names that files begin with, such as <c>telegram</c>.</param>
public sealed class StateFolder(string path, IReadOnlyList<string> platforms)
{
    private const UnixFileMode PrivateFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path = Path.GetFullPath(path);

    /// <summary>The absolute path of a file in the folder.</summary>
    /// <param name="name">The file's name, which begins with a platform's and a hyphen.</param>
    /// <exception cref="ArgumentException">The name begins with no platform's.</exception>
    public string PathOf(string name) =>
        IsOurs(name) ? Path.Combine(_path, name) : throw new ArgumentException($"'{name}' begins with none of {string.Join(", ", platforms)}.", nameof(name));

    /// <summary>
    /// Makes the folder with mode 0700, gives the files of earlier versions mode 0600, and tries whether a file can be written. A folder
    /// that has nothing but our files was made by an earlier version, and gets mode 0700; any other that exists keeps its own.
    /// </summary>
    /// <returns>What is wrong, in a sentence that names the folder and what to do; null for nothing.</returns>
    public string? Prepare()
    {
        try
        {
            var warning = Directory.Exists(_path) ? Tighten() : null;
            CreateDirectory();
            using var trial = Create(Path.Combine(_path, $"{platforms[0]}-{Guid.NewGuid():N}.tmp"), FileOptions.DeleteOnClose);
            return warning;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            return $"State:Folder is '{_path}', where nothing can be written: {ex.Message} Let the bot's user write there, or set another folder; until then nothing outlives this process.";
        }
    }

    /// <summary>Opens a file to write behind what it has; what does not exist is made.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public FileStream Append(string name)
    {
        CreateDirectory();
        return new FileStream(PathOf(name), Options(FileMode.Append));
    }

    /// <summary>Writes a file anew, all or nothing: whoever reads it meanwhile finds the old one.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="write">Writes what it holds.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Replace(string name, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        CreateDirectory();
        var path = PathOf(name);
        var temporary = path + ".new";
        File.Delete(temporary);
        using (var file = Create(temporary))
        {
            write(file);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    private static FileStream Create(string path, FileOptions flags = FileOptions.None) => new(path, Options(FileMode.CreateNew, flags));

    private static FileStreamOptions Options(FileMode mode, FileOptions flags = FileOptions.None)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.Read, Options = flags };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = PrivateFile;
        }

        return options;
    }

    private void CreateDirectory()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_path);
        }
        else
        {
            Directory.CreateDirectory(_path, PrivateFolder);
        }
    }

    private bool IsOurs(string name) => platforms.Any(p => name.StartsWith(p + "-", StringComparison.Ordinal));

    // Null when others may not read what is there.
    private string? Tighten()
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        var entries = new DirectoryInfo(_path).GetFileSystemInfos();
        var ours = Array.FindAll(entries, e => e is FileInfo && IsOurs(e.Name));
        foreach (var file in ours)
        {
            file.UnixFileMode = PrivateFile;
        }

        if (ours.Length > 0 && ours.Length == entries.Length)
        {
            File.SetUnixFileMode(_path, PrivateFolder);
        }

        var mode = File.GetUnixFileMode(_path);
        return (mode & ~PrivateFolder) == 0 ? null : $"State:Folder is '{_path}', which others may enter (mode {Convert.ToString((int)mode, 8)}); the bot's files in it are its own user's alone, and the folder keeps its mode: chmod 700 closes it.";
    }
}
