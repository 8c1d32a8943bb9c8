namespace Bot.Facts.Tests.Rules;

public sealed class UnknownKeysTests
{
    [Fact]
    public void A_misspelt_key_gets_the_nearest_one_as_a_hint()
    {
        Assert.Equal(
            ["names/people.yaml:5:5: unknown key 'contry'; did you mean 'country'?"],
            new SmallBase().Change("names/people.yaml", "country: us", "contry: us").Problems());
    }

    [Fact]
    public void A_key_like_no_other_gets_the_list_of_keys()
    {
        Assert.Equal(
            ["2025-02/call.yaml:5:3: unknown key 'xyz'; use one of: id, when, title, meetings, overview"],
            new SmallBase().Change("2025-02/call.yaml", "facts:", "  xyz: 1\nfacts:").Problems());
    }

    [Theory]
    [InlineData("\u00a0", "U+00A0 (no-break space)")]
    [InlineData("\u3000", "U+3000 (ideographic space)")]
    [InlineData("\u2003", "U+2003 (space of another width)")]
    [InlineData("\u200b", "U+200B (zero-width space)")]
    public void A_space_of_another_kind_in_the_indent_of_a_key_is_named(string space, string name)
    {
        Assert.Equal(
            [$"names/people.yaml:5:5: {name} in the indent; indent with spaces"],
            new SmallBase().Change("names/people.yaml", "    country: us", $"    {space}country: us").Problems());
    }

    [Theory]
    [InlineData("base.yaml", "forbidden-aliases:", "never-aliases:", "base.yaml:2:1: the key 'never-aliases' is called 'forbidden-aliases' now; rename it to 'forbidden-aliases'")]
    [InlineData("base.yaml", "  evidence: 1 to 1", "  evidence: 1 to 1\n  matters: 0 to 9", "base.yaml:8:3: the key 'matters' is called 'subjects' now; rename it to 'subjects'")]
    public void A_key_of_an_earlier_release_is_named_with_its_new_name_and_nothing_else_is_missed(string file, string now, string before, string problem)
    {
        Assert.Equal([problem], new SmallBase().Change(file, now, before).Problems());
    }

    [Fact]
    public void A_file_that_calls_its_subjects_as_an_earlier_release_did_is_named_with_the_new_key()
    {
        Assert.Equal(
            ["out-of-scope/war.yaml:1:1: the key 'matters' is called 'subjects' now; rename it to 'subjects'"],
            new SmallBase().Write("out-of-scope/war.yaml", "matters: []\n").Problems());
    }

    [Fact]
    public void A_sixth_language_is_unknown()
    {
        Assert.Equal(
            ["names/places.yaml:4:76: unknown key 'fr'; use one of: en, zh-Hant, zh-Hans, ru, uk, zh-TW, zh-HK"],
            new SmallBase().Change("names/places.yaml", "uk: США", "uk: США, fr: États-Unis").Problems());
    }
}
