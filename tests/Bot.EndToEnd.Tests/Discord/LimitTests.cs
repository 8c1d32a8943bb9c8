using System.Text.Json.Nodes;
using Bot.Adapters.Limiting;
using Bot.Loopback.Discord;
using Microsoft.Extensions.Time.Testing;

namespace Bot.EndToEnd.Tests.Discord;

public sealed class LimitTests : DiscordTest
{
    private const string Slower = "A little slower, please: too many questions came within a minute. You can ask again in 60 seconds.";

    private readonly FakeTimeProvider _minutes = new();

    [Fact]
    public async Task A_user_over_the_limit_alone_is_notified_until_the_minute_is_over()
    {
        using var limits = new AdmissionControl(2, 0, 0, _minutes);
        await StartAsync(limits);
        await AskAsync();
        await AskAsync();

        var refused = await RunAsync(Ann, "about");
        var again = await RunAsync(Ann, "about");

        Assert.Equal((Slower, true), (refused.Content, refused.IsEphemeral));
        Assert.Equal((Slower, true), (again.Content, again.IsEphemeral));
        Assert.NotEqual(Slower, (await RunAsync(Bob, "about")).Content);
        _minutes.Advance(TimeSpan.FromMinutes(1));
        await AskAsync();
    }

    [Fact]
    public async Task A_channel_has_a_limit_of_its_own()
    {
        using var limits = new AdmissionControl(0, 1, 0, _minutes);
        await StartAsync(limits);
        await AskAsync();

        Assert.Equal(Slower, (await RunAsync(Bob, "about")).Content);
        Assert.NotEqual(Slower, (await RunAsync(Bob, "about", place: Server.BotDm(Bob))).Content);
    }

    [Fact]
    public async Task A_button_tells_why_once_and_then_does_nothing()
    {
        using var limits = new AdmissionControl(1, 0, 0, _minutes);
        await StartAsync(limits);
        var pages = await RunAsync(Ann, "corrections");

        var first = await Channel.Press(Ann, pages, "2 ›").ResponseAsync(Deadline);
        var second = await Channel.Press(Ann, pages, "2 ›").ResponseAsync(Deadline);

        Assert.Equal((4, Slower), (first.Type, first.Message!.Content));
        Assert.Equal(6, second.Type);
    }

    [Fact]
    public async Task Who_types_too_fast_is_offered_nothing_but_may_still_ask()
    {
        using var limits = new AdmissionControl(1, 0, 0, _minutes);
        await StartAsync(limits);
        for (var i = 0; i < 10; i++)
        {
            Assert.NotEmpty((await TypeAsync()).Choices);
        }

        Assert.Equal((8, 0), ((await TypeAsync()) is var refused ? refused.Type : 0, refused.Choices.Count));
        await AskAsync();

        async Task<InteractionResponse> TypeAsync() =>
            await Channel.Type(Ann, "who", new JsonObject { ["name"] = "Lav" }, "name").ResponseAsync(Deadline);
    }

    [Fact]
    public async Task Of_twenty_thousand_commands_of_one_person_each_has_a_response()
    {
        using var limits = new AdmissionControl(20, 0, 50, _minutes);
        await ServeAsync(Options with { KeepLogs = false });
        await StartAsync(limits);

        var flood = await Server.FloodAsync(Ann, [Channel], "about", [new JsonObject()], count: 20_000, inFlight: 500, Deadline);

        Assert.Equal((20_000, 0, 0), (flood.Answered, flood.Wrong, flood.Late));
        Assert.Equal(1, limits.TrackedCount);
        Assert.Equal(Slower, (await RunAsync(Ann, "about")).Content);
    }

    private async Task StartAsync(AdmissionControl limits)
    {
        StartBot(limits: limits);
        await Server.WaitForReadyAsync(1, Deadline);
        await Server.WaitForCommandsAsync(Deadline);
    }
}
