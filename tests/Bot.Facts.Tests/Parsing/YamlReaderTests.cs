using Bot.Facts.Yaml;

namespace Bot.Facts.Tests.Parsing;

public sealed class YamlReaderTests
{
    private const string Flat = "write the value out: the base uses neither & nor *";
    private const string Quote = "fix the indentation or quote the text that holds ': ' or ' #'";

    [Fact]
    public void Every_node_knows_its_place()
    {
        var root = Assert.IsType<YamlMapping>(Read("# facts\na: one\nb:\n  - two\n  - { c: 'three' }\n"));
        Assert.Equal(new FileLocation("f.yaml", 2, 1), root.Location);
        Assert.Equal(new YamlScalar(new FileLocation("f.yaml", 2, 4), "one"), root["a"]);
        var list = Assert.IsType<YamlSequence>(root["b"]);
        Assert.Equal(new FileLocation("f.yaml", 4, 3), list.Location);
        Assert.Equal(new YamlScalar(new FileLocation("f.yaml", 4, 5), "two"), list.Items[0]);
        var map = Assert.IsType<YamlMapping>(list.Items[1]);
        Assert.Equal(new FileLocation("f.yaml", 5, 5), map.Location);
        Assert.Equal(new YamlScalar(new FileLocation("f.yaml", 5, 10), "three"), map["c"]);
    }

    [Fact]
    public void What_is_written_is_what_is_meant()
    {
        var root = Assert.IsType<YamlMapping>(Read("a: no\nb: 2025-02-12\nc: 010\nd: ~\ne: 'true'\nf:\n"));
        Assert.Equal(["no", "2025-02-12", "010", "~", "true", ""], root.Entries.Select(e => root.Text(e.Key.Text)));
    }

    [Fact]
    public void A_key_that_stands_twice_is_kept_for_the_checks()
    {
        var root = Assert.IsType<YamlMapping>(Read("a: 1\na: 2\n"));
        Assert.Equal(["1", "2"], root.Entries.Select(e => ((YamlScalar)e.Value).Text));
        Assert.Equal("1", root.Text("a"));
    }

    [Theory]
    [InlineData("a: [1, 2", "f.yaml:2:1: this is not YAML: While parsing a flow sequence, did not find expected ',' or ']'; " + Quote)]
    [InlineData("a: b: c\n", "f.yaml:1:5: this is not YAML: Mapping values are not allowed in this context; " + Quote)]
    [InlineData("a: 'one\n", "f.yaml:1:4: this is not YAML: While scanning a quoted scalar, find unexpected end of stream; " + Quote)]
    [InlineData("a: 1\n  b: 2\n", "f.yaml:2:4: this is not YAML: Mapping values are not allowed in this context; " + Quote)]
    public void What_is_not_YAML_is_reported_where_it_stands(string text, string problem) => Refuses(text, problem);

    [Theory]
    [InlineData("a:\n\tb: c\n", "f.yaml:2:1: U+0009 (tab) in the indent; indent with spaces")]
    [InlineData("a:\n  b: 1\n \tc: 2\n", "f.yaml:3:2: U+0009 (tab) in the indent; indent with spaces")]
    [InlineData("a:\n  b: 1\n\u00a0\u00a0c\n", "f.yaml:3:1: U+00A0 (no-break space) in the indent; indent with spaces")]
    [InlineData("a:\n  b: 1\n\u3000c\nd: 1\n", "f.yaml:3:1: U+3000 (ideographic space) in the indent; indent with spaces")]
    [InlineData("a:\n  b: 1\n \u200bc\nd: 1\n", "f.yaml:3:2: U+200B (zero-width space) in the indent; indent with spaces")]
    [InlineData("id\uff1ax\nfacts:\n", "f.yaml:1:3: U+FF1A (full-width colon) after the key 'id'; write : and a space")]
    [InlineData("a:\n  - id\uff1a x\n    b: 1\n", "f.yaml:2:7: U+FF1A (full-width colon) after the key 'id'; write : and a space")]
    [InlineData("a: one\u2028b: two\n", "f.yaml:1:7: U+2028 (line separator) in the line; remove it, or begin a new line")]
    [InlineData("a: one\u0085b: two\n", "f.yaml:1:7: U+0085 (next line) in the line; remove it, or begin a new line")]
    [InlineData("a: one\u2029b: two\n", "f.yaml:1:7: U+2029 (paragraph separator) in the line; remove it, or begin a new line")]
    public void A_character_that_only_looks_like_one_of_the_layout_is_named_where_it_stands(string text, string problem) => Refuses(text, problem);

    [Theory]
    [InlineData('\u0085')]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    public void Lines_are_those_of_editors(char other)
    {
        var root = Assert.IsType<YamlMapping>(Read($"a: one{other}two{other}three\r\nb: 1\n"));

        Assert.Equal("one two three", root.Text("a"));
        Assert.Equal(2, root["b"]!.Location.Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# only a comment\n")]
    public void An_empty_file_is_reported(string text) => Refuses(text, "f.yaml:1:1: the file is empty; write its content or delete it");

    [Theory]
    [InlineData("a: &x 1\n", "f.yaml:1:4: anchors are not allowed; " + Flat)]
    [InlineData("a: &x\n  b: 1\n", "f.yaml:1:4: anchors are not allowed; " + Flat)]
    [InlineData("a: *x\n", "f.yaml:1:4: aliases are not allowed; " + Flat)]
    [InlineData("- 1\n- *x\n", "f.yaml:2:3: aliases are not allowed; " + Flat)]
    public void Neither_anchors_nor_aliases_are_used(string text, string problem) => Refuses(text, problem);

    [Fact]
    public void A_second_document_is_refused() =>
        Refuses("a: 1\n---\nb: 2\n", "f.yaml:2:1: a second document starts here; keep one document in a file: remove the line ---");

    [Fact]
    public void A_document_may_begin_with_its_mark() => Assert.IsType<YamlMapping>(Read("---\na: 1\n"));

    [Theory]
    [InlineData("[a]: 1\n")]
    [InlineData("{ a: b }: 1\n")]
    public void A_key_is_a_plain_word(string text) =>
        Refuses(text, "f.yaml:1:1: a key is not a plain word; use one of the keys that facts/README.md lists");

    [Fact]
    public void Nesting_is_at_most_16_deep()
    {
        Assert.NotNull(Read(Nested(16)));
        Refuses(Nested(18), "f.yaml:1:18: the nesting is deeper than 16 levels; reduce the nesting");
    }

    [Fact]
    public void A_file_of_nothing_but_brackets_does_not_exhaust_the_stack() =>
        Refuses(new string('[', 100_000), "f.yaml:1:18: the nesting is deeper than 16 levels; reduce the nesting");

    [Fact]
    public void An_escape_that_names_no_character_is_reported() =>
        Refuses("a: 1\nb: \"\\UFFFFFFFF\"\n", "f.yaml:2:2: an escape after this point is not a character; write the character itself");

    [Theory]
    [InlineData("\"\\xZZ\"")]
    [InlineData("\"\\UFFFFFFFF\"")]
    [InlineData("\"\\uD800\"")]
    [InlineData("a: !!binary x")]
    [InlineData("!<")]
    [InlineData("%YAML 9.9\n---\na")]
    [InlineData("%TAG ! !")]
    [InlineData("? a")]
    [InlineData("|99\n a")]
    [InlineData("\0")]
    [InlineData("\ud800")]
    [InlineData("a: >+9\n")]
    [InlineData("- - -\n -")]
    [InlineData("...")]
    [InlineData("--- ---")]
    [InlineData("@a")]
    [InlineData("}")]
    public void Whatever_stands_in_a_file_is_read_or_reported(string text)
    {
        var problems = new List<Problem>();
        var root = YamlReader.Read("f.yaml", text, problems);
        Assert.Equal(root is null, problems.Count == 1);
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static YamlNode Read(string text)
    {
        var problems = new List<Problem>();
        var root = YamlReader.Read("f.yaml", text, problems);
        Assert.Empty(problems);
        return root!;
    }

    private static void Refuses(string text, string problem)
    {
        var problems = new List<Problem>();
        Assert.Null(YamlReader.Read("f.yaml", text, problems));
        Assert.Equal([problem], problems.Select(p => p.ToString()));
    }
}
