using System.Text.RegularExpressions;

namespace Bot.Tests;

/// <summary>
/// Files and methods can be read in one sitting. Read from the source: a file's lines are counted as they stand, a method's from the first
/// line of its declaration, without comments and attributes, to its closing brace. A method is found by its declaration, with an access
/// modifier and parentheses, and its opening brace on a line of its own below; a local function counts for the method that holds it.
/// </summary>
public sealed partial class SizeTests
{
    private const int MaxFileLines = 300;
    private const int MaxMethodLines = 60;

    private static readonly string[] s_files =
    [
        .. ((string[])["src", "tests"]).SelectMany(f => Directory.EnumerateFiles(Path.Combine(Repository.Root, f), "*.cs", SearchOption.AllDirectories))
            .Where(f => !GeneratedFolder().IsMatch(f)).Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void No_file_has_more_than_300_lines()
    {
        Assert.Equal("", string.Join('\n', s_files.Select(f => (Path: f, Lines: File.ReadLines(f).Count())).Where(f => f.Lines > MaxFileLines).Select(f => $"{f.Path}: {f.Lines} lines")));
    }

    [Fact]
    public void No_method_has_more_than_60_lines()
    {
        Assert.Equal("", string.Join('\n', s_files.SelectMany(f => Methods(File.ReadAllLines(f)).Where(m => m.Lines > MaxMethodLines).Select(m => $"{f}:{m.Start + 1}: {m.Lines} lines"))));
    }

    [Fact]
    public void A_method_is_counted_from_its_declaration_to_its_closing_brace()
    {
        string[] source =
        [
            "    // A comment.",
            "    [Fact]",
            "    public void First(",
            "        int number)",
            "    {",
            "        if (number > 0)",
            "        {",
            "        }",
            "    }",
            "",
            "    public int Second() => 2;",
            "",
            "    private sealed class Third(int number)",
            "    {",
            "    }",
        ];

        Assert.Equal([(2, 7)], Methods(source));
    }

    private static IEnumerable<(int Start, int Lines)> Methods(string[] lines)
    {
        for (var start = 0; start < lines.Length; start++)
        {
            if (Declaration().Match(lines[start]) is not { Success: true } declaration || TypeDeclaration().IsMatch(lines[start]))
            {
                continue;
            }

            // What continues a declaration stands further in.
            var indent = declaration.Groups["indent"].Value;
            var brace = start + 1;
            while (brace < lines.Length && lines[brace].StartsWith(indent + "    ", StringComparison.Ordinal))
            {
                brace++;
            }

            if (brace < lines.Length && lines[brace] == indent + "{")
            {
                var end = Array.FindIndex(lines, brace, l => l.StartsWith(indent + "}", StringComparison.Ordinal));
                yield return (start, end - start + 1);
            }
        }
    }

    [GeneratedRegex(@"^(?<indent>(    )+)(public|private|protected|internal)\b[^=;]*\(")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b(class|struct|record|interface|enum|delegate)\b[^(]*\w")]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"[/\\](bin|obj)[/\\]")]
    private static partial Regex GeneratedFolder();
}
