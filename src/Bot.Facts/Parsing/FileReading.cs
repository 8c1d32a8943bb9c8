using Bot.Facts.Yaml;

namespace Bot.Facts.Parsing;

/// <summary>The result of reading a file.</summary>
/// <param name="File">The parsed file; null when it cannot be read.</param>
/// <param name="ContentHash">The hash of what the file means, from which the version is computed; null when it cannot be read.</param>
/// <param name="Problems">The problems in it.</param>
internal sealed record FileReading(ParsedFile? File, string? ContentHash, IReadOnlyList<Problem> Problems);
