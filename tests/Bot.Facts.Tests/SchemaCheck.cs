using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Facts.Yaml;
using Json.Schema;

namespace Bot.Facts.Tests;

/// <summary>Evaluates a JSON Schema on the content of a file, and gives the places that do not conform.</summary>
internal static class SchemaCheck
{
    private const string Unknown = "additionalProperties";

    private static readonly EvaluationOptions s_all = new() { OutputFormat = OutputFormat.List };

    /// <summary>What breaks the schema, a line each: the place, the schema's keyword with what it demands, and what is wrong.</summary>
    public static IReadOnlyList<string> Faults(string schema, YamlNode node)
    {
        var places = new Dictionary<string, (FileLocation Key, FileLocation Value)> { [""] = (node.Location, node.Location) };
        var json = JsonSerializer.SerializeToElement(ToJson(node, "", places));
        using var rules = JsonDocument.Parse(schema);
        return
        [
            .. from error in Errors(JsonSchema.FromText(schema).Evaluate(json, s_all))
               let place = error.Keyword == Unknown ? places[error.Pointer].Key : places[error.Pointer].Value
               select $"{place.File}:{place.Line}:{place.Column}: {error.Keyword}{Demand(rules.RootElement, error.Pointer, error.Keyword)}: {error.Message}",
        ];
    }

    /// <summary>What makes a text no schema of the dialect that ours are written in, a line each: the JSON pointer, the keyword, and what is wrong.</summary>
    public static IReadOnlyList<string> SchemaFaults(string schema)
    {
        using var json = JsonDocument.Parse(schema);
        return [.. Errors(MetaSchemas.Draft202012.Evaluate(json.RootElement, s_all)).Select(e => $"{e.Pointer}: {e.Keyword}: {e.Message}")];
    }

    private static IEnumerable<(string Pointer, string Keyword, string Message)> Errors(EvaluationResults results)
    {
        // Of what is valid, the ways of "anyOf" that were not taken are told as well.
        if (results.IsValid)
        {
            yield break;
        }

        foreach (var result in (EvaluationResults[])[results, .. results.Details ?? []])
        {
            foreach (var (key, message) in result.Errors ?? new Dictionary<string, string>())
            {
                // What the schema "false" refuses is reported without a keyword: the one above it is the last step.
                var keyword = key.Length > 0 ? key : result.EvaluationPath.ToString().Split('/')[^1];
                yield return (result.InstanceLocation.ToString(), keyword, message);
            }
        }
    }

    // What a keyword of one value demands at a place, after a space. The way to it is not told by the result: it has each step into items twice.
    private static string Demand(JsonElement schema, string pointer, string keyword)
    {
        foreach (var step in pointer.Split('/').Skip(1))
        {
            if (!schema.TryGetProperty("items", out var below) && !schema.GetProperty("properties").TryGetProperty(step, out below))
            {
                return "";
            }

            schema = below;
        }

        return schema.TryGetProperty(keyword, out var demand) && demand.ValueKind is JsonValueKind.String or JsonValueKind.Number ? $" {demand}" : "";
    }

    // Text that reads as a number or as a boolean is one (YAML 1.2, Core Schema), as editors take it.
    private static JsonNode? ToJson(YamlNode node, string pointer, Dictionary<string, (FileLocation Key, FileLocation Value)> places)
    {
        switch (node)
        {
            case YamlMapping map:
                var json = new JsonObject();
                foreach (var (key, value) in map.Entries)
                {
                    var below = $"{pointer}/{key.Text.Replace("~", "~0").Replace("/", "~1")}";
                    places[below] = (key.Location, value.Location);
                    json[key.Text] = ToJson(value, below, places);
                }

                return json;
            case YamlSequence list:
                return new JsonArray([.. list.Items.Select((item, i) =>
                {
                    var below = $"{pointer}/{i}";
                    places[below] = (item.Location, item.Location);
                    return ToJson(item, below, places);
                })]);
            case YamlScalar { Text: "true" or "false" } truth:
                return bool.Parse(truth.Text);
            case YamlScalar scalar:
                return int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
                    : double.TryParse(scalar.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var fraction) ? fraction
                    : scalar.Text;
            default:
                throw new ArgumentException($"A {node.GetType().Name} is no JSON.", nameof(node));
        }
    }
}
