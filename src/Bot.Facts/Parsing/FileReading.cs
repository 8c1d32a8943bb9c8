using Bot.Facts.Yaml;

namespace Bot.Facts.Parsing;

/// <summary>What was read of a file.</summary>
/// <param name="File">What stands in it; null when it cannot be read.</param>
/// <param name="Content">What the version is computed from: path and text.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record FileReading(ParsedFile? File, byte[] Content, IReadOnlyList<Problem> Problems);
