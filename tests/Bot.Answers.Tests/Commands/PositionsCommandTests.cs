using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Commands;

public sealed class PositionsCommandTests
{
    public static TheoryData<string, string> Topics =>
    [
        .. ((string[])["nato", "territory", "elections", "guarantees", "seat", "ambassadors", "resources"])
            .SelectMany(topic => Languages.Tags.Select(language => (topic, language))),
    ];

    [Theory]
    [MemberData(nameof(Topics))]
    public void Every_topic_shows_the_three_sides_in_one_order(string id, string language)
    {
        var topic = SampleBase.Facts.FindTopic(id)!;
        var locale = Locales.FromTag(language);
        var answer = SampleBase.Ask("/positions " + topic.Name[locale], language);
        string[] sides = [.. ((string[])["us", "russia", "ukraine"]).Select(s => SampleBase.Facts.FindParty(s)!.Name[locale])];

        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Equal(topic.Name[locale], answer.Title);
        Assert.Equal(sides, answer.Headings().Take(3));
        Assert.NotEmpty(answer.Facts);
        Assert.All(answer.Ids(), fact => Assert.Contains(topic, SampleBase.Facts.FindFact(fact)!.Topics));
        Assert.All(answer.Sections, side => Assert.NotEqual(side.Facts.IsEmpty, side.Paragraphs.IsEmpty));
    }

    [Fact]
    public void Without_a_topic_the_seven_are_offered()
    {
        Assert.Equal(
            ["nato", "territory", "elections", "guarantees", "seat", "ambassadors", "resources"],
            SampleBase.Ask("/positions").FollowUps.Select(f => f.Request.Arguments));
    }

    [Fact]
    public void A_misspelt_topic_is_said_to_be_none_before_those_that_are_like_it()
    {
        var answer = SampleBase.Ask("/positions territries");

        Assert.Equal((Outcome.Suggested, "The base does not say"), (answer.Outcome, answer.Title));
        Assert.Equal("The base has no positions on that. It has some on:", answer.Prose());
        Assert.Equal(["territory"], answer.FollowUps.Select(f => f.Request.Arguments));
    }

    [Fact]
    public void A_topic_that_the_base_lacks_is_not_made_up()
    {
        var answer = SampleBase.Ask("/positions chess");

        Assert.Equal(Outcome.Unknown, answer.Outcome);
        Assert.Equal(7, answer.FollowUps.Length);
    }
}
