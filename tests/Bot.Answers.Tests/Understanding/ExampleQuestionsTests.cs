using Bot.Answers.Typing;
using Bot.Answers.Understanding;
using Bot.Search.Text;

namespace Bot.Answers.Tests.Understanding;

public sealed class ExampleQuestionsTests
{
    private static readonly ExampleQuestions s_examples = new(OtherBase.Bare, FoldedQuestions.Of(OtherBase.Bare));

    [Theory]
    [InlineData("When did the harbour open?", "f-opened")]
    [InlineData("when did the HARBOUR open", "f-opened")]
    [InlineData("When did the harbour open again?", null)]
    [InlineData("Коли відкрився порт", "f-opened")]
    [InlineData("", null)]
    public void A_question_is_found_whatever_its_letter_case_and_punctuation(string question, string? fact)
    {
        Assert.Equal(fact, s_examples.Find(question)?.Id);
    }

    [Fact]
    public void Every_example_of_a_base_is_found()
    {
        var examples = new ExampleQuestions(SampleBase.Facts, FoldedQuestions.Of(SampleBase.Facts));

        Assert.All(SampleBase.Facts.Facts, fact => Assert.All(
            fact.Questions.SelectMany(q => q), question => Assert.Contains(Folding.Fold(question), examples.Find(question)!.Questions.SelectMany(q => q).Select(Folding.Fold))));
    }
}
