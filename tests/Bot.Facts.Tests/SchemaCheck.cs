using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Facts.Reading;

namespace Bot.Facts.Tests;

/// <summary>Checks what stands in a file against a JSON Schema, as far as the base's schemas go.</summary>
internal static class SchemaCheck
{
    public static IEnumerable<string> Faults(JsonElement schema, Node node) => schema.EnumerateObject().SelectMany(rule => rule.Name switch
    {
        "$schema" or "title" or "description" => [],
        "type" => Check(Types(rule.Value).Any(type => Is(type, node)), node, "is no " + rule.Value),
        "properties" => Properties(node).SelectMany(entry =>
            rule.Value.TryGetProperty(entry.Key.Text, out var property) ? Faults(property, entry.Value) : []),
        "required" => rule.Value.EnumerateArray().SelectMany(key =>
            Check(Properties(node).Any(entry => entry.Key.Text == key.GetString()), node, "lacks " + key)),
        "additionalProperties" => Properties(node).SelectMany(entry =>
            Check(schema.GetProperty("properties").TryGetProperty(entry.Key.Text, out _), entry.Key, "is unknown")),
        "items" => Items(node).SelectMany(item => Faults(rule.Value, item)),
        "minItems" => Check(Items(node).Count >= rule.Value.GetInt32(), node, "has too few items"),
        "enum" => Check(rule.Value.EnumerateArray().Any(word => word.GetString() == Text(node)), node, "is none of " + string.Join(", ", rule.Value.EnumerateArray())),
        "pattern" => Check(Regex.IsMatch(Text(node), rule.Value.GetString()!), node, "is not like " + rule.Value),
        "minLength" => Check(Text(node).Length >= rule.Value.GetInt32(), node, "is too short"),
        "maxLength" => Check(Text(node).EnumerateRunes().Count() <= rule.Value.GetInt32(), node, "is too long"),
        "minimum" => Check(int.Parse(Text(node)) >= rule.Value.GetInt32(), node, "is too small"),
        _ => [$"The schema has a rule that is not known here: {rule.Name}"],
    });

    private static IEnumerable<string> Check(bool holds, Node node, string fault) =>
        holds ? [] : [$"{node.Place.File}:{node.Place.Line}:{node.Place.Column}: {fault}"];

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool Is(string type, Node node) => (type, node) switch
    {
        ("object", MapNode) or ("array", ListNode) or ("string", ScalarNode) => true,
        ("integer", ScalarNode scalar) => int.TryParse(scalar.Text, out _),
        ("boolean", ScalarNode scalar) => scalar.Text is "true" or "false",
        _ => false,
    };

    private static IReadOnlyList<Entry> Properties(Node node) => node is MapNode map ? map.Entries : [];

    private static IReadOnlyList<Node> Items(Node node) => node is ListNode list ? list.Items : [];

    private static string Text(Node node) => node is ScalarNode scalar ? scalar.Text : "";
}
