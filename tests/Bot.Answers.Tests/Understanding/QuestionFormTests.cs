using Bot.Answers.Reading;

namespace Bot.Answers.Tests.Understanding;

public sealed class QuestionFormTests
{
    [Theory]
    [InlineData("who said it")]
    [InlineData("and how long did it last")]
    [InlineData("did they agree")]
    [InlineData("and from the US?")]
    [InlineData("а от штатов кто?")]
    [InlineData("когда они прилетели")]
    [InlineData("чи домовилися вони")]
    [InlineData("烏克蘭有份嗎")]
    [InlineData("那乌克兰呢")]
    [InlineData("談了多久")]
    public void It_is_a_question(string text)
    {
        Assert.True(QuestionForm.IsQuestion(text));
    }

    [Theory]
    [InlineData("So that is who said it")]
    [InlineData("Putin will never agree")]
    [InlineData("лол вот кто это сказал")]
    [InlineData("та ну, не вірю")]
    [InlineData("原來如此")]
    [InlineData("")]
    public void It_is_talk_about_an_answer(string text)
    {
        Assert.False(QuestionForm.IsQuestion(text));
    }

    [Theory]
    [InlineData("When did they meet?", true)]
    [InlineData("They met in Dubai, right?", false)]
    [InlineData("会谈开了两天，对吗", false)]
    [InlineData("会谈开了多久", true)]
    [InlineData("що вони вирішили", true)]
    [InlineData("зустріч була у Стамбулі, так?", false)]
    public void A_question_asks_for_something_or_whether_something_is_so(string text, bool asksForValue)
    {
        Assert.Equal(asksForValue, QuestionForm.AsksForValue(text));
    }

    [Theory]
    [InlineData("Ukraine was not invited", true)]
    [InlineData("烏克蘭沒有受邀", true)]
    [InlineData("Украину пригласили", false)]
    public void A_text_denies_something_or_not(string text, bool denies)
    {
        Assert.Equal(denies, QuestionForm.Denies(text));
    }
}
