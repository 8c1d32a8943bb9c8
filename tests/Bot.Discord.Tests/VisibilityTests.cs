using Bot.Adapters.Pipeline;
using Bot.Answers.Model;
using Bot.Discord.Wire;

namespace Bot.Discord.Tests;

/// <summary>Who sees which answer, and what the asker can show to all.</summary>
public sealed class VisibilityTests
{
    private const int Public = ResponseData.ComponentsV2;
    private const int Private = Public | ResponseData.Ephemeral;

    private readonly InteractionHandler _handler = new(Some.Services(SampleBase.Answerer));

    [Theory]
    [InlineData("ask", "question", "How long did the Riyadh talks last?", Outcome.Answered, Public, false)]
    [InlineData("ask", "question", "riyadh-talks-duration", Outcome.Answered, Public, false)]
    [InlineData("help", "command", "", Outcome.Answered, Public, false)]
    [InlineData("closest", "question", "riyadh-talks-duration !minutes", Outcome.Closest, Private, true)]
    [InlineData("ask", "question", "qwertyuiop", Outcome.Unknown, Private, false)]
    [InlineData("who", "name", "lavrof", Outcome.Suggested, Private, false)]
    [InlineData("who", "name", "lavrov lang:xx", Outcome.Invalid, Private, false)]
    [InlineData("talk", "question", "abuse", Outcome.Talk, Private, false)]
    [InlineData("talk", "question", "greeting", Outcome.Talk, Private, false)]
    public async Task Everyone_sees_what_the_base_answers_and_the_asker_alone_everything_else(string command, string option, string words, Outcome outcome, int flags, bool canBeShown)
    {
        var response = await RespondAsync(Some.Command(command, "en-US", words.Length == 0 ? [] : [(option, words)]));

        Assert.Equal(outcome, SampleBase.Answerer.Answer(Request.Parse($"/{command} {words}", "en-US")).Outcome);
        Assert.Equal((CallbackType.ChannelMessage, flags), (response.Type, response.Data!.Flags));
        Assert.Equal(canBeShown, Labels(response).Contains("Show to all"));
    }

    [Fact]
    public async Task A_private_command_is_answered_to_the_asker_alone_who_can_show_it_to_all()
    {
        var response = await RespondAsync(Some.Command("who", "uk", ("name", "Lavrov"), ("private", true)));
        Assert.Equal((CallbackType.ChannelMessage, Private), (response.Type, response.Data!.Flags));

        var shown = await PressAsync(response, "Показати всім");

        Assert.Equal((CallbackType.ChannelMessage, Public), (shown.Type, shown.Data!.Flags));
        Assert.Equal(response.Texts(), shown.Texts());
        Assert.DoesNotContain("Показати всім", Labels(shown));
    }

    [Fact]
    public async Task The_closest_facts_are_public_when_the_asker_shows_them_to_all()
    {
        var response = await RespondAsync(Some.Command("closest", "en-US", ("question", "riyadh-talks-duration")));
        var shown = await PressAsync(response, "Show to all");

        Assert.Equal((CallbackType.ChannelMessage, Public), (shown.Type, shown.Data!.Flags));
        Assert.Equal(response.Texts(), shown.Texts());
        Assert.Equal(["Details"], Labels(shown));
        Assert.Empty(Labels(await PressAsync(shown, "Details")));
    }

    [Fact]
    public async Task What_cannot_be_answered_any_more_is_not_shown_to_all()
    {
        var response = await RespondAsync(Some.Press(Some.CustomId(ButtonAction.ShowToAll, "ask", "qwertyuiop", "en"), isEphemeral: true));

        Assert.Equal((CallbackType.ChannelMessage, Private), (response.Type, response.Data!.Flags));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_that_is_replaced_keeps_its_readers(bool isPrivate)
    {
        var response = await RespondAsync(Some.Press(Some.CustomId(ButtonAction.Page, "ask", "qwertyuiop", "en"), isEphemeral: isPrivate));

        Assert.Equal((CallbackType.UpdateMessage, Public), (response.Type, response.Data!.Flags));
        Assert.DoesNotContain("Show to all", Labels(response));
    }

    [Fact]
    public async Task The_page_that_is_seen_is_the_one_that_is_shown_to_all()
    {
        var first = await RespondAsync(Some.Command("corrections", "en-US", ("private", true)));
        var second = await PressAsync(first, "2 ›");
        var shown = await PressAsync(second, "Show to all", isEphemeral: true);

        Assert.Equal((CallbackType.ChannelMessage, Public), (shown.Type, shown.Data!.Flags));
        Assert.Equal(second.Texts(), shown.Texts());
        Assert.Equal(["Details", "‹ 1", "3 ›"], Labels(shown));
    }

    [Theory]
    [InlineData(true, Private)]
    [InlineData(false, Public)]
    public async Task What_is_asked_next_is_answered_to_those_who_see_the_message(bool isPrivate, int flags)
    {
        var response = await RespondAsync(Some.Command("ask", "en-US", ("question", "riyadh-talks-duration"), ("private", isPrivate)));
        var next = await PressAsync(response, "The Riyadh talks");

        Assert.Equal((CallbackType.ChannelMessage, flags), (next.Type, next.Data!.Flags));
        Assert.Equal("Timeline · The Riyadh talks", next.Title());
        Assert.Equal(isPrivate, Labels(next).Contains("Show to all"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Details_replace_the_short_answer_and_have_no_details_of_their_own(bool isPrivate)
    {
        var response = await RespondAsync(Some.Command("ask", "en-US", ("question", "riyadh-talks-duration"), ("private", isPrivate)));
        Assert.Equal("Details", Labels(response)[0]);
        Assert.DoesNotContain("**Sources**", string.Join('\n', response.Texts()), StringComparison.Ordinal);

        var details = await PressAsync(response, "Details", isPrivate);

        Assert.Equal(CallbackType.UpdateMessage, details.Type);
        Assert.Contains("The article gives 4.5 hours.", details.Body(), StringComparison.Ordinal);
        Assert.StartsWith("**Sources**\n", details.Texts()[2], StringComparison.Ordinal);
        Assert.DoesNotContain("Details", Labels(details));
        Assert.Equal(isPrivate, Labels(details).Contains("Show to all"));
    }

    private async Task<InteractionResponse> RespondAsync(Interaction interaction) => await _handler.RespondAsync(interaction, TestContext.Current.CancellationToken);

    private Task<InteractionResponse> PressAsync(InteractionResponse on, string label, bool? isEphemeral = null) =>
        RespondAsync(Some.Press(on.Components().Single(c => c.Label == label).CustomId!, "en-US", isEphemeral ?? on.Data!.Flags == Private));

    private static string[] Labels(InteractionResponse response) => [.. response.Components().Select(c => c.Label).OfType<string>()];
}
