using System.Text.Json.Nodes;
using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Adapters.State;
using Bot.Answers;
using Bot.Discord;
using Bot.Discord.Configuration;
using Bot.Discord.Logging;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>A stand-in of Discord and some people, for one test. What must hold in every test is checked at its end.</summary>
public abstract class DiscordTest : IAsyncLifetime
{
    private protected const string TokenSecret = "never-to-be-shown_AAHdqTcvCH1vGWJxfSeofSAs0K5PA";
    private protected const string Token = "MTE0MDAwMDAwMDAwMDAwMDA0Mg.GLoOpB." + TokenSecret;
    private protected const string Question = "How long did the Riyadh talks last?";
    private protected const string AnswerToQuestion = "lasted about 4.5 hours, according to Politico.";

    /// <summary>The name of the command on messages.</summary>
    private protected const string CheckMessage = "Check against the facts";

    /// <summary>How many commands the bot registers, as a log writes it: the listed ones, and the one on messages.</summary>
    private protected static readonly string CommandCount = $"{SampleBase.Answerer.ListCommands("en").Length + 1}";

    private protected const string Query = "?v=10&encoding=json&compress=zlib-stream";

    private protected const string Callback = "POST interactions/*/*/callback";

    private readonly CancellationTokenSource _deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-tests-");
    private readonly List<RunningBot> _bots = [];

    private protected static DiscordUser Ann { get; } = new(11, "Ann");

    private protected static DiscordUser Bob { get; } = new(12, "Bob", "en-GB");

    private protected DiscordServer Server { get; set; } = null!;

    /// <summary>A channel of a server where the app is installed.</summary>
    private protected DiscordPlace Channel => Server.Guild(1_200_000_000_000_000_000, "Talks").Channel(1_200_000_000_000_000_001);

    private protected CapturedLog Log { get; } = new();

    private protected string Folder => _folder.FullName;

    /// <summary>Ends a test that waits for what never comes.</summary>
    private protected CancellationToken Deadline => _deadline.Token;

    /// <summary>How long the test may wait in all.</summary>
    private protected virtual TimeSpan MaxDuration => TimeSpan.FromSeconds(20);

    /// <summary>Whether the bot is a process of its own, which a busy machine may slow down.</summary>
    private protected virtual bool IsProcess => false;

    /// <summary>Whether the log may report faults: in tests of settings that are wrong.</summary>
    private protected bool ExpectsErrors { get; set; }

    /// <summary>Whether the stand-in may have something to complain of: in tests that break the rules by hand.</summary>
    private protected bool ExpectsProblems { get; set; }

    /// <summary>The stand-in's clock.</summary>
    private protected OffsetTime Clock { get; } = new();

    private protected virtual DiscordServerOptions Options => new() { Token = Token, Time = Clock };

    private protected virtual DiscordOptions BotOptions => new() { Token = Token, ApiUrl = Server.ApiUrl };

    public virtual async ValueTask InitializeAsync()
    {
        _deadline.CancelAfter(MaxDuration);
        Server = await DiscordServer.StartAsync(Options, Deadline);
    }

    public virtual async ValueTask DisposeAsync()
    {
        var problemsBefore = Server.Problems.Count;
        foreach (var bot in _bots)
        {
            await bot.DisposeAsync();
        }

        // A watched clock is moved on until the bot has ended, past what the stand-in waits for; who stops need not beat any more.
        var problems = Server.Problems.Where((problem, i) => i < problemsBefore || !problem.EndsWith("no heartbeat in time", StringComparison.Ordinal)).ToList();
        var calls = Server.Calls.ToList();
        await Server.DisposeAsync();
        _deadline.Dispose();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);

        if (!ExpectsProblems)
        {
            Assert.DoesNotContain(problems, problem => !Kind.IsKnownFor(problem));
        }

        Assert.DoesNotContain(Log.Lines, line => line.Contains(TokenSecret, StringComparison.Ordinal));
        if (!ExpectsErrors)
        {
            Assert.Empty(Log.Faults);
        }

        Assert.All(calls, call => Assert.Matches(Kind.UserAgent, call.Headers["user-agent"]));

        // A response carries its own token and needs no other; no message notifies anybody.
        Assert.All(calls.Where(c => c.Is(Callback)), call => Assert.DoesNotContain("authorization", call.Headers.Keys));
        Assert.All(
            calls.Where(c => c.Is(Callback) && c.Body?["type"]?.GetValue<int>() is 4 or 7),
            call => Assert.Equal(Kind.NoMentions, call.Body!["data"]!["allowed_mentions"]!.ToJsonString()));
    }

    /// <summary>The way to Discord.</summary>
    private protected virtual DiscordClientKind Kind => DiscordClientKind.Own;

    /// <summary>Takes a stand-in with other options in place of the one there is.</summary>
    private protected async Task ServeAsync(DiscordServerOptions options)
    {
        await Server.DisposeAsync();
        Server = await DiscordServer.StartAsync(options, Deadline);
    }

    /// <summary>Lets pass what Discord wants between two sessions of a shard (Gateway, Session Start Limit Object), which no test waits for.</summary>
    private protected void PassIdentifyPause() => Clock.Forward(TimeSpan.FromSeconds(6));

    /// <summary>The adapter that was started last.</summary>
    private protected DiscordAdapter Adapter { get; private set; } = null!;

    /// <summary>Starts the adapter in this process.</summary>
    private protected RunningBot StartBot(Answerer? answerer = null, TimeProvider? time = null, DiscordOptions? options = null, AdmissionControl? limits = null, string? stateFolder = null)
    {
        time ??= TimeProvider.System;
        options ??= BotOptions;
        var services = new AdapterServices(answerer ?? SampleBase.Answerer, AdapterTelemetry.None("discord", time), time, Random.Shared) { Loggers = Log.Loggers, StateFolder = stateFolder is null ? null : new StateFolder(stateFolder, ["discord"]) };
        services = limits is null ? services : services with { Limits = limits };
        var adapter = Adapter = new DiscordAdapter(options, services, Kind.Make(options, services));
        var bot = new RunningBot(adapter, adapter.RunAsync, time);
        _bots.Add(bot);
        return bot;
    }

    /// <summary>Starts the adapter, and waits until its commands can be run.</summary>
    private protected async Task<RunningBot> StartReadyBotAsync(Answerer? answerer = null, TimeProvider? time = null)
    {
        var bot = StartBot(answerer, time);
        await WaitUntilReadyAsync();
        await WaitUntilSessionsAreReadAsync();

        // What our own client looks at last, beside the session.
        if (Kind == DiscordClientKind.Own && Server.Options.KeepLogs)
        {
            await Server.Calls.WaitForAsync("GET applications/@me", 1, Deadline);
        }

        return bot;
    }

    /// <summary>
    /// Waits until commands can be run: they are registered, and a session takes what Discord sends. The two come about beside each
    /// other, and a command that is run while there is no session is answered by nobody.
    /// </summary>
    private protected async Task WaitUntilReadyAsync()
    {
        await Server.WaitForReadyAsync(1, Deadline);
        await Server.WaitForCommandsAsync(Deadline);
    }

    /// <summary>Waits until a bot in this process has read what the stand-in sent: our own client registers the commands beside the session.</summary>
    private protected async Task WaitUntilSessionsAreReadAsync()
    {
        if (Kind == DiscordClientKind.Own)
        {
            await Log.WaitUntilAsync(() => SessionsLogged() >= Server.Connections.Count(c => c.SessionId is not null), Deadline);
        }
    }

    private int SessionsLogged() => Log.Of(Kind.Logged(DiscordEvents.ShardReady)).Count + Log.Of(Kind.Logged(DiscordEvents.ShardResumed)).Count;

    /// <summary>Lets somebody run a command, and gives the message that answers it.</summary>
    private protected async Task<DiscordMessage> RunAsync(DiscordUser by, string command, JsonObject? options = null, DiscordPlace? place = null) =>
        IsProcess
            ? await (place ?? Channel).RunUntilAnsweredAsync(by, command, options, Deadline)
            : await (place ?? Channel).Run(by, command, options).MessageAsync(Deadline);

    /// <summary>Lets Ann ask the question, and checks the answer.</summary>
    private protected async Task AskAsync() =>
        Assert.Contains(AnswerToQuestion, Description(await RunAsync(Ann, "ask", new JsonObject { ["question"] = Question })), StringComparison.Ordinal);

    /// <summary>Waits until the session of the first connection goes on over the next, from its last event on.</summary>
    private protected async Task ResumedAsync()
    {
        await Server.WaitForResumesAsync(1, Deadline);
        var (first, second) = (Server.Connections[0], Server.Connections[1]);
        Assert.Equal(("/resume", Query), (second.Path, second.Query));
        Assert.Equal(["token", "session_id", "seq"], second.Resume!.Select(p => p.Key));
        Assert.Equal(Token, second.Resume!["token"]!.GetValue<string>());
        Assert.Equal(first.SessionId, second.Resume["session_id"]!.GetValue<string>());
        Assert.Equal(first.LastSequenceSent, second.Resume["seq"]!.GetValue<long>());
        await AskAsync();
        Assert.Equal(1, Server.Identifies);
        Assert.Equal(2, Server.Connections.Count);
    }

    /// <summary>Waits until a new session has begun in place of the first.</summary>
    private protected async Task BegunAgainAsync()
    {
        await Server.WaitForIdentifiesAsync(2, Deadline);
        await Server.WaitForReadyAsync(1, Deadline);
        Assert.Equal("/gateway", Server.Connections[^1].Path);
        await AskAsync();
        Assert.Equal(2, Server.Identifies);
        Assert.Equal(0, Server.Resumes);
    }

    /// <summary>The text of an answer: that of its container, or of the embed that Discord.Net sends in its place.</summary>
    private protected static string Text(DiscordMessage message) =>
        message.Embeds.Count > 0 ? message.Embeds[0]!["description"]!.GetValue<string>() : string.Join('\n', message.Texts.Skip(message.Texts.Count(t => t == Caption(message))));

    /// <summary>The title of an answer.</summary>
    private protected static string Title(DiscordMessage message) => Text(message).Split('\n')[0]["### ".Length..];

    /// <summary>The text below the title of an answer.</summary>
    private protected static string Description(DiscordMessage message) => Text(message)[(Text(message).IndexOf('\n') + 1)..];

    /// <summary>The line above an answer; empty for none.</summary>
    private protected static string Caption(DiscordMessage message) =>
        message.Content.Length > 0 ? message.Content : (message.Components.FirstOrDefault() as JsonObject)?["content"]?.GetValue<string>() ?? "";

    /// <summary>The payload of a press on a button, written by hand.</summary>
    private protected static JsonObject Press(string? customId, string? locale = "en-US") => new()
    {
        ["version"] = 1,
        ["type"] = 3,
        ["locale"] = locale,
        ["channel_id"] = "77",
        ["user"] = new JsonObject { ["id"] = "61", ["username"] = "rex" },
        ["data"] = new JsonObject { ["custom_id"] = customId, ["component_type"] = 2 },
    };

    // A command written by hand, without a locale.
    protected static JsonObject Command(string name, params JsonNode[] options) => new()
    {
        ["version"] = 1,
        ["type"] = 2,
        ["channel_id"] = "77",
        ["user"] = new JsonObject { ["id"] = "61", ["username"] = "rex" },
        ["data"] = new JsonObject { ["id"] = "1", ["name"] = name, ["type"] = 1, ["options"] = new JsonArray(options) },
    };
}
