using System.Collections.Immutable;
using System.Text.Json;
using Bot.Facts.Model;
using Bot.Facts.Releases;

namespace Bot.Facts.Diffing;

/// <summary>Reads the facts of an export, which <c>facts export</c> writes as one JSON object a line.</summary>
public static class ExportReader
{
    /// <summary>Reads an export.</summary>
    /// <param name="lines">Its lines.</param>
    /// <returns>The state that it holds; or null and the problem of the first line that is not of an export.</returns>
    public static (ComparedBase? Base, string? Problem) Read(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var (facts, number, hasBase) = (ImmutableArray.CreateBuilder<ComparedFact>(), 0, false);
        foreach (var line in lines)
        {
            number++;
            try
            {
                using var json = JsonDocument.Parse(line);
                var type = json.RootElement.GetProperty("type").GetString();
                hasBase |= type == "base";
                if (type == "fact")
                {
                    facts.Add(Fact(json.RootElement));
                }
            }
            catch (Exception ex) when (ex is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                return (null, $"line {number} is not one that facts export writes: {ex.Message}");
            }
        }

        return hasBase ? (new ComparedBase(facts.ToImmutable()), null) : (null, "no line has the type base, which facts export writes first");
    }

    private static ComparedFact Fact(JsonElement fact)
    {
        var (status, when) = (fact.GetProperty("status").GetString()!, fact.GetProperty("when").GetString()!);
        ImmutableArray<string> by = [.. fact.GetProperty("by").EnumerateArray().Select(p => p.GetString()!)];
        var (texts, hashes) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        foreach (var tag in Languages.Tags)
        {
            // In a language that the base does not have, the text is that of another, and there are no questions.
            if (fact.GetProperty("questions").TryGetProperty(tag, out var questions) && questions.GetArrayLength() > 0)
            {
                texts[tag] = fact.GetProperty("text").GetProperty(tag).GetString()!;
                hashes[tag] = FactHash.Of(texts[tag], status, when, by);
            }
        }

        return new ComparedFact(fact.GetProperty("id").GetString()!, hashes, texts, status, when, by);
    }
}
