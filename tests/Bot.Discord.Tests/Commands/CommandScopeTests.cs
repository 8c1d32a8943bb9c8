using System.Globalization;
using Bot.Adapters.Monitoring;
using Bot.Adapters.State;
using Bot.Discord.Commands;
using Bot.Discord.Configuration;
using Bot.Discord.Logging;
using Bot.Discord.Rest;
using Bot.Loopback.Discord;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Tests.Commands;

/// <summary>Commands are registered in one scope: everywhere, or in the server of Discord:GuildId.</summary>
public sealed class CommandScopeTests : IAsyncLifetime
{
    private const ulong First = 1_200_000_000_000_000_000;
    private const ulong Second = 1_200_000_000_000_000_006;
    private const string GetEverywhere = "GET applications/*/commands";
    private const string PutEverywhere = "PUT applications/*/commands";
    private const string PutInServer = "PUT applications/*/guilds/*/commands";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-tests-");
    private readonly ListLogger _logger = new();
    private readonly InstantTime _time = new();
    private DiscordServer _server = null!;

    /// <summary>The server in which each start in a row registers the commands; null: everywhere.</summary>
    public static TheoryData<ulong?, ulong?, ulong?> Starts { get; } = new()
    {
        { null, First, null },
        { First, null, First },
        { First, Second, null },
        { null, First, Second },
    };

    private StateFolder State => new(_folder.FullName, ["discord"]);

    public async ValueTask InitializeAsync() => _server = await DiscordServer.StartAsync(cancellation: TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Starts))]
    public async Task Whatever_the_setting_was_before_there_is_one_set_of_commands(ulong? first, ulong? second, ulong? third)
    {
        foreach (var scope in (ulong?[])[first, second, third])
        {
            Assert.True(await PublishAsync(scope, State));

            Assert.Equal(scope is null, _server.RegisteredCommands().Count > 0);
            Assert.Equal(scope == First, _server.RegisteredCommands(First).Count > 0);
            Assert.Equal(scope == Second, _server.RegisteredCommands(Second).Count > 0);
        }
    }

    [Fact]
    public async Task What_is_removed_is_logged_once()
    {
        foreach (var scope in (ulong?[])[null, First, First, null, null])
        {
            await PublishAsync(scope, State);
        }

        Assert.Equal(
            [
                "Removed the commands that were registered everywhere: they are now registered in server 1200000000000000000, and users would see both.",
                "Removed the commands that were registered in server 1200000000000000000: they are now registered everywhere, and users would see both.",
            ],
            Logged(DiscordEvents.OtherCommandsRemoved, LogLevel.Information));
        Assert.Single(_server.Calls.Of(PutInServer), c => c.Body!.AsArray().Count == 0);
    }

    [Fact]
    public async Task Without_a_state_folder_the_commands_that_are_everywhere_are_removed_all_the_same()
    {
        await PublishAsync(null, null);
        await PublishAsync(First, null);

        Assert.Empty(_server.RegisteredCommands());
        Assert.NotEmpty(_server.RegisteredCommands(First));
    }

    [Fact]
    public async Task Commands_that_Discord_does_not_remove_are_named_and_removed_at_the_next_start()
    {
        await PublishAsync(First, State);
        _server.Faults.Next(PutInServer, Fault.Of(403, 50001, "Missing Access"));

        Assert.True(await PublishAsync(null, State));

        Assert.Contains("registered in server 1200000000000000000: 403", Assert.Single(Logged(DiscordEvents.OtherCommandsKept, LogLevel.Warning)), StringComparison.Ordinal);
        Assert.NotEmpty(_server.RegisteredCommands());
        await PublishAsync(null, State);
        Assert.Empty(_server.RegisteredCommands(First));
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 1)]
    public async Task Commands_that_Discord_does_not_return_are_registered_after_a_few_attempts(bool isPage, int tries)
    {
        _server.Faults.Next(GetEverywhere, isPage ? Fault.Page(404) : Fault.Of(404, 10002, "Unknown Application"), times: 100);

        Assert.True(await PublishAsync(null, State));

        Assert.NotEmpty(_server.RegisteredCommands());
        Assert.Equal(tries, _server.Calls.Of(GetEverywhere).Count);
        Assert.Single(_server.Calls.Of(PutEverywhere));
        Assert.Equal(["Discord does not return the commands that are registered everywhere (404). They are registered again."], Logged(DiscordEvents.CommandsUnknown, LogLevel.Warning));
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("""{"guilds":[1]}""")]
    public async Task A_list_of_servers_that_cannot_be_read_costs_a_warning(string content)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, $"discord-commands-{_server.ApplicationId}.json"), content, TestContext.Current.CancellationToken);

        Assert.True(await PublishAsync(null, State));

        Assert.Single(Logged(DiscordEvents.RegisteredGuildsUnusable, LogLevel.Warning));
        Assert.NotEmpty(_server.RegisteredCommands());
    }

    [Fact]
    public async Task A_list_of_servers_that_cannot_be_saved_costs_a_warning()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, $"discord-commands-{_server.ApplicationId}.json"));

        Assert.True(await PublishAsync(First, State));

        Assert.Single(Logged(DiscordEvents.RegisteredGuildsNotSaved, LogLevel.Warning));
        Assert.NotEmpty(_server.RegisteredCommands(First));
    }

    private IEnumerable<string> Logged(int id, LogLevel level) => _logger.Entries.Where(e => e.Id == id && e.Level == level).Select(e => e.Text);

    // As one start does.
    private async Task<bool> PublishAsync(ulong? guild, StateFolder? folder)
    {
        var options = new DiscordOptions { Token = _server.Options.Token, ApiUrl = _server.ApiUrl, GuildId = guild?.ToString(CultureInfo.InvariantCulture) ?? "" };
        using var rest = new DiscordRestClient(options, _time, new FixedRandom(), _logger, AdapterTelemetry.None("discord", _time));
        var publisher = new CommandPublisher(rest, options.Guild, folder, _logger);
        return await publisher.PublishAsync(_server.Options.ApplicationId, CommandDefinitions.Create(SampleBase.Answerer, isGlobal: guild is null), TestContext.Current.CancellationToken);
    }
}
