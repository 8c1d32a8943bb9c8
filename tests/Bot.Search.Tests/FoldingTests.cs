using Bot.Search.Text;

namespace Bot.Search.Tests;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Зеленський", "зеленськии")]
    [InlineData("ZÉLENSKY", "zelensky")]
    [InlineData("Zele\u0301nsky", "zelensky")]
    [InlineData("澤連斯基", "泽连斯基")]
    [InlineData("ＮＡＴＯ！", "nato")]
    [InlineData("п’ять", "пять")]
    [InlineData("п'ять", "пять")]
    [InlineData("Переговорщик Ёлкин", "переговорщик елкин")]
    [InlineData("Київ", "киів")]
    [InlineData("Ки\u0456\u0308в", "киів")]
    [InlineData("ґрунт", "грунт")]
    [InlineData("  a \t b  ", "a b")]
    [InlineData("ready-made, or not?", "ready made or not")]
    [InlineData("２０２５年２月", "2025年2月")]
    [InlineData("\ud800x", "x")]
    [InlineData("Lav\u00adrov\u200b\u202e", "lavrov")]
    [InlineData("PUTİN İstanbul", "putin istanbul")]
    [InlineData("п′ять пʹять п＇ять п‛ять", "пять пять пять пять")]
    [InlineData("Lav\u061crov\ufe0f", "lavrov")]
    [InlineData("\uf90f\u2f49", "罗月")]
    [InlineData("<b>Lavrov</b>", "b lavrov b")]
    [InlineData("🙂", "")]
    [InlineData("", "")]
    public void Spellings_of_one_word_become_alike(string text, string folded)
    {
        Assert.Equal(folded, Folding.Fold(text));
    }

    [Fact]
    public void A_folded_text_folds_to_itself()
    {
        Assert.All(Enumerable.Range(0, char.MaxValue + 1), c =>
        {
            var folded = Folding.Fold(((char)c).ToString());
            Assert.Equal(folded, Folding.Fold(folded));
        });
    }

    [Fact]
    public void Folding_never_makes_a_text_longer_and_stops_where_the_room_ends()
    {
        Span<char> room = stackalloc char[3];

        Assert.Equal(3, Folding.Fold("Lavrov", room));
        Assert.Equal("lav", room.ToString());
        Assert.Equal(0, Folding.Fold("Lavrov", []));
    }

    [Fact]
    public void A_text_longer_than_the_stack_takes_is_folded_too()
    {
        Assert.Equal(new string('a', 10_000), Folding.Fold(new string('Á', 10_000)));
    }

    [Theory]
    [InlineData('澤', true, false)]
    [InlineData('泽', false, true)]
    [InlineData('人', false, false)]
    [InlineData('a', false, false)]
    [InlineData('Á', false, false)]
    public void Characters_tell_whether_they_are_traditional_or_simplified(char c, bool isTraditional, bool isSimplified)
    {
        Assert.Equal(isTraditional, Folding.IsTraditionalOnly(c));
        Assert.Equal(isSimplified, Folding.IsSimplifiedForm(c));
    }
}
