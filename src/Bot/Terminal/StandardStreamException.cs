namespace Bot.Terminal;

/// <summary>A standard stream does not work. The message is a line for the owner.</summary>
internal sealed class StandardStreamException : IOException
{
    // errno of "Broken pipe", the same on Linux and macOS.
    private const int BrokenPipe = 32;

    /// <summary>Creates the exception for a stream that was closed before the program started.</summary>
    public StandardStreamException(StandardStream stream)
        : base($"{Name(stream)} is closed; open it, for example with {(stream == StandardStream.Input ? "</dev/null" : ">/dev/null")}")
    {
    }

    /// <summary>Creates the exception for a stream that cannot be read or written.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="inner">The cause.</param>
    public StandardStreamException(StandardStream stream, Exception inner)
        : base($"{Name(stream)} cannot be {(stream == StandardStream.Input ? "read" : "written")}: {inner.GetBaseException().Message.TrimEnd('.')}; check where it {(stream == StandardStream.Input ? "comes from" : "goes to")}", inner) =>
        IsReaderGone = stream != StandardStream.Input && inner.HResult == BrokenPipe;

    /// <summary>Whether the reader of the output is gone, as after <c>| head</c>, which is not an error.</summary>
    public bool IsReaderGone { get; }

    private static string Name(StandardStream stream) => $"standard {stream.ToString().ToLowerInvariant()}";
}
