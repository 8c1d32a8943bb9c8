using System.Text.Json;

namespace Bot.Testing;

/// <summary>A question of the development set: with the statement that answers it, or with none for one that the base cannot answer.</summary>
internal sealed record Question(string Language, string Text, string? Statement)
{
    /// <summary>The whole set, in the order of its files.</summary>
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
                    root.GetProperty("language").GetString()!,
                    root.GetProperty("question").GetString()!,
                    root.TryGetProperty("statement", out var statement) ? statement.GetString() : null);
            }
        }
    }
}
