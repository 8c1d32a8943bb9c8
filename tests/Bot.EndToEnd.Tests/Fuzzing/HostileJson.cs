using System.Text;
using System.Text.Json.Nodes;

namespace Bot.EndToEnd.Tests.Fuzzing;

/// <summary>A body that was right before somebody changed it: in its structure, in its bytes, or altogether.</summary>
internal static class HostileJson
{
    private static readonly string[] s_values =
    [
        "null", "true", "false", "0", "-1", "7", "1e999", "9223372036854775808", "-9223372036854775809", "99999999999999999999999", "0.5", "\"\"", "\"7\"", "\"zqxmark\"", "\"LONE\"", "\"\\u0000\"", "\"@everyone\"", "[]", "{}",
        "[null]", "[[[[]]]]", "{\"id\":null}", "{\"id\":7}", "[{\"text\":1}]", "\"<b>zqxmark\"", "\"2025-02-30\"", "1739880000",
    ];

    /// <summary>The changed body.</summary>
    public static byte[] Change(SeededRandom random, string body) => random.Below(10) switch
    {
        0 => random.Bytes(random.Below(300)),
        1 => InBytes(random, body),
        2 => Encoding.UTF8.GetBytes(body[..random.Below(body.Length)]),
        3 => Encoding.UTF8.GetBytes(Repeat(random, body)),
        _ => Encoding.UTF8.GetBytes(InStructure(random, body)),
    };

    private static byte[] InBytes(SeededRandom random, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body).ToList();
        for (var changes = 1 + random.Below(5); changes > 0; changes--)
        {
            var at = random.Below(bytes.Count);
            if (random.Percent(30))
            {
                bytes.RemoveAt(at);
            }
            else
            {
                bytes[at] = (byte)random.Below(256);
            }
        }

        return [.. bytes];
    }

    // Too deep, too long, or twice the same.
    private static string Repeat(SeededRandom random, string body) => random.Below(4) switch
    {
        0 => new string('[', 100 + random.Below(5000)),
        1 => string.Concat(Enumerable.Repeat("{\"a\":", 100 + random.Below(500))) + "1" + new string('}', 100),
        2 => body[..^1] + "," + body[1..],
        _ => body[..^1] + ",\"zqxmark\":\"" + new string('x', random.Below(20_000)) + "\"}",
    };

    private static string InStructure(SeededRandom random, string body)
    {
        var json = JsonNode.Parse(body)!.AsObject();
        for (var changes = 1 + random.Below(3); changes > 0; changes--)
        {
            var places = Places(json).ToList();
            if (places.Count == 0)
            {
                break;
            }

            var (parent, key, index) = random.Of(places);
            var isRemoved = random.Percent(30);
            var value = isRemoved ? null : Value(random);
            if (parent is JsonObject holder)
            {
                if (isRemoved)
                {
                    holder.Remove(key);
                }
                else
                {
                    holder[key] = value;
                }
            }
            else if (isRemoved)
            {
                parent.AsArray().RemoveAt(index);
            }
            else
            {
                parent.AsArray()[index] = value;
            }
        }

        // Half of a pair of surrogates, which no writer of JSON would write.
        return json.ToJsonString().Replace("LONE", "\\ud83d", StringComparison.Ordinal);
    }

    private static JsonNode? Value(SeededRandom random) =>
        random.Percent(40) ? JsonValue.Create(random.Percent(50) ? HostileInput.Text(random) : HostileInput.Code(random)) : JsonNode.Parse(random.Of(s_values));

    private static IEnumerable<(JsonNode Parent, string Key, int Index)> Places(JsonNode node)
    {
        if (node is JsonObject holder)
        {
            foreach (var (key, value) in holder)
            {
                yield return (holder, key, -1);
                if (value is not null)
                {
                    foreach (var place in Places(value))
                    {
                        yield return place;
                    }
                }
            }
        }
        else if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
            {
                yield return (array, "", i);
                if (array[i] is { } value)
                {
                    foreach (var place in Places(value))
                    {
                        yield return place;
                    }
                }
            }
        }
    }
}
