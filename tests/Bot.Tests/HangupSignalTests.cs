using Bot.Hosting;

namespace Bot.Tests;

public sealed class HangupSignalTests
{
    [Theory]
    [InlineData("0000000000000001", true)]
    [InlineData("0000000000001007", true)]
    [InlineData("0000000000001000", false)]
    [InlineData("0000000000000006", false)]
    public void The_mask_of_ignored_signals_tells_whether_a_hangup_is_ignored(string mask, bool isIgnored)
    {
        Assert.Equal(isIgnored, HangupSignal.IsIgnored(["Name:\tBot", "SigBlk:\tffffffffffffffff", "SigIgn:\t" + mask, "SigCgt:\tffffffffffffffff"]));
    }

    [Fact]
    public void A_system_that_does_not_tell_ignores_nothing()
    {
        Assert.False(HangupSignal.IsIgnored([]));
    }
}
