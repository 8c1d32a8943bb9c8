using System.Text;

namespace Bot.Terminal;

/// <summary>Standard output for scripts: UTF-8 without a mark, line feeds, written in blocks.</summary>
internal static class StandardOutput
{
    public static StreamWriter Open() =>
        new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 64 * 1024) { NewLine = "\n" };
}

/// <summary>Standard input from scripts.</summary>
internal static class StandardInput
{
    public static Utf8LineReader Open() => new(Console.OpenStandardInput());
}
