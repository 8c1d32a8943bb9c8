using Bot.Answers.Texts;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Texts;

public sealed class PluralRulesTests
{
    [Theory]
    [InlineData(0, "many")]
    [InlineData(1, "one")]
    [InlineData(2, "few")]
    [InlineData(4, "few")]
    [InlineData(5, "many")]
    [InlineData(11, "many")]
    [InlineData(12, "many")]
    [InlineData(14, "many")]
    [InlineData(21, "one")]
    [InlineData(22, "few")]
    [InlineData(25, "many")]
    [InlineData(101, "one")]
    [InlineData(111, "many")]
    [InlineData(112, "many")]
    [InlineData(122, "few")]
    public void Russian_and_Ukrainian_have_three_forms(int number, string category)
    {
        Assert.Equal(category, PluralRules.Category(Language.Russian, number));
        Assert.Equal(category, PluralRules.Category(Language.Ukrainian, number));
    }

    [Theory]
    [InlineData(0, "other")]
    [InlineData(1, "one")]
    [InlineData(2, "other")]
    [InlineData(21, "other")]
    public void English_has_two(int number, string category)
    {
        Assert.Equal(category, PluralRules.Category(Language.English, number));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Chinese_has_one(int number)
    {
        Assert.Equal("other", PluralRules.Category(Language.TraditionalChinese, number));
        Assert.Equal("other", PluralRules.Category(Language.SimplifiedChinese, number));
    }

    [Theory]
    [InlineData(Language.Russian, 1, "1 факт")]
    [InlineData(Language.Russian, 22, "22 факта")]
    [InlineData(Language.Russian, 11, "11 фактов")]
    [InlineData(Language.Ukrainian, 21, "21 факт")]
    [InlineData(Language.Ukrainian, 2, "2 факти")]
    [InlineData(Language.Ukrainian, 25, "25 фактів")]
    [InlineData(Language.English, 1, "1 fact")]
    [InlineData(Language.English, 5, "5 facts")]
    public void A_count_takes_the_form_of_its_number(Language language, int number, string count)
    {
        Assert.Equal(count, UiTexts.In(language).Count("Facts", number));
    }
}
