namespace Bot.Facts.Tests;

public sealed class SmallBaseTests
{
    [Fact]
    public void The_small_base_is_valid() => Assert.Empty(new SmallBase().Problems());
}
