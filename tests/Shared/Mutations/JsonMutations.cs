using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Bot.Testing;

/// <summary>
/// Changes a recorded JSON document as a platform's next version, a broken sender or an attacker might. The same seed gives the same
/// changes.
/// </summary>
internal static class JsonMutations
{
    private const int MaxMutations = 3;
    private const int MinDepth = 65;
    private const int MaxDepth = 3_000;
    private const int MaxText = 100_000;

    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] s_otherTypes =
        ["true", "false", "0", "-1", "7", "0.5", "1e999", "9223372036854775808", "99999999999999999999999", "\"\"", "\"text\"", "[]", "{}", "[null]", "[[1]]", "{\"id\":null}"];

    // Deep and huge values are rarer, since they take longer to read.
    private static readonly Gen<MutationKind> s_kind = Gen.Frequency(
        (4, Gen.Const(MutationKind.Missing)),
        (4, Gen.Const(MutationKind.Null)),
        (6, Gen.Const(MutationKind.TypeSwapped)),
        (4, Gen.Const(MutationKind.NumberAsText)),
        (4, Gen.Const(MutationKind.UnknownWord)),
        (2, Gen.Const(MutationKind.Deep)),
        (2, Gen.Const(MutationKind.DeepBeside)),
        (2, Gen.Const(MutationKind.UnknownBeside)),
        (2, Gen.Const(MutationKind.LoneSurrogateInName)),
        (1, Gen.Const(MutationKind.HugeText)),
        (4, Gen.Const(MutationKind.LoneSurrogate)));

    /// <summary>The document with one to three changes.</summary>
    /// <param name="document">A JSON object.</param>
    public static Gen<MutatedJson> Of(string document)
    {
        var places = Places(JsonNode.Parse(document)!, "").ToArray();
        return Gen.Select(Gen.Int[0, places.Length - 1], s_kind, Gen.Int[0, MaxText], (place, kind, size) => (Path: places[place], Kind: kind, Size: size))
            .Array[1, MaxMutations]
            .Select(changes => Change(document, changes));
    }

    /// <summary>As many changed documents as are asked for.</summary>
    /// <param name="mutations">Makes them.</param>
    /// <param name="seed">Decides which.</param>
    /// <param name="count">How many.</param>
    public static IEnumerable<T> Generate<T>(this Gen<T> mutations, ulong seed, int count)
    {
        var random = new PCG(1, seed);
        for (var i = 0; i < count; i++)
        {
            yield return mutations.Generate(random, null, out _);
        }
    }

    private static MutatedJson Change(string document, (string Path, MutationKind Kind, int Size)[] changes)
    {
        var root = JsonNode.Parse(document)!;
        var mutations = new List<Mutation>();
        var raw = new List<(string Placeholder, string Text)>();
        foreach (var (path, kind, size) in changes)
        {
            // An earlier change may have taken it away.
            if (Find(root, path) is { } place)
            {
                mutations.Add(Change(place, path, kind, size, raw));
            }
        }

        // What no writer of JSON would write takes the place of texts that stand for it.
        var json = raw.Aggregate(root.ToJsonString(s_options), (text, r) => text.Replace($"\"{r.Placeholder}\"", r.Text, StringComparison.Ordinal));
        return new MutatedJson(json, mutations);
    }

    private static Mutation Change(Place place, string path, MutationKind kind, int size, List<(string Placeholder, string Text)> raw)
    {
        switch (kind)
        {
            case MutationKind.Missing:
                place.Remove();
                break;
            case MutationKind.Null:
                place.Set(null);
                break;
            case MutationKind.DeepBeside when place.Parent is JsonObject parent:
                return Beside(parent, path, kind, "x", Raw(Nested(size), raw), raw);
            case MutationKind.UnknownBeside when place.Parent is JsonObject parent:
                return Beside(parent, path, kind, "of_next_year", new JsonObject { ["type"] = "of next year", ["list"] = new JsonArray(size) }, raw);
            case MutationKind.LoneSurrogateInName when place.Parent is JsonObject parent:
                return Beside(parent, path, kind, "\\ud800aaaaaa", size, raw);
            default:
                place.Set(Raw(Replacement(place.Value, kind, size), raw));
                break;
        }

        return new Mutation(path, kind);
    }

    private static Mutation Beside(JsonObject parent, string path, MutationKind kind, string name, JsonNode? value, List<(string Placeholder, string Text)> raw)
    {
        var key = $"@{raw.Count}@";
        raw.Add((key, $"\"{name}\""));
        parent[key] = value;
        var holder = path.Contains('.', StringComparison.Ordinal) ? path[..(path.LastIndexOf('.') + 1)] : "";
        return new Mutation(holder + name, kind);
    }

    private static JsonValue Raw(string text, List<(string Placeholder, string Text)> raw)
    {
        var placeholder = $"@{raw.Count}@";
        raw.Add((placeholder, text));
        return JsonValue.Create(placeholder);
    }

    private static string Replacement(JsonNode? value, MutationKind kind, int size) => kind switch
    {
        MutationKind.NumberAsText => value is JsonValue number && number.GetValueKind() == JsonValueKind.Number ? $"\"{number}\"" : "7",
        MutationKind.UnknownWord => "\"of next year\"",
        MutationKind.HugeText => $"\"{new string('x', size)}\"",
        MutationKind.LoneSurrogate => $"\"\\ud800 {(value is JsonValue text && text.TryGetValue(out string? words) ? JsonEncodedText.Encode(words).ToString() : "")}\"",
        MutationKind.Deep or MutationKind.DeepBeside => Nested(size),
        _ => s_otherTypes[size % s_otherTypes.Length],
    };

    private static string Nested(int size)
    {
        var depth = MinDepth + (size % (MaxDepth - MinDepth + 1));
        return size % 2 == 0
            ? new string('[', depth) + new string(']', depth)
            : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
    }

    private static IEnumerable<string> Places(JsonNode node, string path) => node switch
    {
        JsonObject holder => holder.SelectMany(p => Below(p.Value, path.Length == 0 ? p.Key : $"{path}.{p.Key}")),
        JsonArray array => array.SelectMany((item, index) => Below(item, $"{path}[{index}]")),
        _ => [],
    };

    private static IEnumerable<string> Below(JsonNode? value, string path) => value is null ? [path] : Places(value, path).Prepend(path);

    private static Place? Find(JsonNode root, string path)
    {
        Place? place = null;
        foreach (var step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.'))
        {
            var holder = place is null ? root : place.Value;
            place = holder switch
            {
                JsonObject parent when parent.ContainsKey(step) => new Place(parent, step, -1),
                JsonArray parent when step[0] == '[' && int.Parse(step.AsSpan(1, step.Length - 2), null) is var index && index < parent.Count => new Place(parent, "", index),
                _ => null,
            };
            if (place is null)
            {
                return null;
            }
        }

        return place;
    }

    private sealed record Place(JsonNode Parent, string Key, int Index)
    {
        public JsonNode? Value => Index < 0 ? Parent[Key] : Parent[Index];

        public void Set(JsonNode? value)
        {
            if (Index < 0)
            {
                Parent[Key] = value;
            }
            else
            {
                Parent[Index] = value;
            }
        }

        public void Remove()
        {
            if (Index < 0)
            {
                Parent.AsObject().Remove(Key);
            }
            else
            {
                Parent.AsArray().RemoveAt(Index);
            }
        }
    }
}
