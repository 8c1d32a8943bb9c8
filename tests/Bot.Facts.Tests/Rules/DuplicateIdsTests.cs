namespace Bot.Facts.Tests.Rules;

public sealed class DuplicateIdsTests
{
    [Fact]
    public void An_id_names_one_fact()
    {
        Assert.Equal(
            ["2025-02/call.yaml:18:9: the id 'call-held' is taken at 2025-02/call.yaml:6; choose another id"],
            new SmallBase().Change("2025-02/call.yaml", "id: call-length", "id: call-held").Problems());
    }

    [Fact]
    public void An_id_names_one_party_across_files()
    {
        Assert.Equal(
            ["names/places.yaml:2:9: the id 'putin' is taken at names/people.yaml:14; choose another id"],
            new SmallBase().Change("names/places.yaml", "id: us", "id: putin").Change("names/people.yaml", "    side: us\n    country: us\n", "").Problems());
    }

    [Fact]
    public void A_fact_may_have_the_id_of_a_topic()
    {
        Assert.Empty(new SmallBase().Change("2025-02/call.yaml", "id: call-length", "id: calls").Problems());
    }

    [Fact]
    public void A_footnote_belongs_to_one_reference()
    {
        Assert.Equal(
            ["sources/references.yaml:16:15: footnote 10 is taken at sources/references.yaml:8; give each reference its own number"],
            new SmallBase()
                .Append("sources/references.yaml", "  - id: ref-11\n    kind: reference\n    footnote: 10\n    title: Other\n    language: en\n")
                .Change("2025-02/call.yaml", "cites: [ref-10]\n    status: confirmed", "cites: [ref-10, ref-11]\n    status: confirmed")
                .Change("base.yaml", "references: 1 to 1", "references: 2 to 2")
                .Problems());
    }
}
