using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>Nothing is asked of Discord before it can be answered.</summary>
public sealed class PreparationTests : ControlledTest
{
    [Fact]
    public async Task A_search_that_takes_5_seconds_to_build_holds_up_Identify_and_costs_no_answer()
    {
        var preparation = TimeSpan.FromSeconds(5);
        Start(waitForSearch: cancellation => Task.Delay(preparation, Time, cancellation));
        await Time.WaitForAsync(preparation, Deadline);
        Time.Advance(preparation - TimeSpan.FromMilliseconds(1));

        Assert.Empty(Server.Connections);
        Assert.False(Health.State.IsWorking);
        Time.Advance(TimeSpan.FromMilliseconds(1));

        await Server.WaitForReadyAsync(1, Deadline);
        await Server.WaitForCommandsAsync(Deadline);
        var asked = Enumerable.Range(0, 50).Select(_ => Channel.Run(Ann, "about")).ToList();
        foreach (var interaction in asked)
        {
            Assert.Equal("About this bot", Title(await interaction.MessageAsync(Deadline)));
        }

        Assert.True(Health.State.IsWorking);
    }
}
