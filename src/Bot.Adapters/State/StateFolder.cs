namespace Bot.Adapters.State;

/// <summary>
/// The folder for state that survives a restart, in files that only their owner can read, because they hold questions, names and ids. The name of a
/// file begins with that of its owner and a hyphen. Safe for any number of threads that use different files.
/// </summary>
/// <param name="path">The folder's path. The folder is created by <see cref="Prepare"/> or with the first file.</param>
/// <param name="owners">Who keeps files in it: the platforms, such as <c>telegram</c>, and the search.</param>
public sealed class StateFolder(string path, IReadOnlyList<string> owners)
{
    private const UnixFileMode PrivateFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path = Path.GetFullPath(path);

    /// <summary>The absolute path of a file in the folder.</summary>
    /// <param name="name">The file's name, which begins with an owner's name and a hyphen.</param>
    /// <exception cref="ArgumentException">The name does not begin with an owner's name and a hyphen.</exception>
    public string PathOf(string name) =>
        IsOurs(name) ? Path.Combine(_path, name) : throw new ArgumentException($"'{name}' does not begin with one of {string.Join(", ", owners)} and a hyphen.", nameof(name));

    /// <summary>
    /// Creates the folder with mode 0700, sets the mode of files from earlier versions to 0600, and tests whether a file can be written. An existing
    /// folder that contains only the bot's files was created by an earlier version, and gets mode 0700. Any other existing folder keeps its mode.
    /// </summary>
    /// <returns>A warning that names the folder and what to do; null for none.</returns>
    public string? Prepare()
    {
        try
        {
            var warning = Directory.Exists(_path) ? RestrictModes() : null;
            CreateDirectory();
            using var probe = Create(Path.Combine(_path, $"{owners[0]}-{Guid.NewGuid():N}.tmp"), FileOptions.DeleteOnClose);
            return warning;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            return $"State:Folder is '{_path}', which cannot be written to: {ex.Message} Allow the bot's user to write there, or set another folder; until then no state survives a restart.";
        }
    }

    /// <summary>Reads a file.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="maxBytes">The maximum size of what the bot writes there.</param>
    /// <returns>The content; null when there is no such file.</returns>
    /// <exception cref="IOException">It cannot be read, or is larger.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public byte[]? Read(string name, int maxBytes)
    {
        var file = new FileInfo(PathOf(name));
        return !file.Exists ? null : file.Length <= maxBytes ? File.ReadAllBytes(file.FullName) : throw new IOException($"The file has more than {maxBytes} bytes.");
    }

    /// <summary>Opens a file for appending, and creates it if it does not exist.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public FileStream Append(string name)
    {
        CreateDirectory();
        return new FileStream(PathOf(name), Options(FileMode.Append));
    }

    /// <summary>Replaces a file atomically. Until it is complete, readers see the old file.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="write">Writes the content.</param>
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

    private bool IsOurs(string name) => owners.Any(o => name.StartsWith(o + "-", StringComparison.Ordinal));

    // Restricts the modes of existing files. Returns a warning when other users may still access the folder.
    private string? RestrictModes()
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
        return (mode & ~PrivateFolder) == 0 ? null : $"State:Folder is '{_path}', which other users may access (mode {Convert.ToString((int)mode, 8)}); only the bot's user can read the bot's files in it. The folder's mode is not changed: chmod 700 restricts it.";
    }
}
