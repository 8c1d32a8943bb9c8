namespace Bot.Search.Tests;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Зеленський", "зеленськии")]
    [InlineData("ZÉLENSKY", "zelensky")]
    [InlineData("澤連斯基", "泽连斯基")]
    [InlineData("ＮＡＴＯ！", "nato")]
    [InlineData("п’ять", "пять")]
    [InlineData("  a \t b  ", "a b")]
    [InlineData("\ud800x", "x")]
    public void Spellings_of_one_word_become_alike(string text, string folded)
    {
        Assert.Equal(folded, Folding.Fold(text));
    }
}
