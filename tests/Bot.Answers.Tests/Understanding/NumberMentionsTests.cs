using Bot.Answers.Reading;
using Bot.Answers.Typing;
using Bot.Search.Text;

namespace Bot.Answers.Tests.Understanding;

public sealed class NumberMentionsTests
{
    [Theory]
    [InlineData("Who led the second round in 2026?", new[] { 2, 2026 })]
    [InlineData("the 28-point plan, 3rd version", new[] { 28, 3 })]
    [InlineData("Кто был на третьем раунде 18 февраля?", new[] { 3, 18 })]
    [InlineData("Хто очолював другий раунд?", new[] { 2 })]
    [InlineData("第三輪28點", new[] { 3, 28 })]
    [InlineData("第十二輪", new[] { 12 })]
    [InlineData("третье совещание", new[] { 3 })]
    [InlineData("the first call", new int[0])]
    [InlineData("第一轮", new int[0])]
    [InlineData("друзья, вторник", new int[0])]
    [InlineData("", new int[0])]
    public void It_reads_numbers_in_digits_and_ordinals_from_the_second_on(string text, int[] expected)
    {
        Span<int> numbers = stackalloc int[NumberMentions.MaxNumbers];

        Assert.Equal(expected, numbers[..NumberMentions.Read(Folding.Fold(text), numbers)].ToArray());
    }

    [Fact]
    public void It_reads_no_more_than_there_is_room_for()
    {
        Span<int> numbers = stackalloc int[2];

        Assert.Equal(2, NumberMentions.Read("1 2 3 4", numbers));
    }

    [Fact]
    public void A_fact_has_the_numbers_of_its_texts_in_every_language_and_of_its_day()
    {
        var mentions = new NumberMentions(SampleBase.Facts, FoldedQuestions.Of(SampleBase.Facts));
        var call = SampleBase.Facts.Facts.Select((f, i) => (f.Id, i)).Single(f => f.Id == "trump-putin-call-held").i;

        Assert.Equal(0, mentions.CountMissing([12, 2, 2025], call));
        Assert.Equal(2, mentions.CountMissing([12, 28, 2026], call));
    }
}
