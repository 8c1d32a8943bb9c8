using Bot.Facts.Model;
using Bot.Facts.Releases;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Tests.Releases;

public sealed class ReleaseWriterTests : IDisposable
{
    private readonly ReleasedBase _base = ReleasedBase.Create();

    public void Dispose() => _base.Dispose();

    [Fact]
    public void A_release_has_a_line_for_each_text_and_each_fact()
    {
        _base.Edit("They spoke.", "They talked.");
        _base.Edit("Они говорили.", "Они беседовали.");
        _base.Release("2025-03-04");
        var facts = _base.Load();

        Assert.Equal(
            $$"""
            # yaml-language-server: $schema=../schema/release.schema.json
            released: 2025-03-04
            version: '{{facts.Version}}'
            changes:
              - fact: call-held
                kind: wording
                languages: [en, ru]
                old:
                  en: "They spoke."
                  ru: "Они говорили."
                new:
                  en: "They talked."
                  ru: "Они беседовали."
            facts:
              - { fact: call-held, en: '{{Hash("call-held", "en")}}', zh-Hant: '{{Hash("call-held", "zh-Hant")}}', zh-Hans: '{{Hash("call-held", "zh-Hans")}}', ru: '{{Hash("call-held", "ru")}}', uk: '{{Hash("call-held", "uk")}}' }
              - { fact: call-length, en: '{{Hash("call-length", "en")}}', zh-Hant: '{{Hash("call-length", "zh-Hant")}}', zh-Hans: '{{Hash("call-length", "zh-Hans")}}', ru: '{{Hash("call-length", "ru")}}', uk: '{{Hash("call-length", "uk")}}' }

            """,
            _base.Text("releases/2025-03-04.yaml"));

        string Hash(string fact, string tag) => FactHash.OfAll(facts.FindFact(fact)!, facts.Languages)[tag];
    }

    [Theory]
    [InlineData("'He said: \"no\" # 5, it''s {so} [1] \\n %d'")]
    [InlineData("\"- a\\u2028b\\u0085c\\uFEFFd\\u200Ee\"")]
    [InlineData("'null'")]
    [InlineData("'2025-02-12'")]
    public void Every_text_is_read_as_it_was_written(string text)
    {
        _base.Edit("It was long.", text);

        var release = _base.Release("2025-03-04")!;

        Assert.Equal(_base.Load().FindFact("call-length")!.Text[Language.English], release.Changes.Single().New["en"]);
    }

    [Fact]
    public void A_release_satisfies_its_schema()
    {
        var schema = JsonSchemaWriter.All().Single(s => s.Name == "release.schema.json").Schema;
        const string File = "releases/2025-03-02.yaml";

        Assert.Empty(SchemaCheck.Faults(schema, YamlReader.Read(File, _base.Text(File), [])!));
        Assert.NotEmpty(SchemaCheck.Faults(schema, YamlReader.Read(File, _base.Text(File).Replace("kind: added", "kind: new", StringComparison.Ordinal), [])!));
    }

    [Fact]
    public void An_existing_release_is_never_replaced()
    {
        using var folder = new TemporaryFolder();
        var release = _base.Load().Releases[0];
        ReleaseWriter.Write(folder.Path, release);

        Assert.Throws<IOException>(() => ReleaseWriter.Write(folder.Path, release));
    }
}
