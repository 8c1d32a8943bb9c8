namespace Bot.Facts.Tests.Rules;

public sealed class DanglingReferencesTests
{
    private const string File = "2025-02/call.yaml";

    [Theory]
    [InlineData("about: [trump, putin]", "about: [tramp, putin]", "10:13: there is no party 'tramp'; did you mean 'trump'?")]
    [InlineData("about: [trump, putin]", "about: [zelensky, putin]", "10:13: there is no party 'zelensky'; add the party, or remove the id here")]
    [InlineData("by: [trump]", "by: [trump, tass]", "22:17: there is no party 'tass'; add the party, or remove the id here")]
    [InlineData("evidence: [bbc-copy]", "evidence: [bbc-copy, bbc-copi]", "14:26: there is no source 'bbc-copi'; did you mean 'bbc-copy'?")]
    [InlineData("topics: [calls]\n    cites: [ref-10]\n    status: confirmed", "topics: [call]\n    cites: [ref-10]\n    status: confirmed", "11:14: there is no topic 'call'; did you mean 'calls'?")]
    [InlineData("cites: [ref-10]\n    status: unverified", "cites: [wire]\n    status: unverified", "25:13: there is no source 'wire'; add the source, or remove the id here")]
    public void What_a_fact_refers_to_exists(string sound, string broken, string problem)
    {
        Assert.Equal([File + ":" + problem], new SmallBase().Change(File, sound, broken).Problems());
    }

    [Fact]
    public void So_do_the_side_and_country_of_a_party_the_sources_of_a_role_and_the_copies_of_a_source()
    {
        Assert.Equal(
            [
                "names/people.yaml:4:11: there is no party 'uk'; add the party, or remove the id here",
                "names/people.yaml:5:14: there is no party 'usa'; did you mean 'us'?",
                "names/people.yaml:15:19: there is no source 'artikle'; did you mean 'article'?",
                "sources/references.yaml:13:24: there is no source 'yahoo-page'; add the source, or remove the id here",
            ],
            new SmallBase()
                .Change("names/people.yaml", "side: us", "side: uk")
                .Change("names/people.yaml", "country: us", "country: usa")
                .Change("names/people.yaml", "[article]", "[artikle]")
                .Change("sources/references.yaml", "[bbc-copy]", "[bbc-copy, yahoo-page]")
                .Problems());
    }
}
