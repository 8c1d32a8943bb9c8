using Bot.Facts.Model;

namespace Bot.Facts.Tests.Model;

public sealed class ReleaseNameTests
{
    [Theory]
    [InlineData("2026-11-29")]
    [InlineData("2026-11-29-2")]
    [InlineData("2026-11-29-10")]
    public void A_name_is_read_as_it_is_written(string name) => Assert.Equal(name, ReleaseName.Parse(name)!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("2026-11")]
    [InlineData("2026-11-31")]
    [InlineData("2026-11-29-")]
    [InlineData("2026-11-29-0")]
    [InlineData("2026-11-29-1")]
    [InlineData("2026-11-29-02")]
    [InlineData("2026-11-29--2")]
    [InlineData("2026-11-29-2a")]
    [InlineData("2026-11-29 2")]
    [InlineData("2026-11-29-99999999999")]
    [InlineData("last")]
    public void Any_other_name_is_none(string name) => Assert.Null(ReleaseName.Parse(name));

    [Fact]
    public void Names_are_ordered_by_day_and_number()
    {
        string[] names = ["2026-11-28", "2026-11-29", "2026-11-29-2", "2026-11-29-10", "2026-12-01"];

        Assert.Equal(names, names.Order(StringComparer.Ordinal).Select(n => ReleaseName.Parse(n)!).Order().Select(n => n.ToString()));
    }
}
