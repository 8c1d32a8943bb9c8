using System.Text.Json;

namespace Bot.Testing;

/// <summary>A question with the facts that answer it; with none for one that the base cannot answer.</summary>
/// <param name="Set">The file that it stands in: <c>development</c>, or <c>held-out</c>, by which nothing was tuned.</param>
/// <param name="Language">The language tag of the asker.</param>
/// <param name="Text">The question.</param>
/// <param name="Facts">The ids of all facts that answer it, the best first.</param>
internal sealed record Question(string Set, string Language, string Text, IReadOnlyList<string> Facts)
{
    /// <summary>Whether the base answers it.</summary>
    public bool IsAnswerable => Facts.Count > 0;

    /// <summary>Whether it is in the half that figures may be tuned on, by a hash of its text (FNV-1a).</summary>
    public bool IsForTuning => Set == "development" && (Text.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u) >> 16 & 1) == 0;

    /// <summary>All questions, in the order of their files.</summary>
    public static IEnumerable<Question> All()
    {
        var folder = Path.Combine(Repository.Root, "tests", "Bot.Answers.Tests", "Questions");
        foreach (var file in Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            foreach (var line in File.ReadLines(file))
            {
                using var json = JsonDocument.Parse(line);
                var root = json.RootElement;
                yield return new Question(
                    Path.GetFileNameWithoutExtension(file),
                    root.GetProperty("language").GetString()!,
                    root.GetProperty("question").GetString()!,
                    [.. root.GetProperty("facts").EnumerateArray().Select(f => f.GetString()!)]);
            }
        }
    }
}
