namespace Bot.Facts.Tests.Rules;

public sealed class DatesOutsideSpanTests
{
    [Theory]
    [InlineData("2025-01-31")]
    [InlineData("2025-03-01")]
    [InlineData("2025-01")]
    [InlineData("before 2025-02-01")]
    public void An_event_lies_within_the_span_of_its_chapter(string when)
    {
        Assert.Equal(
            ["2025-02/call.yaml:3:9: the event lies outside the chapter's span, 2025-02-01 to 2025-02-28; fix its date, or span in chapter.yaml"],
            new SmallBase().Change("2025-02/call.yaml", "id: call\n  when: 2025-02-12", "id: call\n  when: " + when).Problems());
    }

    [Fact]
    public void An_event_that_reaches_into_the_span_lies_within_it()
    {
        Assert.Empty(new SmallBase().Change("2025-02/call.yaml", "id: call\n  when: 2025-02-12", "id: call\n  when: 2025").Problems());
    }

    [Fact]
    public void Nothing_lies_after_the_day_up_to_which_the_base_was_checked()
    {
        Assert.Equal(
            [
                "2025-02/call.yaml:21:11: 2025-03-02 lies after 2025-03-01, the day up to which the base was verified; fix the date, or as-of in base.yaml",
                "sources/references.yaml:11:16: 2025-12-13 lies after 2025-03-01, the day up to which the base was verified; fix the date, or as-of in base.yaml",
            ],
            new SmallBase()
                .Change("2025-02/call.yaml", "kind: statement\n    when: 2025-02-12", "kind: statement\n    when: 2025-03-02")
                .Change("sources/references.yaml", "published: 2025-02-13", "published: 2025-12-13")
                .Problems());
    }

    [Fact]
    public void A_year_that_has_begun_is_not_after_it()
    {
        Assert.Empty(new SmallBase().Change("2025-02/call.yaml", "kind: statement\n    when: 2025-02-12", "kind: statement\n    when: 2025").Problems());
    }
}
