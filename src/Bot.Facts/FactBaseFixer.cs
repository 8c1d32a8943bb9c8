using System.Text;
using Bot.Facts.Yaml;

namespace Bot.Facts;

/// <summary>Fixes in a base's files what has one right fix.</summary>
public static class FactBaseFixer
{
    /// <summary>Applies the replacements of problems. A line that does not say what the problem found there is left alone.</summary>
    /// <param name="folder">The base's folder.</param>
    /// <param name="problems">The problems; those without a replacement are left alone.</param>
    /// <returns>The problems that were fixed.</returns>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read or written.</exception>
    public static IReadOnlyList<Problem> Fix(string folder, IEnumerable<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(problems);
        var isFixed = new List<Problem>();
        foreach (var ofFile in problems.Where(p => p.Replacement is not null).GroupBy(p => p.Location.File))
        {
            var path = Path.Combine(folder, ofFile.Key);
            var lines = File.ReadAllText(path).Split('\n');
            var before = isFixed.Count;

            // From the end of a line, so that what is replaced moves nothing that is still to be.
            foreach (var problem in ofFile.OrderByDescending(p => (p.Location.Line, p.Location.Column)))
            {
                var (line, column) = (problem.Location.Line - 1, problem.Location.Column - 1);
                var (old, @new) = (problem.Replacement!.Old, problem.Replacement.New);
                if (line < lines.Length && column <= lines[line].Length && lines[line].AsSpan(column).StartsWith(old))
                {
                    lines[line] = string.Concat(lines[line].AsSpan(0, column), @new, lines[line].AsSpan(column + old.Length));
                    isFixed.Add(problem);
                }
            }

            if (isFixed.Count > before)
            {
                File.WriteAllText(path, string.Join('\n', lines), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }
        }

        return isFixed;
    }
}
