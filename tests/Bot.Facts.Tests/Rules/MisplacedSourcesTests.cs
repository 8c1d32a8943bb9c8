namespace Bot.Facts.Tests.Rules;

public sealed class MisplacedSourcesTests
{
    [Theory]
    [InlineData("    footnote: 10\n", "", "6:5: the reference has no footnote; add the article's footnote number")]
    [InlineData("    title: Talks start now\n", "", "6:5: the reference has no title; add it exactly as published")]
    [InlineData("    title: 談判\n", "", "2:5: the article has no title; add it exactly as published")]
    [InlineData("    title: 談判\n", "    title: 談判\n    footnote: 3\n", "5:15: only a reference has a footnote; remove it, or set kind to reference")]
    public void The_article_and_its_references_have_what_belongs_to_them(string sound, string broken, string problem)
    {
        Assert.Equal(["sources/references.yaml:" + problem], new SmallBase().Change("sources/references.yaml", sound, broken).Problems());
    }

    [Theory]
    [InlineData("    address: https://example.org/talks\n", "", "2:5: the evidence page has no address; add the address where it was found")]
    [InlineData("    publisher: Observer\n", "", "2:5: the evidence page has no publisher; add its publisher")]
    [InlineData("    publisher: Observer\n", "    publisher: Observer\n    footnote: 31\n", "5:15: only a reference has a footnote; remove it, or set kind to reference")]
    public void An_evidence_page_has_what_belongs_to_it(string sound, string broken, string problem)
    {
        Assert.Equal(["sources/evidence.yaml:" + problem], new SmallBase().Change("sources/evidence.yaml", sound, broken).Problems());
    }

    [Theory]
    [InlineData("called", "sources/references.yaml", "    publisher: BBC\n", "11:13: only an article has 'called'; remove it, or set kind to article")]
    [InlineData("licence", "sources/evidence.yaml", "    publisher: Observer\n", "5:14: only an article has 'licence'; remove it, or set kind to article")]
    public void Only_an_article_is_called_something_and_has_a_licence(string key, string file, string sound, string problem)
    {
        Assert.Equal(
            [$"{file}:{problem}"],
            new SmallBase().Change(file, sound, sound + $"    {key}: {{ en: It, zh-Hant: 它, zh-Hans: 它, ru: Оно, uk: Воно }}\n").Problems());
    }

    [Fact]
    public void A_reference_needs_no_publisher_and_no_address()
    {
        Assert.Empty(new SmallBase().Change("sources/references.yaml", "    publisher: BBC\n", "").Problems());
    }

    [Fact]
    public void Only_references_stand_under_cites_and_only_evidence_under_evidence()
    {
        Assert.Equal(
            [
                "2025-02/call.yaml:12:21: 'article' is of kind article, but cites takes reference; move it where it belongs",
                "2025-02/call.yaml:14:26: 'ref-10' is of kind reference, but evidence takes evidence; move it where it belongs",
                "2025-02/call.yaml:25:21: 'bbc-copy' is of kind evidence, but cites takes reference; move it where it belongs",
            ],
            new SmallBase()
                .Change("2025-02/call.yaml", "[ref-10]\n    status: confirmed", "[ref-10, article]\n    status: confirmed")
                .Change("2025-02/call.yaml", "evidence: [bbc-copy]", "evidence: [bbc-copy, ref-10]")
                .Change("2025-02/call.yaml", "[ref-10]\n    status: unverified", "[ref-10, bbc-copy]\n    status: unverified")
                .Problems());
    }
}
