namespace Bot.Terminal;

/// <summary>A standard stream that does not work. The message is a line for the owner.</summary>
internal sealed class StandardStreamException : IOException
{
    // errno of "Broken pipe", the same on Linux and macOS.
    private const int BrokenPipe = 32;

    /// <summary>A stream that was closed before the program started.</summary>
    public StandardStreamException(StandardStream stream)
        : base($"{Name(stream)} is closed; open it, for example with {(stream == StandardStream.Input ? "</dev/null" : ">/dev/null")}")
    {
    }

    /// <summary>A stream that cannot be read or written.</summary>
    /// <param name="stream">Which.</param>
    /// <param name="inner">Why.</param>
    public StandardStreamException(StandardStream stream, Exception inner)
        : base($"{Name(stream)} cannot be {(stream == StandardStream.Input ? "read" : "written")}: {inner.GetBaseException().Message.TrimEnd('.')}; check where it {(stream == StandardStream.Input ? "comes from" : "goes to")}", inner) =>
        IsReaderGone = stream != StandardStream.Input && inner.HResult == BrokenPipe;

    /// <summary>Whether nobody reads what is written any more, as after <c>| head</c>: no fault of anybody.</summary>
    public bool IsReaderGone { get; }

    private static string Name(StandardStream stream) => $"standard {stream.ToString().ToLowerInvariant()}";
}
