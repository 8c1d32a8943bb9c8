using System.Text.Json.Nodes;
using Bot.Discord.Logging;
using Bot.Loopback.Discord;
using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>What our own client leaves to the next process, which Discord.Net does not.</summary>
public sealed class OwnStoppingTests : DiscordTest
{
    private protected override bool IsProcess => true;

    // The id in base64 and a secret.
    private const ulong OtherId = 1140000000000000043;
    private const string OtherToken = "MTE0MDAwMDAwMDAwMDAwMDA0Mw.GLoOpB.another-secret";

    private string StateFolder => Path.Combine(Folder, "state");

    private string StateFile => Path.Combine(StateFolder, $"discord-sessions-{Server.ApplicationId}.json");

    [Fact]
    public async Task A_process_that_is_stopped_leaves_its_session_to_the_next_which_spends_none()
    {
        var variables = new Dictionary<string, string> { ["Discord__Token"] = Token, ["Discord__ApiUrl"] = Server.ApiUrl };
        await using (var first = BotProgram.Start(Folder, Log, variables))
        {
            await WaitUntilReadyAsync();
            await AskAsync();
            Assert.Equal(0, await first.TerminateAsync(Deadline));
        }

        Assert.Equal((ClosedBy.Bot, 4000), (Server.Connections[0].ClosedBy, Server.Connections[0].CloseCode));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(StateFile));
        }

        Assert.DoesNotContain(TokenSecret, File.ReadAllText(StateFile), StringComparison.Ordinal);

        // The next is in this process: that two processes go on with each other's sessions is a test of the shipped forms.
        var second = StartBot(stateFolder: StateFolder);

        await ResumedAsync();
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.ShardResumed, "Shard 0"), Deadline);
        Assert.Equal(999, Server.SessionStartsRemaining);
        Assert.False(File.Exists(StateFile));
        await second.StopAsync(Deadline);
    }

    [Fact]
    public async Task A_process_that_is_killed_leaves_nothing_and_the_next_begins_a_new_session()
    {
        var variables = new Dictionary<string, string> { ["Discord__Token"] = Token, ["Discord__ApiUrl"] = Server.ApiUrl };
        await using (var first = BotProgram.Start(Folder, Log, variables))
        {
            await WaitUntilReadyAsync();
            await first.KillAsync(Deadline);
        }

        Assert.False(File.Exists(StateFile));
        await Server.WaitForConnectionsAsync(all => !all[0].IsOpen, Deadline);
        PassIdentifyPause();
        StartBot(stateFolder: StateFolder);

        await BegunAgainAsync();
    }

    [Fact]
    public async Task Each_shard_goes_on_with_its_own_session()
    {
        await ServeAsync(Options with { Shards = 2, MaxConcurrency = 2 });
        await LeaveAsync(shards: 2);

        StartBot(stateFolder: StateFolder);

        await Server.WaitForResumesAsync(2, Deadline);
        Assert.Equal(2, Server.Identifies);
        Assert.Equal(
            Server.Connections.Take(2).Select(c => (c.Shard, c.SessionId)).Order(),
            Server.Connections.Skip(2).Select(c => (c.Shard, c.SessionId)).Order());
    }

    [Fact]
    public async Task Commands_that_have_changed_meanwhile_are_registered_by_a_bot_that_goes_on()
    {
        await ServeAsync(Options);
        await LeaveAsync();
        var calls = Server.Calls.Of("GET applications/@me").Count;

        StartBot(stateFolder: StateFolder);

        await Server.WaitForResumesAsync(1, Deadline);
        await Server.Calls.WaitForAsync("GET applications/@me", calls + 1, Deadline);
        await AskAsync();
        Assert.Equal(2, Server.Calls.Of("GET applications/*/commands").Count);
    }

    [Theory]
    [InlineData("old")]
    [InlineData("of tomorrow")]
    [InlineData("of another bot")]
    [InlineData("of another number of shards")]
    [InlineData("broken")]
    [InlineData("empty")]
    [InlineData("without sessions")]
    [InlineData("with a session that is null")]
    [InlineData("with two sessions of one shard")]
    [InlineData("of other types")]
    public async Task What_was_left_is_not_used_when_it_is(string what)
    {
        await LeaveAsync();
        PassIdentifyPause();
        var left = JsonNode.Parse(File.ReadAllText(StateFile))!.AsObject();
        Assert.Equal(["of", "saved", "sessions"], left.Select(p => p.Key));
        switch (what)
        {
            case "old":
                left["saved"] = left["saved"]!.GetValue<DateTimeOffset>() - TimeSpan.FromMinutes(3);
                break;
            case "of tomorrow":
                left["saved"] = left["saved"]!.GetValue<DateTimeOffset>() + TimeSpan.FromDays(1);
                break;
            case "of another bot":
                left["of"] = "0123456789abcdef";
                break;
            case "of another number of shards":
                left["sessions"]![0]!["shards"] = 2;
                break;
            case "without sessions":
                left["sessions"] = null;
                break;
            case "with a session that is null":
                left["sessions"] = new JsonArray((JsonNode?)null);
                break;
            case "with two sessions of one shard":
                left["sessions"]!.AsArray().Add(left["sessions"]![0]!.DeepClone());
                break;
            case "of other types":
                left["sessions"]![0]!["sequence"] = "\ud83d";
                break;
            default:
                break;
        }

        File.WriteAllText(StateFile, what switch { "broken" => left.ToJsonString()[..^5], "empty" => "", _ => left.ToJsonString() });

        StartBot(stateFolder: StateFolder);

        await Server.WaitForIdentifiesAsync(2, Deadline);
        await Server.WaitForReadyAsync(1, Deadline);
        await AskAsync();
        Assert.Equal(2, Server.Connections.Count);
        Assert.Null(Server.Connections[1].Resume);
        Assert.False(File.Exists(StateFile));
        Assert.InRange(Log.Entries.Count(e => e.Level >= LogLevel.Warning), 0, 1);
    }

    [Fact]
    public async Task Two_bots_in_one_folder_go_on_with_their_own_sessions()
    {
        await LeaveAsync();
        var mine = File.ReadAllBytes(StateFile);
        var old = Path.Combine(StateFolder, "discord-sessions.json");
        File.WriteAllText(old, "of an earlier release");

        await using var others = await DiscordServer.StartAsync(Options with { Token = OtherToken, ApplicationId = OtherId }, Deadline);
        var other = StartBot(stateFolder: StateFolder, options: new() { Token = OtherToken, ApiUrl = others.ApiUrl });
        await others.WaitForReadyAsync(1, Deadline);
        others.Gateway.RequestHeartbeat();
        await others.WaitForHeartbeatsAsync(1, Deadline);
        await other.StopAsync(Deadline);

        Assert.Equal(mine, File.ReadAllBytes(StateFile));
        Assert.True(File.Exists(Path.Combine(StateFolder, $"discord-sessions-{OtherId}.json")));
        Assert.False(File.Exists(old));
        StartBot(stateFolder: StateFolder);
        await ResumedAsync();
    }

    [Fact]
    public async Task A_session_that_Discord_no_longer_knows_is_followed_by_a_new_one()
    {
        await LeaveAsync(forgotten: true);
        PassIdentifyPause();

        StartBot(time: new AcceleratedTime(20), stateFolder: StateFolder);

        await BegunAgainAsync();
        Assert.NotNull(Server.Connections[1].Resume);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_used_costs_a_new_session_and_nothing_else()
    {
        File.WriteAllText(StateFolder, "not a folder");
        var bot = StartBot(stateFolder: StateFolder);
        await WaitUntilReadyAsync();
        await WaitUntilSessionsAreReadAsync();

        await bot.StopAsync(Deadline);

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.SessionsNotSaved, "State:Folder"), Deadline);
    }

    // Runs a bot, and stops it.
    private async Task LeaveAsync(int shards = 1, bool forgotten = false)
    {
        var bot = StartBot(stateFolder: StateFolder);
        await Server.WaitForReadyAsync(shards, Deadline);
        await Server.WaitForCommandsAsync(Deadline);
        await Server.Calls.WaitForAsync("GET applications/@me", 1, Deadline);
        await AskAsync();
        if (forgotten)
        {
            Server.Gateway.ForgetSessions();
        }

        await bot.StopAsync(Deadline);
        Assert.True(File.Exists(StateFile));
        await Server.WaitForConnectionsAsync(all => all.All(c => c.ClosedBy != ClosedBy.Nobody), Deadline);
        Assert.All(Server.Connections, c => Assert.Equal((ClosedBy.Bot, 4000), (c.ClosedBy, c.CloseCode)));
    }
}
