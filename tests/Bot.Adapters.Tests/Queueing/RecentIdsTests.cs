using Bot.Adapters.Queueing;

namespace Bot.Adapters.Tests.Queueing;

public sealed class RecentIdsTests
{
    [Fact]
    public void An_id_is_new_once()
    {
        var seen = new RecentIds<int>(3);

        Assert.False(seen.Contains(5));
        Assert.True(seen.Add(5));
        Assert.True(seen.Contains(5));
        Assert.False(seen.Add(5));
    }

    [Fact]
    public void Beyond_its_capacity_it_forgets_the_oldest_whatever_the_numbers()
    {
        var seen = new RecentIds<int>(3);
        foreach (var id in (int[])[900, 5, 70])
        {
            Assert.True(seen.Add(id));
        }

        // Seen again, an id is no younger.
        Assert.False(seen.Add(900));
        Assert.True(seen.Add(1));

        Assert.Equal([false, true, true, true], ((int[])[900, 5, 70, 1]).Select(seen.Contains));
        Assert.True(seen.Add(900));
        Assert.Equal([true, false, true, true], ((int[])[900, 5, 70, 1]).Select(seen.Contains));
    }
}
