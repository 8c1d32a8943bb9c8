namespace Bot.Facts.Tests.Proofreading;

public sealed class MisplacedQuestionsTests
{
    private const string Call = "2025-02/call.yaml";

    [Fact]
    public void A_question_with_the_words_of_another_facts_text_is_reported_with_that_fact() =>
        Assert.Equal(
            ["2025-02/call.yaml:29:23: warning: the words of the question are in the text of 'call-held', and hardly in this fact; move it there, or ask with words of this fact [misplaced-questions]"],
            Misplaced(new SmallBase().Change(Call, "They spoke.", "They spoke about grain prices.").Change(Call, "[How long was it]", "[They spoke on grain prices]")));

    [Fact]
    public void A_question_is_not_reported_where_its_own_text_has_its_words_too() =>
        Assert.Empty(Misplaced(new SmallBase()
            .Change(Call, "They spoke.", "They spoke about grain prices.")
            .Change(Call, "It was long.", "It was long when they spoke on grain prices.")
            .Change(Call, "[How long was it]", "[They spoke on grain prices]")));

    [Fact]
    public void Nor_where_another_example_of_its_fact_has_them() =>
        Assert.Empty(Misplaced(new SmallBase()
            .Change(Call, "They spoke.", "They spoke about grain prices.")
            .Change(Call, "[How long was it]", "[They spoke on grain prices, How long they spoke on grain and its prices]")));

    [Fact]
    public void Nor_where_most_of_its_words_are_in_no_text() =>
        Assert.Empty(Misplaced(new SmallBase()
            .Change(Call, "They spoke.", "They spoke about grain prices.")
            .Change(Call, "[How long was it]", "['How many minutes, roughly, until they finished, when grain prices came up?']")));

    private static IEnumerable<string> Misplaced(SmallBase small) => small.Proofread().Where(p => p.Contains("[misplaced-questions]", StringComparison.Ordinal));
}
