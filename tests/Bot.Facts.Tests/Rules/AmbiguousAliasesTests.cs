namespace Bot.Facts.Tests.Rules;

public sealed class AmbiguousAliasesTests
{
    [Theory]
    [InlineData("Trump", "15")]
    [InlineData("TRUMP", "15")]
    [InlineData("川普", "15")]
    [InlineData("Donald J. Trump", "15")]
    [InlineData("дональд трамп", "15")]
    public void A_spelling_means_one_party(string alias, string column)
    {
        Assert.Equal(
            [$"names/people.yaml:19:{column}: '{alias}' means both 'trump' and 'putin'; keep it on one of them"],
            new SmallBase().Append("names/people.yaml", $"    aliases: [{alias}]\n").Problems());
    }

    [Fact]
    public void A_name_of_another_file_counts_too()
    {
        Assert.Equal(
            ["names/places.yaml:4:17: 'Putin' means both 'putin' and 'us'; keep it on one of them"],
            new SmallBase().Change("names/places.yaml", "en: United States", "en: Putin").Problems());
    }

    [Fact]
    public void A_party_may_repeat_its_own_spelling()
    {
        Assert.Empty(new SmallBase().Change("names/people.yaml", "aliases: [Donald J. Trump]", "aliases: [Trump, 川普]").Problems());
    }
}
