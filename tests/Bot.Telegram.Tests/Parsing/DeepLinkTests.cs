using Bot.Answers.Model;
using Bot.Telegram.Parsing;

namespace Bot.Telegram.Tests.Parsing;

public sealed class DeepLinkTests
{
    [Theory]
    [InlineData("", "start", "")]
    [InlineData("help", "help", "")]
    [InlineData("who_lavrov", "who", "lavrov")]
    [InlineData("WHO_lavrov", "who", "lavrov")]
    [InlineData("fact_riyadh-talks-duration", "fact", "riyadh-talks-duration")]
    [InlineData("source_14", "source", "14")]
    [InlineData("timeline_2025-02-12", "timeline", "2025-02-12")]
    [InlineData("timeline_2025-02-12_trump_nato", "timeline", "2025-02-12 trump nato")]
    [InlineData("_", "start", "")]
    [InlineData("campaign-7", "campaign-7", "")]
    public void A_links_payload_is_a_command_and_its_words(string payload, string command, string words)
    {
        Assert.Equal(new Request(command, words, "uk"), DeepLink.Read(payload, "uk"));
    }

    [Theory]
    [InlineData("who_lavrov", Outcome.Answered)]
    [InlineData("fact_riyadh-talks-duration", Outcome.Answered)]
    [InlineData("source_14", Outcome.Answered)]
    [InlineData("timeline_2025-02-12", Outcome.Answered)]
    [InlineData("", Outcome.Answered)]
    public void A_link_is_answered(string payload, Outcome outcome)
    {
        Assert.Equal(outcome, SampleBase.Answerer.Answer(DeepLink.Read(payload, "ru")).Outcome);
    }

    [Fact]
    public void What_somebody_typed_as_a_payload_is_no_longer_than_any_request()
    {
        Assert.Equal(RequestError.TooLong, DeepLink.Read("ask_" + new string('a', 1000), "en").Error);
    }
}
