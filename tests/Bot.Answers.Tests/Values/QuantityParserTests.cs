using Bot.Answers.Values;

namespace Bot.Answers.Tests.Values;

public sealed class QuantityParserTests
{
    [Theory]
    [InlineData("about 4.5 hours", 270)]
    [InlineData("four and a half hours", 270)]
    [InlineData("nearly an hour and a half", 90)]
    [InlineData("half an hour", 30)]
    [InlineData("90 minutes", 90)]
    [InlineData("около 4,5 часа", 270)]
    [InlineData("четыре с половиной часа", 270)]
    [InlineData("полтора часа", 90)]
    [InlineData("близько 4,5 години", 270)]
    [InlineData("пів години", 30)]
    [InlineData("два дні", 2880)]
    [InlineData("約4.5小時", 270)]
    [InlineData("四個半小時", 270)]
    [InlineData("近一個半小時", 90)]
    [InlineData("三個多小時", 180)]
    public void A_length_of_time_is_read_in_minutes(string text, double minutes)
    {
        var quantity = Assert.Single(QuantityParser.FindAll(text));

        Assert.Equal((Unit.Minutes, minutes), (quantity.Unit, quantity.Value));
    }

    [Theory]
    [InlineData("some 100,000 people in Slovakia", 100_000)]
    [InlineData("10 тисяч", 10_000)]
    [InlineData("a crowd of 2 million", 2_000_000)]
    [InlineData("十万", 100_000)]
    public void A_large_number_is_a_count(string text, double count)
    {
        Assert.Contains(QuantityParser.FindAll(text), q => q.Unit == Unit.Many && q.Value == count);
    }

    [Theory]
    [InlineData("in 2025")]
    [InlineData("on 12 February 2025")]
    [InlineData("2025年2月18日")]
    [InlineData("the G7 and the US")]
    public void A_date_or_a_name_is_no_quantity(string text)
    {
        Assert.Empty(QuantityParser.FindAll(text));
    }
}
