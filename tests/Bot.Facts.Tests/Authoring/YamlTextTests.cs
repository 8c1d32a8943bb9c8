using Bot.Facts.Authoring;
using Bot.Facts.Yaml;

namespace Bot.Facts.Tests.Authoring;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("They spoke.", "They spoke.")]
    [InlineData("Ice on the quay: a report", "'Ice on the quay: a report'")]
    [InlineData("“Quoted” at first", "“Quoted” at first")]
    [InlineData("'tis", "'''tis'")]
    [InlineData("It's #1 #2", "'It''s #1 #2'")]
    [InlineData("- a dash", "'- a dash'")]
    [InlineData("ends with:", "'ends with:'")]
    [InlineData("https://example.org/a#b", "https://example.org/a#b")]
    [InlineData("2025-02-12", "2025-02-12")]
    [InlineData("2025", "2025")]
    [InlineData("17000", "'17000'")]
    [InlineData("yes", "'yes'")]
    [InlineData("{Trump}", "'{Trump}'")]
    public void A_text_is_quoted_only_where_YAML_or_an_editor_would_read_something_else(string text, string yaml)
    {
        Assert.Equal(yaml, YamlText.Scalar(text));
        Assert.Equal(text, ((YamlMapping)YamlReader.Read("f.yaml", $"key: {yaml}\n", [])!).Text("key"));
    }

    [Theory]
    [InlineData("Bell, Jo", "'Bell, Jo'")]
    [InlineData("a[1]", "'a[1]'")]
    [InlineData("Who?", "'Who?'")]
    [InlineData("9:30", "'9:30'")]
    [InlineData("town council", "town council")]
    public void A_text_in_brackets_is_quoted_for_its_commas_and_brackets(string text, string yaml)
    {
        Assert.Equal(yaml, YamlText.FlowScalar(text));
        Assert.Equal([text], ((YamlMapping)YamlReader.Read("f.yaml", $"key: [{yaml}]\n", [])!).Scalars("key").Select(s => s.Text));
    }
}
