using Microsoft.Win32.SafeHandles;

namespace Bot.Terminal;

/// <summary>Opens the standard streams, and detects those that were closed at the start.</summary>
internal static class StandardStreams
{
    // O_CLOEXEC, as fdinfo writes it (Linux, fcntl.h, octal).
    private const int CloseOnExec = 0x80000;

    /// <summary>Standard input. Reading throws a <see cref="StandardStreamException"/> when it was closed at the start or cannot be read.</summary>
    public static Stream OpenInput() => new CheckedStream(StandardStream.Input, () => Open(StandardStream.Input, Console.OpenStandardInput));

    /// <summary>
    /// Standard input that is a terminal, as the terminal gives it: a line at a time, shown while it is typed. The console's own stream turns
    /// that off and edits the line with control codes.
    /// </summary>
    public static Stream OpenTerminalInput() => new CheckedStream(StandardStream.Input, () => Open(StandardStream.Input, OpenPlainInput));

    /// <summary>Standard output. Writing throws a <see cref="StandardStreamException"/> when it was closed at the start, has no reader or cannot be written.</summary>
    public static Stream OpenOutput() => new CheckedStream(StandardStream.Output, () => Open(StandardStream.Output, OpenPipeOrFile));

    /// <summary>
    /// Whether a stream was closed when the program was started. The runtime then has a file of its own there, which closes on exec. An
    /// inherited one cannot, because exec would have closed it.
    /// </summary>
    public static bool IsClosed(StandardStream stream)
    {
        if (!Directory.Exists("/proc/self/fdinfo"))
        {
            return false;
        }

        try
        {
            return IsOwn(File.ReadLines($"/proc/self/fdinfo/{(int)stream}"));
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // The descriptor does not exist.
            return true;
        }
    }

    /// <summary>Whether a descriptor's fdinfo says that it closes on exec.</summary>
    internal static bool IsOwn(IEnumerable<string> fdinfo) =>
        fdinfo.FirstOrDefault(line => line.StartsWith("flags:", StringComparison.Ordinal)) is { } flags && (Convert.ToInt32(flags["flags:".Length..].Trim(), 8) & CloseOnExec) != 0;

    private static Stream Open(StandardStream stream, Func<Stream> open) => IsClosed(stream) ? throw new StandardStreamException(stream) : open();

    private static Stream OpenPlainInput() => OperatingSystem.IsWindows()
        ? Console.OpenStandardInput()
        : new FileStream(new SafeFileHandle((int)StandardStream.Input, ownsHandle: false), FileAccess.Read, bufferSize: 0);

    // The console's stream silently accepts writes to a pipe without a reader, forever. A file's stream writes at its own position and would
    // overwrite what other programs write to the same file, so it is only used where there is no position.
    private static Stream OpenPipeOrFile()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
        {
            return Console.OpenStandardOutput();
        }

        var file = new FileStream(new SafeFileHandle((int)StandardStream.Output, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return file.CanSeek ? Console.OpenStandardOutput() : file;
    }
}
