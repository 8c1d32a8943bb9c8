namespace Bot.Facts.Tests.Rules;

public sealed class ForbiddenAliasesTests
{
    [Fact]
    public void The_typing_error_is_nobodys_alias()
    {
        Assert.Equal(
            ["names/people.yaml:10:32: '俄朗普' must never be an alias; remove it: base.yaml lists it under forbidden-aliases"],
            new SmallBase().Change("names/people.yaml", "[Donald J. Trump]", "[Donald J. Trump, 俄朗普]").Problems());
    }

    [Fact]
    public void It_is_nobodys_name_either()
    {
        Assert.Equal(
            ["names/people.yaml:9:36: '俄朗普' must never be an alias; remove it: base.yaml lists it under forbidden-aliases"],
            new SmallBase().Change("names/people.yaml", "short: 川普", "short: 俄朗普").Problems());
    }
}
