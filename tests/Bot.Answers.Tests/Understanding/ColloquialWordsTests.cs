using Bot.Answers.Typing;

namespace Bot.Answers.Tests.Understanding;

public sealed class ColloquialWordsTests
{
    [Theory]
    [InlineData("how many hrs did they yap, u know?", "how many hours did they talk, you know?")]
    [InlineData("Wat was HASHED OUT", "what was agreed")]
    [InlineData("did the ukr gov answer", "did the ukraine government answer")]
    [InlineData("чё за созвон, скока длился?", "что за звонок, сколько длился?")]
    [InlineData("шо казали, скіки балакали", "що казали, скільки говорили")]
    [InlineData("佢哋喺邊度傾咗幾多個鐘", "他們在哪裡談了幾個小時")]
    [InlineData("两国的关系为啥变了", "两国的关系为什么变了")]
    public void Colloquial_words_become_those_that_texts_use(string text, string expected) => Assert.Equal(expected, ColloquialWords.Default.Replace(text));

    [Theory]
    [InlineData("")]
    [InlineData("When did the talks begin?")]
    [InlineData("unique hrsx ring-fenced 2025")]
    [InlineData("兩國的關係")]
    [InlineData("🙂 …")]
    public void A_text_without_any_stays_the_same_instance(string text) => Assert.Same(text, ColloquialWords.Default.Replace(text));
}
