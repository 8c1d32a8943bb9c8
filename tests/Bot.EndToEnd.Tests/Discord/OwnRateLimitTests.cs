using System.Text.Json.Nodes;
using Bot.Discord.Logging;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>How our own client waits by the clock that it is given, and keeps from being banned; Discord.Net has the system's clock, and counts nothing.</summary>
public sealed class OwnRateLimitTests : DiscordTest
{
    private const string Get = "GET applications/*/commands";
    private const string Put = "PUT applications/*/commands";

    [Theory]
    [InlineData(RateLimitScope.User)]
    [InlineData(RateLimitScope.Shared)]
    [InlineData(RateLimitScope.Global)]
    public async Task A_response_that_Discord_wants_a_little_later_is_sent_then(RateLimitScope scope)
    {
        var time = new ObservedTime();
        await ServeAsync(Options with { Time = time, HeartbeatInterval = TimeSpan.FromDays(10) });
        await StartReadyBotAsync(time: time);
        Server.Faults.Next(Callback, Fault.RateLimited(0.75, scope));

        var interaction = Channel.Run(Ann, "about");
        await time.WaitForAsync(TimeSpan.FromSeconds(0.75), Deadline);
        Assert.Equal([429], (await Server.Calls.WaitForAsync(Callback, 1, Deadline)).Select(c => c.Status));
        time.Advance(TimeSpan.FromSeconds(0.75));

        Assert.Equal("About this bot", Title(await interaction.MessageAsync(Deadline)));
        Assert.Equal([429, 204], (await Server.Calls.WaitForAsync(Callback, 2, Deadline)).Select(c => c.Status));
    }

    [Theory]
    [InlineData(Get, RateLimitScope.User, true)]
    [InlineData(Get, RateLimitScope.Shared, true)]
    [InlineData(Get, RateLimitScope.Global, true)]
    [InlineData(Put, RateLimitScope.User, true)]
    [InlineData(Put, RateLimitScope.Shared, true)]
    [InlineData(Put, RateLimitScope.Global, true)]
    [InlineData(Put, RateLimitScope.User, false)]
    public async Task Commands_are_registered_when_Discord_wants_them_while_questions_are_answered(string route, RateLimitScope scope, bool hasBody)
    {
        var time = new ObservedTime();
        await ServeAsync(Options with { Time = time, HeartbeatInterval = TimeSpan.FromDays(10), Commands = [new JsonObject { ["name"] = "about", ["description"] = "Of an earlier version" }] });
        Server.Faults.Next(route, Fault.RateLimited(97, scope, hasBody));

        StartBot(time: time);
        await time.WaitForAsync(TimeSpan.FromSeconds(97), Deadline);
        Assert.Equal([429], (await Server.Calls.WaitForAsync(route, 1, Deadline)).Select(c => c.Status));
        await Server.WaitForReadyAsync(1, Deadline);
        Assert.Equal("About this bot", Title(await RunAsync(Ann, "about")));
        time.Advance(TimeSpan.FromSeconds(97));

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.CommandsRegistered, CommandCount), Deadline);
        Assert.Equal([429, 200], (await Server.Calls.WaitForAsync(route, 2, Deadline)).Select(c => c.Status));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0.1)]
    public async Task A_wait_that_makes_no_sense_is_made_one_that_does(double retryAfter, double seconds)
    {
        // What the stand-in says itself makes no sense either, so that it cannot be held to it.
        ExpectsProblems = true;
        var time = new ObservedTime();
        await ServeAsync(Options with { Time = time, HeartbeatInterval = TimeSpan.FromDays(10) });
        Server.Faults.Next(Put, Fault.RateLimited(retryAfter));
        StartBot(time: time);

        var wait = TimeSpan.FromSeconds(seconds);
        await time.WaitForAsync(wait, Deadline);
        Assert.Single(await Server.Calls.WaitForAsync(Put, 1, Deadline));
        time.Advance(wait);

        await Server.WaitForCommandsAsync(Deadline);
    }

    [Fact]
    public async Task After_too_many_refusals_nothing_is_sent_until_they_are_past_so_that_the_address_is_not_banned()
    {
        ExpectsErrors = true;
        await ServeAsync(Options with { KeepLogs = false });
        await StartReadyBotAsync(time: Clock);
        Server.Faults.Next("POST interactions/*/refused/callback", Fault.Of(403, 50001, "Missing Access"), times: 9000);
        for (var sent = 0; sent < 8000; sent += 500)
        {
            for (var i = 0; i < 500; i++)
            {
                Server.SendRaw(new JsonObject { ["type"] = 2, ["version"] = 1, ["locale"] = "en-US", ["token"] = "refused", ["data"] = new JsonObject { ["id"] = "1", ["name"] = "about", ["type"] = 1 } });
            }

            if (sent < 7500)
            {
                await Channel.Run(Ann, "about").ResponseAsync(Deadline);
            }
        }

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.InvalidRequestLimitReached, "8000"), Deadline);
        var late = Channel.Run(Ann, "about");
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.InteractionTimedOut, $"{late.Id}"), Deadline);
        Assert.InRange(Server.InvalidRequests, 8000, 8100);
        Assert.Null(late.Response);
        Clock.Forward(TimeSpan.FromMinutes(10));

        await Channel.Run(Ann, "about").ResponseAsync(Deadline);
    }
}
