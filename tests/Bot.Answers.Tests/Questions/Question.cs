using System.Text.Json;

namespace Bot.Testing;

/// <summary>A question with the facts that answer it; with none for one that the base cannot answer.</summary>
/// <param name="Set">Where it belongs: <c>development</c>, or <c>held-out</c>, by which nothing was tuned.</param>
/// <param name="Kind">What sort of message it is, such as <c>near-miss</c> or <c>talk</c>; <c>question</c> for the ordinary ones.</param>
/// <param name="Language">The language tag of the asker.</param>
/// <param name="Text">The question.</param>
/// <param name="Facts">The ids of all facts that answer it, the best first; of a near miss, the facts that come closest.</param>
internal sealed record Question(string Set, string Kind, string Language, string Text, IReadOnlyList<string> Facts)
{
    /// <summary>The kind of the ordinary questions.</summary>
    public const string Ordinary = "question";

    /// <summary>The id of the fact that was answered just before; null for a question of its own.</summary>
    public string? After { get; init; }

    /// <summary>Whether the claim of a message that is checked is true; null for anything else.</summary>
    public bool? IsTrue { get; init; }

    /// <summary>Whether it wants several facts, all of them.</summary>
    public bool WantsAll { get; init; }

    /// <summary>Whether the base answers it.</summary>
    public bool IsAnswerable => Facts.Count > 0 && Kind != "near-miss";

    /// <summary>Whether it is in the half that figures may be tuned on, by a hash of its text (FNV-1a).</summary>
    public bool IsForTuning => Set == "development" && (Text.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u) >> 16 & 1) == 0;

    /// <summary>The ordinary questions, in the order of their files.</summary>
    public static IEnumerable<Question> All() => Every().Where(q => q.Kind == Ordinary);

    /// <summary>The questions and messages of every kind, in the order of their files.</summary>
    public static IEnumerable<Question> Every() =>
        Directory.EnumerateFiles(Folder(), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(Read);

    /// <summary>The questions on the later chapters, of which only the whole base knows: on half of their events for development, on the others held out.</summary>
    public static IEnumerable<Question> Later() =>
        Directory.EnumerateFiles(Path.Combine(Folder(), "later"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(Read);

    /// <summary>A list of messages of one sort, from <c>Questions/forms</c>: <c>talk-forms</c> or <c>false-messages</c>.</summary>
    public static IEnumerable<Question> Forms(string name) => Read(Path.Combine(Folder(), "forms", name + ".jsonl"));

    private static string Folder() => Path.Combine(Repository.Root, "tests", "Bot.Answers.Tests", "Questions");

    private static IEnumerable<Question> Read(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        foreach (var line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            yield return new Question(
                name.StartsWith("held-out", StringComparison.Ordinal) ? "held-out" : name.StartsWith("development", StringComparison.Ordinal) ? "development" : name,
                Property(root, "kind") ?? Ordinary,
                Property(root, "language")!,
                Property(root, "question")!,
                root.TryGetProperty("facts", out var facts) ? [.. facts.EnumerateArray().Select(f => f.GetString()!)] : [])
            {
                After = Property(root, "after"),
                IsTrue = Property(root, "claim") is { } claim ? claim == "true" : null,
                WantsAll = root.TryGetProperty("both", out var both) && both.GetBoolean(),
            };
        }
    }

    private static string? Property(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;
}
