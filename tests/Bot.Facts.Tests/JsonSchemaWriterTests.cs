using System.Text.Json;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Tests;

public sealed class JsonSchemaWriterTests
{
    private static string Folder => Path.Combine(Repository.Facts, "schema");

    [Fact]
    public void The_schemas_beside_the_base_are_those_of_the_model()
    {
        Assert.Equal(
            JsonSchemaWriter.All().Select(s => s.Name).Order(StringComparer.Ordinal),
            Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(JsonSchemaWriter.All(), s => Assert.Equal(s.Schema, File.ReadAllText(Path.Combine(Folder, s.Name)).ReplaceLineEndings("\n")));
    }

    [Fact]
    public void Every_file_of_the_base_satisfies_the_schema_that_its_first_line_names()
    {
        Assert.All(FactFiles.Find(Repository.Facts).Paths, file =>
        {
            var text = File.ReadAllText(Path.Combine(Repository.Facts, file));
            var schema = FileSchemas.Files.Single(f => f.Shape == FileSchemas.ForFile(file)).Schema + ".schema.json";
            var up = file.Contains('/') ? "../" : "";
            Assert.StartsWith($"# yaml-language-server: $schema={up}schema/{schema}\n", text, StringComparison.Ordinal);
            Assert.Empty(Faults(schema, file, text));
        });
    }

    [Theory]
    [InlineData("kind: evidence", "kind: proof", "sources/evidence.yaml:3:11: enum: Value should match one of the values specified by the enum")]
    [InlineData("publisher:", "publsher:", "sources/evidence.yaml:4:5: additionalProperties: All values fail against the false schema")]
    [InlineData("    language: en\n", "", "sources/evidence.yaml:2:5: required: Required properties [\"language\"] are not present")]
    [InlineData("id: bbc-copy", "id: BBC", "sources/evidence.yaml:2:9: pattern ^[a-z0-9]+(-[a-z0-9]+)*$: The string value is not a match for the indicated regular expression")]
    [InlineData("https://example.org/talks", "example.org", "sources/evidence.yaml:6:14: pattern ^https?://: The string value is not a match for the indicated regular expression")]
    [InlineData("publisher: Observer", "publisher: ''", "sources/evidence.yaml:4:16: minLength 1: Value should be at least 1 characters")]
    [InlineData("publisher: Observer", "publisher: [Observer]", "sources/evidence.yaml:4:16: type string: Value is \"array\" but should be \"string\"")]
    [InlineData("publisher: Observer", "footnote: 0", "sources/evidence.yaml:4:15: minimum 1: 0 should be at least 1")]
    [InlineData("publisher: Observer", "published: 13 Feb 2025", "sources/evidence.yaml:4:16: pattern ^[0-9]{4}-[0-9]{2}-[0-9]{2}$: The string value is not a match for the indicated regular expression")]
    [InlineData("publisher: Observer", "copies: []", "sources/evidence.yaml:4:13: minItems 1: Value should have at least 1 items")]
    public void A_schema_underlines_what_the_checks_refuse(string sound, string broken, string fault)
    {
        var changed = new SmallBase().Change("sources/evidence.yaml", sound, broken);
        Assert.NotEmpty(changed.Problems());
        Assert.Contains(fault, Faults("sources.schema.json", "sources/evidence.yaml", changed["sources/evidence.yaml"]));
    }

    [Fact]
    public void The_schemas_are_schemas_of_the_dialect_that_they_name()
    {
        Assert.All(JsonSchemaWriter.All(), s => Assert.Empty(SchemaCheck.SchemaFaults(s.Schema)));
    }

    [Fact]
    public void A_schema_that_breaks_its_dialect_is_found()
    {
        Assert.Contains(
            "/minItems: type: Value is \"string\" but should be \"integer\"",
            SchemaCheck.SchemaFaults("""{"$schema":"https://json-schema.org/draft/2020-12/schema","minItems":"1"}"""));
    }

    [Fact]
    public void The_schemas_of_one_base_take_only_its_ids()
    {
        using var folder = new SmallBase().ToFolder();
        var schema = FactBaseLoader.SchemasWithIds(folder.Path).Single(s => s.Name == "event.schema.json").Schema;

        Assert.Empty(SchemaCheck.SchemaFaults(schema));
        Assert.Empty(SchemaCheck.Faults(schema, YamlReader.Read("e.yaml", File.ReadAllText(Path.Combine(folder.Path, "2025-02/call.yaml")), [])!));
        using var json = JsonDocument.Parse(schema);
        var fact = json.RootElement.GetProperty("properties").GetProperty("facts").GetProperty("items").GetProperty("properties");
        Assert.Equal(["putin", "trump", "us"], Words(fact.GetProperty("about").GetProperty("items")));
        Assert.Equal(["calls"], Words(fact.GetProperty("topics").GetProperty("items")));
        Assert.Equal(["call-held", "call-length"], Words(fact.GetProperty("see").GetProperty("items")));
        Assert.Equal(["article", "bbc-copy", "ref-10"], Words(fact.GetProperty("evidence").GetProperty("items").GetProperty("anyOf")[0]));
        Assert.False(fact.GetProperty("id").TryGetProperty("enum", out _));

        static IEnumerable<string> Words(JsonElement schema) => schema.GetProperty("enum").EnumerateArray().Select(w => w.GetString()!);
    }

    [Fact]
    public void Every_key_of_every_schema_has_a_description()
    {
        Assert.All(JsonSchemaWriter.All(), s =>
        {
            using var json = JsonDocument.Parse(s.Schema);
            Assert.Empty(Undescribed(json.RootElement, s.Name));
        });
    }

    // The keys below a schema whose description is missing or no sentence, each with the way to it.
    private static IEnumerable<string> Undescribed(JsonElement schema, string path)
    {
        if (schema.TryGetProperty("properties", out var keys))
        {
            foreach (var key in keys.EnumerateObject())
            {
                var below = $"{path}/{key.Name}";
                if (!key.Value.TryGetProperty("description", out var description) || !description.GetString()!.EndsWith('.'))
                {
                    yield return below;
                }

                foreach (var inner in Undescribed(key.Value, below))
                {
                    yield return inner;
                }
            }
        }

        var parts = (schema.TryGetProperty("items", out var items) ? [items] : Array.Empty<JsonElement>()).Concat(schema.TryGetProperty("anyOf", out var ways) ? ways.EnumerateArray() : []);
        foreach (var inner in parts.SelectMany(p => Undescribed(p, path)))
        {
            yield return inner;
        }
    }

    private static IReadOnlyList<string> Faults(string schema, string file, string text) =>
        SchemaCheck.Faults(JsonSchemaWriter.All().Single(s => s.Name == schema).Schema, YamlReader.Read(file, text, [])!);
}
