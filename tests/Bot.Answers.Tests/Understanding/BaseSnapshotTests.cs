using Bot.Answers.Understanding;

namespace Bot.Answers.Tests.Understanding;

public sealed class BaseSnapshotTests
{
    [Fact]
    public async Task What_is_prepared_leaves_nothing_to_the_first_answer()
    {
        var snapshot = new BaseSnapshot(SampleBase.Facts);
        Assert.False(snapshot.IsPrepared);

        await snapshot.PrepareAsync();

        Assert.True(snapshot.IsPrepared);
    }
}
