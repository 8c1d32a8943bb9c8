using System.Text;
using Bot.Facts.Yaml;

namespace Bot.Facts;

/// <summary>Fixes the problems in a base's files that have exactly one correct fix.</summary>
public static class FactBaseFixer
{
    /// <summary>Applies the replacements of problems. A line that no longer contains the old text is left unchanged.</summary>
    /// <param name="folder">The base's folder.</param>
    /// <param name="problems">The problems; those without a replacement are skipped.</param>
    /// <returns>The problems that were fixed.</returns>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read or written.</exception>
    public static IReadOnlyList<Problem> Fix(string folder, IEnumerable<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(problems);
        var fixedProblems = new List<Problem>();
        foreach (var fileProblems in problems.Where(p => p.Replacement is not null).GroupBy(p => p.Location.File))
        {
            var path = Path.Combine(folder, fileProblems.Key);
            var lines = File.ReadAllText(path).Split('\n');
            var countBefore = fixedProblems.Count;

            // From the end of a line to its start, so that a replacement does not move the columns of those still to come.
            foreach (var problem in fileProblems.OrderByDescending(p => (p.Location.Line, p.Location.Column)))
            {
                var (line, column) = (problem.Location.Line - 1, problem.Location.Column - 1);
                if (line < lines.Length && column <= lines[line].Length && Replace(lines[line][column..], problem.Replacement!) is { } replaced)
                {
                    lines[line] = lines[line][..column] + replaced;
                    fixedProblems.Add(problem);
                }
            }

            if (fixedProblems.Count > countBefore)
            {
                File.WriteAllText(path, string.Join('\n', lines), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }
        }

        return fixedProblems;
    }

    // What follows the problem's location in its line; null when it does not have the old text.
    private static string? Replace(string rest, Replacement replacement) => replacement switch
    {
        { IsAnywhereInLine: true } when rest.Contains(replacement.Old, StringComparison.Ordinal) => rest.Replace(replacement.Old, replacement.New, StringComparison.Ordinal),
        { IsAnywhereInLine: false } when rest.StartsWith(replacement.Old, StringComparison.Ordinal) => replacement.New + rest[replacement.Old.Length..],
        _ => null,
    };
}
