using Bot.Answers.Aspects;
using Bot.Search.Text;

namespace Bot.Answers.Tests.Understanding;

public sealed class AspectWordsTests
{
    [Theory]
    [InlineData("How many hours did they talk?", Aspect.HowLong)]
    [InlineData("How many drones were there?", Aspect.HowMany)]
    [InlineData("At what time did the call begin?", Aspect.Hour)]
    [InlineData("幾點開始會談", Aspect.Hour)]
    [InlineData("Во сколько начался звонок", Aspect.Hour)]
    [InlineData("О котрій почалася розмова", Aspect.Hour)]
    [InlineData("Which hotel were they in", Aspect.Venue)]
    [InlineData("住哪家酒店", Aspect.Venue)]
    [InlineData("В каком отеле жили", Aspect.Venue)]
    [InlineData("У якому готелі жили", Aspect.Venue)]
    [InlineData("List all 26 states", Aspect.Names)]
    [InlineData("列出26个国家", Aspect.Names)]
    [InlineData("Перечислите 26 государств", Aspect.Names)]
    [InlineData("Перелічіть 26 держав", Aspect.Names)]
    [InlineData("What was on the menu", Aspect.Trivia)]
    [InlineData("午餐吃了啥", Aspect.Trivia)]
    [InlineData("Какой был галстук", Aspect.Trivia)]
    [InlineData("Яка була краватка", Aspect.Trivia)]
    public void The_longest_words_at_a_place_tell_what_is_asked(string question, object expected) =>
        Assert.Equal((Aspect)expected, AspectWords.Default.Find(Folding.Fold(question)));
}
