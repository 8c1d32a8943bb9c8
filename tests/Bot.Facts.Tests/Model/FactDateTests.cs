using Bot.Facts.Model;

namespace Bot.Facts.Tests.Model;

public sealed class FactDateTests
{
    [Theory]
    [InlineData("2025-02-12", DatePrecision.Day, "2025-02-12", "2025-02-12")]
    [InlineData("2024-02-29", DatePrecision.Day, "2024-02-29", "2024-02-29")]
    [InlineData("2025-02-17 to 2025-02-18", DatePrecision.Range, "2025-02-17", "2025-02-18")]
    [InlineData("2025-02", DatePrecision.Month, "2025-02-01", "2025-02-28")]
    [InlineData("2024-02", DatePrecision.Month, "2024-02-01", "2024-02-29")]
    [InlineData("2022", DatePrecision.Year, "2022-01-01", "2022-12-31")]
    [InlineData("before 2025-02-12", DatePrecision.Before, "0001-01-01", "2025-02-11")]
    [InlineData("from 2025-01-20", DatePrecision.From, "2025-01-20", "9999-12-31")]
    public void Every_form_is_read_and_written_again(string text, DatePrecision precision, string first, string last)
    {
        Assert.True(FactDate.TryParse(text, out var when));
        Assert.Equal(new FactDate(precision, DateOnly.ParseExact(first, "yyyy-MM-dd"), DateOnly.ParseExact(last, "yyyy-MM-dd")), when);
        Assert.Equal(text, when.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("12 Feb 2025")]
    [InlineData("2025-2-12")]
    [InlineData("2025/02/12")]
    [InlineData("２０２５")]
    [InlineData("2025-02-29")]
    [InlineData("2025-02-30")]
    [InlineData("2025-04-31")]
    [InlineData("2025-13")]
    [InlineData("2025-00")]
    [InlineData("0000")]
    [InlineData("25")]
    [InlineData(" 2025")]
    [InlineData("2025-02-12 ")]
    [InlineData("before")]
    [InlineData("before 2025")]
    [InlineData("before 0001-01-01")]
    [InlineData("Before 2025-02-12")]
    [InlineData("from 2025-01")]
    [InlineData("2025-02-17 to")]
    [InlineData("2025-02-17 to 2025-02-17")]
    [InlineData("2025-02-18 to 2025-02-17")]
    [InlineData("2025-02 to 2025-03")]
    [InlineData("2025-02-17 to 2025-02-18 to 2025-02-19")]
    [InlineData("2025-02-17–2025-02-18")]
    public void Everything_else_is_no_date(string text) => Assert.False(FactDate.TryParse(text, out _));

    [Fact]
    public void A_range_of_one_day_is_that_day()
    {
        var day = new DateOnly(2025, 2, 12);
        Assert.Equal(FactDate.Day(day), FactDate.Range(day, day));
    }

    [Fact]
    public void They_are_ordered_by_their_first_day_and_of_those_that_begin_on_it_the_shorter_come_first()
    {
        string[] inOrder =
        [
            "2022", "2022-09-20", "2022-09-20 to 2025-02-18", "before 2025-01-20", "2025-01-20", "from 2025-01-20", "2025-02-01", "2025-02",
            "before 2025-02-12", "2025-02-12", "2025-02-12 to 2025-02-13", "2025-02-12 to 2025-02-15", "2025-02-18",
        ];
        Assert.Equal(inOrder, inOrder.Reverse().Select(Parse).Order().Select(w => w.ToString()));
    }

    [Fact]
    public void The_operators_compare_as_the_order_does()
    {
        var (early, late) = (Parse("2025-02-12"), Parse("2025-02-15"));
        Assert.True(early < late && early <= late && late > early && late >= early);
        Assert.False(early > late || early >= late || late < early || late <= early);
        Assert.Equal(0, early.CompareTo(Parse("2025-02-12")));
    }

    [Theory]
    [InlineData("2025-02-12", "2025-02-12", true)]
    [InlineData("2025-02-12", "2025-02-13", false)]
    [InlineData("2025-02-17 to 2025-02-18", "2025-02-18", true)]
    [InlineData("2025-02-17 to 2025-02-18", "2025-02-19", false)]
    [InlineData("2025-02", "2025-02-28", true)]
    [InlineData("2025-02", "2025-03-01", false)]
    [InlineData("2025", "2025-02", true)]
    [InlineData("before 2025-02-12", "2025-02-11", true)]
    [InlineData("before 2025-02-12", "2025-02-12", false)]
    [InlineData("from 2025-01-20", "2025-01-20", true)]
    [InlineData("from 2025-01-20", "2025-01-19", false)]
    [InlineData("before 2025-02-12", "from 2025-02-12", false)]
    [InlineData("before 2025-02-13", "from 2025-02-12", true)]
    public void Two_overlap_when_a_day_may_be_meant_by_both(string one, string other, bool overlap)
    {
        Assert.Equal(overlap, Parse(one).Overlaps(Parse(other)));
        Assert.Equal(overlap, Parse(other).Overlaps(Parse(one)));
    }

    private static FactDate Parse(string text) => FactDate.TryParse(text, out var when) ? when : throw new FormatException(text);
}
