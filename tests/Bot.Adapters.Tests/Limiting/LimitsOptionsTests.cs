using Bot.Adapters.Limiting;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Adapters.Tests.Limiting;

public sealed class LimitsOptionsTests
{
    [Fact]
    public void What_is_left_out_or_empty_has_its_default()
    {
        var options = new LimitsOptions { PerUser = "", PerChat = null!, AtOnce = " " };

        Assert.Equal(("20", "60", "200"), (options.PerUser, options.PerChat, options.AtOnce));
        Assert.Empty(options.Validate());
    }

    [Theory]
    [InlineData("many")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1000001")]
    [InlineData("99999999999999999999")]
    public void What_is_no_number_is_named_with_its_key(string value)
    {
        string Problem(string key) => $"Limits:{key} is '{value}'; set it to a whole number, or to 0 for no limit, or leave it out";

        Assert.Equal(
            [Problem("PerUser"), Problem("PerChat"), Problem("AtOnce")],
            new LimitsOptions { PerUser = value, PerChat = value, AtOnce = value }.Validate());
    }

    [Fact]
    public void The_numbers_are_the_limits_and_0_is_none()
    {
        using var limits = new LimitsOptions { PerUser = "0", PerChat = " 1 ", AtOnce = "0" }.Create(new FakeTimeProvider());
        using var off = new LimitsOptions { PerUser = "0", PerChat = "0", AtOnce = "0" }.Create(new FakeTimeProvider());

        Assert.Equal((true, false), (limits.IsEnabled, off.IsEnabled));
        Assert.True(limits.Admit("T", 1, 9).IsAdmitted);
        Assert.Equal(AdmissionResult.Rejected, limits.Admit("T", 1, 9).Result);
    }
}
