using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Bot.Discord.Logging;
using Bot.Loopback.Discord;
using Bot.Loopback.Telegram;
using Bot.Telegram.Logging;
using Fault = Bot.Loopback.Discord.Fault;
using TelegramFault = Bot.Loopback.Telegram.Fault;

namespace Bot.EndToEnd.Tests.Discord;

[Trait("Program", "Published")]
public sealed class ProcessTests : DiscordTest
{
    private protected override bool IsProcess => true;

    private const string TelegramToken = "4242:" + TokenSecret;

    private static readonly TelegramUser s_tess = new(21, "Tess", "en", "tess");

    private TelegramServer? _telegram;

    public override async ValueTask DisposeAsync()
    {
        if (_telegram is not null)
        {
            Assert.Empty(_telegram.Problems);
            await _telegram.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_token_alone_turns_Discord_on_and_a_request_to_terminate_ends_it()
    {
        await using var bot = Start();

        await WaitUntilReadyAsync();
        await AskAsync();

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.ShardReady, "Shard 0", "1", "loopback_bot"), Deadline);
        Assert.Equal(0, await bot.TerminateAsync(Deadline));
        var connection = Assert.Single(Server.Connections);
        Assert.Equal((ClosedBy.Bot, 4000), (connection.ClosedBy, connection.CloseCode));
    }

    [Fact]
    public async Task What_goes_to_this_machine_goes_through_no_proxy()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}";
        await using var bot = BotProgram.Start(Folder, Log, new Dictionary<string, string>
        {
            ["Discord__Token"] = Token,
            ["Discord__ApiUrl"] = Server.ApiUrl,
            ["Discord__GatewayUrl"] = Server.GatewayUrl,
            ["HTTP_PROXY"] = address,
            ["HTTPS_PROXY"] = address,
            ["ALL_PROXY"] = address,
        });

        await WaitUntilReadyAsync();
        await AskAsync();

        Assert.False(proxy.Pending());
    }

    [Fact]
    public async Task A_process_that_is_asked_to_stop_answers_what_is_in_flight()
    {
        await using var bot = Start();
        await WaitUntilReadyAsync();
        var gate = new TaskCompletionSource();
        Server.Faults.Next(Callback, Fault.Slow(gate.Task) with { Executes = false });
        Interaction[] interactions = [Channel.Run(Ann, "about"), Channel.Run(Bob, "about")];
        await Task.WhenAny(interactions.Select(i => i.MessageAsync(Deadline)));

        var stopped = bot.TerminateAsync(Deadline);
        await Server.WaitForConnectionsAsync(all => !all[0].IsOpen, Deadline);
        gate.SetResult();

        Assert.Equal(0, await stopped);
        Assert.All(interactions, interaction => Assert.NotNull(interaction.Message));
    }

    [Fact]
    public async Task Buttons_work_after_the_process_was_killed_and_started_again()
    {
        DiscordMessage pages;
        await using (var first = Start())
        {
            await WaitUntilReadyAsync();
            pages = await RunAsync(Ann, "corrections");
            await first.KillAsync(Deadline);
        }

        await Server.WaitForConnectionsAsync(all => !all[0].IsOpen, Deadline);
        PassIdentifyPause();

        // The button says all that is needed, so the one that answers it may as well be in this process.
        StartBot();
        await Server.WaitForIdentifiesAsync(2, Deadline);
        await Server.WaitForReadyAsync(1, Deadline);

        var response = await PersistentAsker.UntilAnsweredAsync(() => Channel.Press(Ann, pages, "2 ›"), i => i.ResponseAsync(Deadline), Deadline);

        Assert.Equal((7, ""), (response.Type, response.Message!.Content));
    }

    [Fact]
    public async Task A_token_that_is_not_known_ends_the_process_with_exit_code_4_and_a_line_that_says_what_to_do()
    {
        ExpectsErrors = true;
        Server.ResetToken();
        await using var bot = Start();

        Assert.Equal(4, await bot.EndedAsync(Deadline));

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.TokenRejected, "Set Discord:Token (Discord__Token in the environment) to the token that the developer portal gives under Bot, Reset Token, and restart."), Deadline);
    }

    [Fact]
    public async Task A_token_that_is_reset_ends_the_process_with_exit_code_4()
    {
        ExpectsErrors = true;
        await using var bot = StartHere();
        await WaitUntilReadyAsync();

        Server.ResetToken();

        Assert.Equal(4, await bot.EndedAsync(Deadline));
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.ShardRejected, "shard 0", "4004", "Set Discord:Token (Discord__Token in the environment)"), Deadline);
    }

    [Theory]
    [InlineData("Discord__Mode", "carrier pigeon", "Discord:Mode is 'carrier pigeon'; set it to Gateway or Http, or leave it out")]
    [InlineData("Discord__Shards", "none", "Discord:Shards is 'none'; set it to a whole number from 1 to 10000, or leave it out")]
    [InlineData("Discord__ApiUrl", "discord", "Discord:ApiUrl is 'discord'; set it to an address including the version, such as https://discord.com/api/v10/, or leave it out")]
    [InlineData("Discord__Tokens", "x", "Discord:Tokens is not known; did you mean Discord:Token?")]
    public async Task A_setting_that_is_wrong_ends_the_process_with_exit_code_2_and_names_the_key(string name, string value, string problem)
    {
        await using var bot = StartHere((name, value));

        Assert.Equal(2, await bot.EndedAsync(Deadline));

        Assert.Equal([problem], Log.Lines);
    }

    [Fact]
    public async Task One_process_answers_on_Discord_and_on_Telegram()
    {
        var telegram = await ServeTelegramAsync();
        await using var bot = BotProgram.Start(Folder, Log, WithTelegram(telegram));

        await AskTelegramAsync(telegram, 1);
        await WaitUntilReadyAsync();
        await AskAsync();

        Assert.Equal(0, await bot.TerminateAsync(Deadline));
    }

    [Fact]
    public async Task Without_Discord_Telegram_goes_on()
    {
        ExpectsErrors = true;
        var telegram = await ServeTelegramAsync();
        Server.ResetToken();
        await using var bot = StartBoth(telegram);
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.TokenRejected), Deadline);

        await AskTelegramAsync(telegram, 1);

        Assert.Equal(0, await bot.TerminateAsync(Deadline));
    }

    [Fact]
    public async Task Without_Telegram_Discord_goes_on()
    {
        ExpectsErrors = true;
        var telegram = await ServeTelegramAsync();
        telegram.Faults.Next("getMe", TelegramFault.Unauthorized(), times: 100);
        await using var bot = StartBoth(telegram);
        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.TokenRejected), Deadline);

        await WaitUntilReadyAsync();
        await AskAsync();

        Assert.Equal(0, await bot.TerminateAsync(Deadline));
    }

    [Fact]
    public async Task Without_either_the_process_ends_with_exit_code_4()
    {
        ExpectsErrors = true;
        var telegram = await ServeTelegramAsync();
        telegram.Faults.Next("getMe", TelegramFault.Unauthorized(), times: 100);
        Server.ResetToken();
        await using var bot = StartBoth(telegram);

        Assert.Equal(4, await bot.EndedAsync(Deadline));
    }

    [Fact]
    public async Task While_Discord_is_away_Telegram_is_answered_and_Discord_is_when_it_is_back()
    {
        var port = FreePort.Take();
        await ServeAsync(Options with { Port = port });
        var telegram = await ServeTelegramAsync();
        await using var bot = StartBoth(telegram);
        await WaitUntilReadyAsync();
        await AskAsync();

        await Server.DisposeAsync();
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.ConnectionLost, "Shard 0"), Deadline);
        await AskTelegramAsync(telegram, 1);
        Server = await DiscordServer.StartAsync(Options with { Port = port, Commands = [new JsonObject { ["name"] = "about", ["description"] = "Registered before" }] }, Deadline);

        await Server.WaitForReadyAsync(1, Deadline);
        Assert.Equal("About this bot", Title(await RunAsync(Ann, "about")));
        await AskTelegramAsync(telegram, 2);
    }

    [Fact]
    public async Task The_token_shows_in_no_line_of_the_log_whatever_goes_wrong()
    {
        ExpectsErrors = true;
        (string Route, Fault[] Faults)[] planned =
        [
            ("GET gateway/bot", [Fault.Page(502), Fault.Cut(), Fault.RateLimited(0.1)]),
            ("PUT applications/*/commands", [Fault.Garbage(), Fault.TruncatedJson()]),
            (Callback, [Fault.Page(502), Fault.Cut(), Fault.RateLimited(0.1)]),
        ];
        foreach (var (route, faults) in planned)
        {
            foreach (var fault in faults)
            {
                Server.Faults.Next(route, fault);
            }
        }

        Server.Gateway.RefuseNext(503);
        await using var bot = BotProgram.Start(Folder, Log, Variables(("Logging__LogLevel__Microsoft", "Trace"), ("Logging__LogLevel__System", "Trace")));
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.CommandsRegistered, CommandCount), Deadline);
        await AskAsync();
        Server.Gateway.SendRaw($$$"""{"op":0,"t":"INTERACTION_CREATE","s":1,"d":{"id":"{{{TokenSecret}}}"}}""");
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.PayloadSkipped), Deadline);
        Server.Gateway.CutInFrame();
        await Server.WaitForResumesAsync(1, Deadline);
        Server.ResetToken();

        // That it is not there is seen when the test ends.
        Assert.Equal(4, await bot.EndedAsync(Deadline));
    }

    private BotProgram Start() => BotProgram.Start(Folder, Log, Variables());

    private IProgram StartHere(params (string Name, string Value)[] more) => HostedProgram.Start(Folder, Log, Variables(more));

    private Dictionary<string, string> Variables(params (string Name, string Value)[] more)
    {
        var variables = new Dictionary<string, string> { ["Discord__Token"] = Token, ["Discord__ApiUrl"] = Server.ApiUrl };
        foreach (var (name, value) in more)
        {
            variables[name] = value;
        }

        return variables;
    }

    private IProgram StartBoth(TelegramServer telegram) => HostedProgram.Start(Folder, Log, WithTelegram(telegram));

    private Dictionary<string, string> WithTelegram(TelegramServer telegram) => Variables(("Telegram__Token", TelegramToken), ("Telegram__ApiUrl", telegram.Url));

    private async Task<TelegramServer> ServeTelegramAsync() =>
        _telegram = await TelegramServer.StartAsync(new TelegramServerOptions { Token = TelegramToken }, Deadline);

    private async Task AskTelegramAsync(TelegramServer telegram, int number)
    {
        var chat = telegram.PrivateChat(s_tess);
        chat.Send(s_tess, Question);
        Assert.Contains(AnswerToQuestion, (await chat.WaitForBotMessagesAsync(number, Deadline))[number - 1].Text, StringComparison.Ordinal);
    }
}
