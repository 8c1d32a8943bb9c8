using Bot.Facts.Yaml;

namespace Bot.Facts.Parsing;

/// <summary>The result of reading a file.</summary>
/// <param name="File">The parsed file; null when it cannot be read.</param>
/// <param name="Content">The path and text, from which the version is computed.</param>
/// <param name="Problems">The problems in it.</param>
internal sealed record FileReading(ParsedFile? File, byte[] Content, IReadOnlyList<Problem> Problems);
