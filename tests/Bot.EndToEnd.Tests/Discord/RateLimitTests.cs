using System.Text.Json.Nodes;
using Bot.Discord.Logging;
using Bot.Loopback.Discord;
using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests.Discord;

public class RateLimitTests : DiscordTest
{
    private const string Get = "GET applications/*/commands";
    private const string Put = "PUT applications/*/commands";

    [Theory]
    [InlineData(RateLimitScope.User)]
    [InlineData(RateLimitScope.Shared)]
    public async Task A_response_that_Discord_wants_when_it_is_too_late_is_given_up_and_others_are_not(RateLimitScope scope)
    {
        await StartReadyBotAsync();
        Server.Faults.Next(Callback, Fault.RateLimited(5, scope));

        var interaction = Channel.Run(Ann, "about");

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.InteractionTimedOut, $"{interaction.Id}"), Deadline);
        await AskAsync();
        Assert.Equal([429, 204], (await Server.Calls.WaitForAsync(Callback, 2, Deadline)).Select(c => c.Status));
        Assert.Null(interaction.Response);
    }

    [Fact]
    public async Task Where_Discord_wants_no_responses_at_all_none_is_sent_until_then()
    {
        await StartReadyBotAsync(time: Clock);
        Server.Faults.Next(Callback, Fault.RateLimited(60, RateLimitScope.Global));

        var first = Channel.Run(Ann, "about");
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.InteractionTimedOut, $"{first.Id}"), Deadline);
        var second = Channel.Run(Ann, "about");
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.InteractionTimedOut, $"{second.Id}"), Deadline);
        Assert.Single(await Server.Calls.WaitForAsync(Callback, 1, Deadline));
        Clock.Forward(TimeSpan.FromSeconds(60));

        await AskAsync();
    }

    [Fact]
    public async Task A_ban_is_not_defied_by_trying_the_response_again()
    {
        await StartReadyBotAsync();
        Server.Faults.Next(Callback, Fault.Banned(3600), times: 10);

        var interaction = Channel.Run(Ann, "about");

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.InteractionTimedOut, $"{interaction.Id}"), Deadline);
        Assert.Single(await Server.Calls.WaitForAsync(Callback, 1, Deadline));
    }

    [Fact]
    public async Task Faults_of_Discord_while_commands_are_registered_are_waited_out()
    {
        foreach (var route in (string[])[Get, Put])
        {
            foreach (var fault in (Fault[])[Fault.Of(500, 0, "500: Internal Server Error"), Fault.Page(503), Fault.Cut(), Fault.CutInAnswer(), Fault.TruncatedJson(), Fault.Garbage()])
            {
                Server.Faults.Next(route, fault);
            }
        }

        StartBot(time: new AcceleratedTime());

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.CommandsRegistered, CommandCount), Deadline);
        await AskAsync();
        Assert.Equal(7, (await Server.Calls.WaitForAsync(Get, 7, Deadline)).Count);
        Assert.Equal(7, (await Server.Calls.WaitForAsync(Put, 7, Deadline)).Count);
    }

    [Fact]
    public async Task A_response_that_Discord_fails_to_take_is_sent_again()
    {
        await StartReadyBotAsync(time: new AcceleratedTime());
        Fault[] faults = [Fault.Of(500, 0, "500: Internal Server Error"), Fault.Page(502), Fault.Page(504), Fault.Cut()];
        foreach (var fault in faults)
        {
            Server.Faults.Next(Callback, fault);
        }

        await AskAsync();

        Assert.Equal([500, 502, 504, 0, 204], (await Server.Calls.WaitForAsync(Callback, 5, Deadline)).Select(c => c.Status));
        await Log.WaitForAsync(Kind.ResponseFailed("failure 4"), Deadline);
    }

    [Fact]
    public async Task A_response_whose_acknowledgement_is_lost_answers_once()
    {
        await StartReadyBotAsync();
        foreach (var fault in (Fault[])[Fault.Cut() with { Executes = true }, Fault.Page(502) with { Executes = true }, Fault.CutInAnswer()])
        {
            Server.Calls.Clear();
            Server.Faults.Next(Callback, fault);
            var interaction = Channel.Run(Ann, "about");

            Assert.Equal("About this bot", Title(await interaction.MessageAsync(Deadline)));
            await Log.WaitForAsync(Kind.Logged(DiscordEvents.InteractionAlreadyAnswered, $"{interaction.Id}"), Deadline);
            Assert.Equal(400, (await Server.Calls.WaitForAsync(Callback, 2, Deadline))[1].Status);
        }

        Assert.Equal(3, Channel.Messages.Count);
    }

    [Fact]
    public async Task An_acknowledgement_that_cannot_be_read_is_one()
    {
        await StartReadyBotAsync();
        Server.Faults.Next(Callback, Fault.TruncatedJson());
        Server.Faults.Next(Callback, Fault.Garbage() with { Executes = true });

        await AskAsync();
        await AskAsync();
        await AskAsync();

        Assert.Equal(3, (await Server.Calls.WaitForAsync(Callback, 3, Deadline)).Count);
    }

    [Fact]
    public async Task A_response_that_Discord_no_longer_waits_for_is_not_sent_again()
    {
        await StartReadyBotAsync();
        Server.Faults.Next(Callback, Fault.Of(404, 10062, "Unknown interaction"));

        var interaction = Channel.Run(Ann, "about");

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.InteractionExpired, $"{interaction.Id}"), Deadline);
        await AskAsync();
        Assert.Equal([404, 204], (await Server.Calls.WaitForAsync(Callback, 2, Deadline)).Select(c => c.Status));
    }

    [Fact]
    public async Task A_response_that_Discord_refuses_is_logged_and_not_sent_again()
    {
        ExpectsErrors = true;
        await StartReadyBotAsync();
        Server.Faults.Next(Callback, Fault.Of(400, 50035, "Invalid Form Body"));

        var interaction = Channel.Run(Ann, "about");

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.ResponseRejected, $"{interaction.Id}", "400", "Invalid Form Body"), Deadline);
        await AskAsync();
        Assert.Equal([400, 204], (await Server.Calls.WaitForAsync(Callback, 2, Deadline)).Select(c => c.Status));
    }

    [Fact]
    public async Task A_token_that_is_not_known_ends_the_adapter_with_its_first_request()
    {
        ExpectsErrors = true;
        Server.ResetToken();

        await StartBot().Ended.WaitAsync(Deadline);

        Assert.Equal(401, Assert.Single(Server.Calls).Status);
        Assert.Empty(Server.Connections);
        Assert.Equal(["Critical: Discord does not know this bot's token. Set Discord:Token (Discord__Token in the environment) to the token that the developer portal gives under Bot, Reset Token, and restart."], Log.Faults);
    }

    [Fact]
    public async Task Nothing_is_sent_after_the_token_was_reset()
    {
        ExpectsErrors = true;
        var bot = await StartReadyBotAsync();
        await AskAsync();
        await Server.Calls.WaitForAsync(Put, 1, Deadline);
        Server.Calls.Clear();

        Server.ResetToken();

        await bot.Ended.WaitAsync(Deadline);
        Assert.Empty(Server.Calls);
        Assert.Single(Server.Connections);
        Assert.Single(Log.Faults);
        Assert.Equal(LogLevel.Critical, Assert.Single(Log.Of(Kind.Logged(DiscordEvents.ShardRejected, "shard 0", "4004"))).Level);
    }

    [Theory]
    [InlineData(Get)]
    [InlineData(Put)]
    public async Task A_request_that_is_not_allowed_is_made_once(string route)
    {
        ExpectsErrors = true;
        await ServeAsync(Options with { Commands = [new JsonObject { ["name"] = "about", ["description"] = "Of an earlier version" }] });
        Server.Faults.Next(route, Fault.Unauthorized(), times: 100);

        StartBot();

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.CommandsRejected, "401"), Deadline);
        await Server.WaitForReadyAsync(1, Deadline);
        await RunAsync(Ann, "about");
        Assert.Single(await Server.Calls.WaitForAsync(route, 1, Deadline));
    }
}
