using Bot.Answers.Model;

namespace Bot.Answers.Tests.Commands;

public sealed class WhoCommandTests
{
    [Theory]
    [InlineData("en", "Ratcliffe", "Director of the Central Intelligence Agency", "Side: United States")]
    [InlineData("zh-Hant", "拉特克利夫", "中央情報局局長", "美國")]
    [InlineData("zh-Hans", "拉特克利夫", "中央情报局局长", "美国")]
    [InlineData("ru", "Рэтклифф", "директор Центрального разведывательного управления", "США")]
    [InlineData("uk", "Реткліфф", "директор Центрального розвідувального управління", "США")]
    public void Role_and_side_are_told(string language, string name, string role, string side)
    {
        var prose = SampleBase.Ask("/who " + name, language).Prose();

        Assert.Contains(role, prose, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(side, prose, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_somebody_said_stands_before_what_mentions_them()
    {
        var answer = SampleBase.Ask("/who Lavrov");

        Assert.Equal(["Said or did", "Mentioned in"], answer.Headings());
        Assert.All(answer.Sections[1].Facts, f => Assert.Contains("lavrov", SampleBase.Facts.FindFact(f.Id)!.By.Select(p => p.Id)));
        Assert.All(answer.Sections[2].Facts, f => Assert.Contains("lavrov", SampleBase.Facts.FindFact(f.Id)!.About.Select(p => p.Id)));
    }

    [Theory]
    [InlineData("Lavrox", "lavrov")]
    [InlineData("Zelenksy", "zelensky")]
    [InlineData("Лавпов", "lavrov")]
    public void A_near_miss_suggests(string name, string id)
    {
        var answer = SampleBase.Ask("/who " + name);

        Assert.Equal(Outcome.Suggested, answer.Outcome);
        Assert.Equal(new Request("who", id, "en"), answer.FollowUps[0].Request);
    }

    [Theory]
    [InlineData("/who Napoleon", Outcome.Unknown)]
    [InlineData("/who", Outcome.Invalid)]
    [InlineData("/who Lavrov and Rubio", Outcome.Suggested)]
    public void Nobody_is_made_up(string text, Outcome outcome)
    {
        Assert.Equal(outcome, SampleBase.Ask(text).Outcome);
        Assert.Empty(SampleBase.Ask(text).Facts);
    }

    [Fact]
    public void The_articles_typing_error_is_nobody()
    {
        Assert.NotEqual(Outcome.Answered, SampleBase.Ask("/who 俄朗普", "zh-Hant").Outcome);
    }
}
