using Bot.Facts.Authoring;

namespace Bot.Facts.Tests.Authoring;

public sealed class IdProposalTests
{
    [Theory]
    [InlineData("How long did the Riyadh talks last?", "long-riyadh-talks-last")]
    [InlineData("The exhibition “A Hundred Knots”", "exhibition-hundred-knots")]
    [InlineData("What’s on at the café?", "whats-cafe")]
    [InlineData("When would it end, and could the end of May be put off?", "end-may-put-off")]
    [InlineData("Who is it?", "who-is-it")]
    [InlineData("One two three four five six", "one-two-three-four-five")]
    [InlineData("Zażółć 9:30", "zazolc-9-30")]
    public void An_id_is_the_first_significant_words(string text, string id) => Assert.Equal(id, IdProposal.Propose(text, _ => false));

    [Theory]
    [InlineData("Скільки тривали переговори?")]
    [InlineData("談判")]
    [InlineData("?")]
    public void A_text_without_Latin_letters_proposes_nothing(string text) => Assert.Null(IdProposal.Propose(text, _ => false));

    [Fact]
    public void An_id_that_is_taken_gets_a_number() =>
        Assert.Equal("opening-hours-3", IdProposal.Propose("Opening hours", id => id is "opening-hours" or "opening-hours-2"));

    [Fact]
    public void An_id_has_at_most_48_characters_also_with_a_number()
    {
        Assert.Equal(48, IdProposal.Propose(new string('a', 60), _ => false)!.Length);
        Assert.Equal(new string('a', 46) + "-2", IdProposal.Propose(new string('a', 60), id => !id.EndsWith("-2", StringComparison.Ordinal)));
    }
}
