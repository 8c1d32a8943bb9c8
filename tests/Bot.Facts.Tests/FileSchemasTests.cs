using System.Text.Json;
using Bot.Facts.Reading;

namespace Bot.Facts.Tests;

public sealed class FileSchemasTests
{
    private static string Folder => Path.Combine(Repository.Facts, "schema");

    [Fact]
    public void The_schemas_beside_the_base_are_those_of_the_model()
    {
        Assert.Equal(
            FileSchemas.All().Select(s => s.Name).Order(StringComparer.Ordinal),
            Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(FileSchemas.All(), s => Assert.Equal(s.Schema, File.ReadAllText(Path.Combine(Folder, s.Name)).ReplaceLineEndings("\n")));
    }

    [Fact]
    public void Every_file_of_the_base_satisfies_the_schema_that_its_first_line_names()
    {
        Assert.All(FactBaseLoader.Files(Repository.Facts), file =>
        {
            var text = File.ReadAllText(Path.Combine(Repository.Facts, file));
            var schema = Shapes.Files.Single(f => f.Shape == Shapes.ForFile(file)).Schema + ".schema.json";
            var up = file.Contains('/') ? "../" : "";
            Assert.StartsWith($"# yaml-language-server: $schema={up}schema/{schema}\n", text, StringComparison.Ordinal);
            Assert.Empty(Faults(schema, file, text));
        });
    }

    [Theory]
    [InlineData("kind: evidence", "kind: proof", "sources/evidence.yaml:3:11: is none of article, reference, evidence")]
    [InlineData("publisher:", "publsher:", "sources/evidence.yaml:4:5: is unknown")]
    [InlineData("    language: en\n", "", "sources/evidence.yaml:2:5: lacks language")]
    [InlineData("id: bbc-copy", "id: BBC", "sources/evidence.yaml:2:9: is not like ^[a-z0-9]+(-[a-z0-9]+)*$")]
    [InlineData("https://example.org/talks", "example.org", "sources/evidence.yaml:6:14: is not like ^https?://")]
    [InlineData("publisher: Observer", "publisher: ''", "sources/evidence.yaml:4:16: is too short")]
    [InlineData("publisher: Observer", "publisher: [Observer]", "sources/evidence.yaml:4:16: is no string")]
    [InlineData("publisher: Observer", "footnote: 0", "sources/evidence.yaml:4:15: is too small")]
    [InlineData("publisher: Observer", "published: 13 Feb 2025", "sources/evidence.yaml:4:16: is not like ^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    [InlineData("publisher: Observer", "copies: []", "sources/evidence.yaml:4:13: has too few items")]
    public void A_schema_underlines_what_the_checks_refuse(string sound, string broken, string fault)
    {
        var changed = new SmallBase().Change("sources/evidence.yaml", sound, broken);
        Assert.NotEmpty(changed.Problems());
        Assert.Contains(fault, Faults("sources.schema.json", "sources/evidence.yaml", changed["sources/evidence.yaml"]));
    }

    private static IEnumerable<string> Faults(string schema, string file, string text)
    {
        using var json = JsonDocument.Parse(FileSchemas.All().Single(s => s.Name == schema).Schema);
        return [.. SchemaCheck.Faults(json.RootElement, YamlFile.Read(file, text, [])!)];
    }
}
