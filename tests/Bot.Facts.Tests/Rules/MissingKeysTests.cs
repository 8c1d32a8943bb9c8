namespace Bot.Facts.Tests.Rules;

public sealed class MissingKeysTests
{
    [Fact]
    public void A_key_that_is_required_has_to_be_there()
    {
        Assert.Equal(
            ["2025-02/call.yaml:18:5: the fact 'call-length' has no 'when'; add it: The date when it happened or was said."],
            new SmallBase().Change("2025-02/call.yaml", "statement\n    when: 2025-02-12\n", "statement\n").Problems());
    }

    [Fact]
    public void The_problem_stands_without_an_id_where_the_thing_has_none()
    {
        Assert.Equal(
            ["names/people.yaml:12:9: the role has no 'sources'; add it: The sources for it."],
            new SmallBase().Change("names/people.yaml", "\n        sources: [article]", "").Problems());
    }

    [Fact]
    public void A_regional_form_has_the_full_name()
    {
        Assert.Equal(
            ["names/people.yaml:9:14: the regional name has no 'name'; add it: The full name in that region."],
            new SmallBase().Change("names/people.yaml", "name: 唐納·川普, ", "").Problems());
    }

    [Fact]
    public void A_key_that_is_not_required_may_be_left_out()
    {
        Assert.Empty(new SmallBase().Change("names/people.yaml", "    aliases: [Donald J. Trump]\n", "").Problems());
    }
}
