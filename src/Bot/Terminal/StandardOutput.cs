using System.Text;
using Bot.Answers.Model;

namespace Bot.Terminal;

/// <summary>Standard output for scripts: UTF-8 without a byte order mark, with line feeds, written in blocks.</summary>
internal static class StandardOutput
{
    /// <summary>Opens it; see <see cref="StandardStreams.OpenOutput"/>.</summary>
    public static StreamWriter Open() => Write(StandardStreams.OpenOutput());

    /// <summary>Wraps a stream in the same way.</summary>
    public static StreamWriter Write(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 64 * 1024) { NewLine = "\n" };
}

/// <summary>Standard input from scripts.</summary>
internal static class StandardInput
{
    /// <summary>The maximum number of bytes kept of a line: three for each UTF-16 unit of the longest question, and the rest for a language tag and spaces.</summary>
    public const int MaxLineBytes = 4 * Request.MaxLength;

    /// <summary>Opens it; see <see cref="StandardStreams.OpenInput"/>.</summary>
    public static Utf8LineReader Open() => Read(StandardStreams.OpenInput());

    /// <summary>Opens it where it is a terminal that edits the line itself; see <see cref="StandardStreams.OpenTerminalInput"/>.</summary>
    public static Utf8LineReader OpenTerminal() => Read(StandardStreams.OpenTerminalInput());

    /// <summary>Wraps a stream in the same way.</summary>
    public static Utf8LineReader Read(Stream stream) => new(stream, MaxLineBytes);
}
