namespace Bot.Facts.Tests.Rules;

public sealed class InvalidDatesTests
{
    private const string DayFix = "write the day as yyyy-mm-dd, such as 2025-02-12";

    private const string DateFix =
        "write 2025-02-12, 2025-02, 2025, 2025-02-17 to 2025-02-18, before 2025-02-12 or from 2025-02-12, with days that the calendar has";

    [Theory]
    [InlineData("13 Feb 2025")]
    [InlineData("2025-02-29")]
    [InlineData("2025-2-13")]
    [InlineData("2025-02")]
    public void A_day_is_one_that_the_calendar_has(string day)
    {
        Assert.Equal(
            [$"sources/references.yaml:11:16: '{day}' is not a day; {DayFix}"],
            new SmallBase().Change("sources/references.yaml", "2025-02-13", day).Problems());
    }

    [Theory]
    [InlineData("12 Feb 2025")]
    [InlineData("2025-02-30")]
    [InlineData("2025-13")]
    [InlineData("2025-02-18 to 2025-02-17")]
    [InlineData("after 2025-02-12")]
    public void A_date_is_one_that_the_calendar_has_in_a_form_that_the_base_reads(string date)
    {
        Assert.Equal(
            [$"2025-02/call.yaml:21:11: '{date}' is not a date; {DateFix}"],
            new SmallBase().Change("2025-02/call.yaml", "kind: statement\n    when: 2025-02-12", "kind: statement\n    when: " + date).Problems());
    }

    [Theory]
    [InlineData("2025-02-11", "the fact was checked on 2025-02-11, before it happened; fix one of the two dates")]
    [InlineData("2025-02-30", "'2025-02-30' is not a day; " + DayFix)]
    public void A_fact_is_not_checked_before_it_happened(string day, string problem)
    {
        Assert.Equal(
            ["2025-02/call.yaml:15:14: " + problem],
            new SmallBase().Change("2025-02/call.yaml", "evidence: [bbc-copy]", "evidence: [bbc-copy]\n    checked: " + day).Problems());
    }

    [Fact]
    public void A_role_does_not_end_before_it_begins()
    {
        Assert.Equal(
            ["names/people.yaml:14:16: the role ends on 2016-12-31, before it begins; fix one of the two days"],
            new SmallBase().Change("names/people.yaml", "until: 2021-01-20", "until: 2016-12-31").Problems());
    }
}
