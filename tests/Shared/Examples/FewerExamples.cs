using System.Text;

namespace Bot.Testing;

/// <summary>Copies a base with fewer example questions, to see how well it is searched when curators write few.</summary>
internal static class FewerExamples
{
    private const string Questions = "questions:";
    private const string Item = "- ";

    // Stands for the one question that the schema requires where none is wanted: it has no letters, so nothing finds it.
    private const string NoWords = "'…'";

    /// <summary>Copies a base with at most so many questions of each fact and each subject in each language, chosen by their text.</summary>
    /// <param name="from">The folder of the base.</param>
    /// <param name="to">The folder of the copy; created.</param>
    /// <param name="facts">How many questions each fact keeps in each language.</param>
    /// <param name="subjects">How many questions each subject out of scope keeps in each language.</param>
    /// <param name="withoutFile">A file to leave out; null for none.</param>
    public static void Copy(string from, string to, int facts, int subjects, string? withoutFile = null)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*.yaml", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(from, file);
            var isSubjects = path.StartsWith("out-of-scope", StringComparison.Ordinal);
            var target = Path.Combine(to, path);
            if ((isSubjects && subjects == 0) || Path.GetFileName(file) == withoutFile)
            {
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllLines(target, Cut(File.ReadLines(file).Select(AllowNoSubjects), isSubjects ? subjects : facts));
        }
    }

    // The totals that a base declares are those of the whole base.
    private static string AllowNoSubjects(string line) => line.StartsWith("  subjects: ", StringComparison.Ordinal) ? "  subjects: 0 to 1000" : line;

    private static IEnumerable<string> Cut(IEnumerable<string> lines, int count)
    {
        var items = new List<string>();
        var indent = -1;
        foreach (var line in lines)
        {
            var trimmed = line.TrimStart();
            var depth = line.Length - trimmed.Length;
            if (indent >= 0 && depth > indent && trimmed.StartsWith(Item, StringComparison.Ordinal))
            {
                items.Add(line);
                continue;
            }

            foreach (var kept in Choose(items, count))
            {
                yield return kept;
            }

            items.Clear();
            indent = trimmed == Questions ? depth : depth > indent ? indent : -1;
            yield return line;
        }

        foreach (var kept in Choose(items, count))
        {
            yield return kept;
        }
    }

    private static IEnumerable<string> Choose(List<string> items, int count) =>
        items.Count == 0 ? []
        : count == 0 ? [items[0][..(items[0].IndexOf(Item, StringComparison.Ordinal) + Item.Length)] + NoWords]
        : items.OrderBy(i => Hash(i)).Take(count);

    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ b) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }
}
