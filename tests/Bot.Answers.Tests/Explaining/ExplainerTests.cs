using Bot.Answers.Explaining;
using Bot.Answers.Model;

namespace Bot.Answers.Tests.Explaining;

public sealed class ExplainerTests
{
    private readonly Answerer _answerer = new(OpeningHours.Facts);

    [Fact]
    public void An_answered_question_names_its_fact_and_the_example_that_is_most_like_it()
    {
        var explained = _answerer.Explain("Do the children pay?", "en");

        Assert.Equal((Outcome.Answered, "en"), (explained.Outcome, explained.Language));
        Assert.Equal("price-children", explained.Candidates[0].Fact);
        Assert.Equal("Do children pay?", explained.Candidates[0].Example);
        Assert.Equal("price-children", explained.Shown[0]);
        Assert.Equal(explained.Confidence, explained.Candidates[0].Confidence);
        Assert.InRange(explained.Candidates.Length, 1, 5);
        Assert.Contains("coverage", explained.Candidates[0].Signals.Select(s => s.Name));
    }

    [Fact]
    public void A_blocked_question_names_the_subject_out_of_scope_that_blocks_it()
    {
        var explained = _answerer.Explain("What can I buy in the shop of the museum?", "en");

        Assert.Equal(Outcome.Unknown, explained.Outcome);
        Assert.Equal(("shop", "What can I buy in the museum shop?"), (explained.Subject!.Id, explained.Subject.Example));
        Assert.True(explained.Subject.IsBetter);
    }

    [Fact]
    public void A_name_that_was_read_is_given_as_it_was_written()
    {
        var explained = new Answerer(SampleBase.Facts).Explain("Did Mr Peskov say how long the Trump-Putin call lasted?", "en");

        Assert.Contains(new ReadName("Peskov", "peskov", IsOfFirst: true), explained.Names);
    }

    [Fact]
    public void The_outcome_is_that_of_the_answer_that_readers_get()
    {
        Assert.Equal(Outcome.Talk, _answerer.Explain("Hello!", "en").Outcome);
        Assert.Equal(Outcome.Unknown, _answerer.Explain("xyzzy plugh", "en").Outcome);
        Assert.Empty(_answerer.Explain("xyzzy plugh", "en").Candidates);
    }
}
