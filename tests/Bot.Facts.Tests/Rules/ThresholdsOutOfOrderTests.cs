using Bot.Facts.Model;

namespace Bot.Facts.Tests.Rules;

public sealed class ThresholdsOutOfOrderTests
{
    private const string AsOf = "as-of: 2025-03-01\n";

    [Fact]
    public void The_closest_fact_needs_no_more_than_an_answer()
    {
        Assert.Equal(
            ["base.yaml:3:3: the threshold of 'closest' is above that of 'answered'; lower it, or raise the other"],
            new SmallBase().Change("base.yaml", AsOf, AsOf + "thresholds:\n  answered: 0.3\n  closest: 0.4\n").Problems());
    }

    [Theory]
    [InlineData("2")]
    [InlineData("-0.1")]
    [InlineData("half")]
    public void A_threshold_is_a_number_from_0_to_1(string value)
    {
        Assert.Equal(
            [$"base.yaml:3:13: '{value}' is not a share; write a number from 0 to 1, such as 0.6"],
            new SmallBase().Change("base.yaml", AsOf, AsOf + $"thresholds:\n  answered: {value}\n").Problems());
    }

    [Fact]
    public void Without_thresholds_the_defaults_hold_and_one_of_them_can_be_set()
    {
        Assert.Equal(AnswerThresholds.Default, new SmallBase().Load().Base!.Thresholds);
        Assert.Equal(
            AnswerThresholds.Default with { Answered = 0.9f },
            new SmallBase().Change("base.yaml", AsOf, AsOf + "thresholds:\n  answered: 0.9\n").Load().Base!.Thresholds);
    }

    [Fact]
    public void A_main_event_and_the_facts_of_an_overview_exist()
    {
        Assert.Equal(
            ["base.yaml:2:13: there is no event 'nope'; add the event, or remove the id here"],
            new SmallBase().Change("base.yaml", AsOf, AsOf + "main-event: nope\n").Problems());
    }
}
