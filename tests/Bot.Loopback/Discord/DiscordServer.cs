using System.Net;
using System.Text.Json.Nodes;
using Bot.Loopback.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Bot.Loopback.Discord;

/// <summary>
/// A stand-in of Discord on the loopback: of its gateway, of its API, and of the people who use the bot. It refuses what
/// the real one refuses, in its words.
/// </summary>
public sealed class DiscordServer : IAsyncDisposable
{
    /// <summary>The application's flags: none that grants an intent.</summary>
    internal const int ApplicationFlags = 0;

    private readonly Lock _state = new();
    private readonly Dictionary<ulong, DiscordPlace> _places = [];
    private readonly Dictionary<ulong, DiscordGuild> _guilds = [];
    private readonly Dictionary<ulong, DiscordUser> _users = [];
    private readonly List<string> _problems = [];
    private readonly WebApplication _web;
    private readonly DiscordUser _bot;

    private DiscordServer(DiscordServerOptions options)
    {
        Options = options;
        Token = options.Token;
        Ids = new(options.Time);
        Calls = new(Changes);
        Hub = new(this);
        Gateway = new(this);
        Limits = new(options);
        SessionStarts = new(options);
        Commands = new(this);
        Interactions = new(this);
        _bot = new(options.ApplicationId, options.Name, isBot: true);
        Endpoint = new(this);
        if (options.Commands is { } commands)
        {
            Commands.Set(commands, null);
        }

        var requests = new Requests(this, new(this, Commands, Interactions));

        // Nothing from the environment applies: no settings, no logging, no routing.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port, l => l.Protocols = HttpProtocols.Http1);
        });
        _web = builder.Build();
        _web.Use((context, next) =>
        {
            if (context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } upgrade)
            {
                var tap = new RecordingUpgrade(upgrade);
                context.Features.Set<IHttpUpgradeFeature>(tap);
                context.Features.Set(tap);
            }

            return next(context);
        });
        _web.UseWebSockets(new() { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        _web.Run(requests.ServeAsync);
    }

    /// <summary>Its options.</summary>
    public DiscordServerOptions Options { get; }

    /// <summary>The base address of the API.</summary>
    public string ApiUrl => _web.Urls.First() + "/api/v10/";

    /// <summary>Where new sessions connect.</summary>
    public string GatewayUrl => Socket(GatewayHub.StartPath);

    /// <summary>Where sessions are resumed: <c>resume_gateway_url</c>.</summary>
    public string ResumeUrl => Socket(GatewayHub.ResumePath);

    /// <summary>The application, and its bot.</summary>
    public ulong ApplicationId => Options.ApplicationId;

    /// <summary>The key, in hexadecimal digits, that the signatures of interactions by HTTP are checked with.</summary>
    public string PublicKey => Endpoint.PublicKey;

    /// <summary>The address that interactions are sent to; null while they go by the gateway.</summary>
    public Uri? InteractionsEndpointUrl => Endpoint.Url;

    /// <summary>The requests that the bot made.</summary>
    public CallLog<Call> Calls { get; }

    /// <summary>The connections that the bot made to the gateway.</summary>
    public IReadOnlyList<GatewayConnection> Connections => Hub.Connections;

    /// <summary>The planned faults of requests.</summary>
    public FaultScript Faults { get; } = new();

    /// <summary>The planned faults of the gateway.</summary>
    public GatewayControl Gateway { get; }

    /// <summary>How many requests of the last 10 minutes count against the bot ("Rate Limits", Invalid Request Limit).</summary>
    public int InvalidRequests => Limits.Invalid;

    /// <summary>How many sessions may still be started today.</summary>
    public int SessionStartsRemaining => SessionStarts.Remaining;

    /// <summary>The number of Identify messages.</summary>
    public int Identifies => Hub.Sessions.Identifies;

    /// <summary>The number of resumed sessions.</summary>
    public int Resumes => Hub.Sessions.Resumes;

    /// <summary>What the real one would have silently ignored, but a test should know.</summary>
    public IReadOnlyList<string> Problems
    {
        get
        {
            lock (_state)
            {
                return [.. _problems];
            }
        }
    }

    internal Changes Changes { get; } = new();

    internal Snowflakes Ids { get; }

    internal GatewayHub Hub { get; }

    internal InteractionsEndpoint Endpoint { get; }

    internal RateLimits Limits { get; }

    internal SessionStarts SessionStarts { get; }

    internal CommandRegistry Commands { get; }

    internal Interactions Interactions { get; }

    internal string Token { get; private set; }

    internal IReadOnlyList<DiscordGuild> InstalledGuilds
    {
        get
        {
            lock (_state)
            {
                return [.. _guilds.Values.Where(g => g.IsInstalled)];
            }
        }
    }

    internal IReadOnlyList<DiscordPlace> Places
    {
        get
        {
            lock (_state)
            {
                return [.. _places.Values];
            }
        }
    }

    /// <summary>Starts a server on a free port of the loopback.</summary>
    public static async Task<DiscordServer> StartAsync(DiscordServerOptions? options = null, CancellationToken cancellation = default)
    {
        var server = new DiscordServer(options ?? new());
        await server._web.StartAsync(cancellation);
        return server;
    }

    /// <summary>A guild. If the app is installed there and its shard is connected, the bot is told about it.</summary>
    /// <param name="id">The identifier, whose bits from 22 on choose the shard.</param>
    /// <param name="name">The name.</param>
    /// <param name="locale">The preferred language.</param>
    /// <param name="isInstalled">Whether the app is installed there.</param>
    public DiscordGuild Guild(ulong id, string name, string locale = "en-US", bool isInstalled = true)
    {
        DiscordGuild guild;
        lock (_state)
        {
            if (_guilds.TryGetValue(id, out var known))
            {
                return known;
            }

            guild = _guilds[id] = new(this, id, name, locale, isInstalled);
        }

        if (isInstalled)
        {
            Hub.Sessions.Dispatch("GUILD_CREATE"u8, guild.ToCreateJson(this).ToUtf8(), id, intent: 1);
        }

        return guild;
    }

    /// <summary>The direct messages of a person with the bot.</summary>
    public DiscordPlace BotDm(DiscordUser user)
    {
        Know(user);
        return Place(user.Id ^ 1UL << 60, () => new(this, user.Id ^ 1UL << 60, InteractionContext.BotDm, null, user));
    }

    /// <summary>Direct messages of other people, among whom the bot is not.</summary>
    public DiscordPlace PrivateChannel(ulong id) => Place(id, () => new(this, id, InteractionContext.PrivateChannel, null, null));

    /// <summary>The commands that the bot registered, for all places or for a guild.</summary>
    public JsonArray RegisteredCommands(ulong? guild = null) => Commands.Of(guild);

    /// <summary>Resets the bot's token: the old one is valid no more, and all sessions end.</summary>
    public void ResetToken()
    {
        Token = Options.Token + "-reset";
        Gateway.Close(4004, "Authentication failed.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Held requests and connections are cut, because nobody waits for them any more.
        await _web.StopAsync(new CancellationToken(canceled: true));
        await _web.DisposeAsync();
        Endpoint.Dispose();
    }

    internal void AddProblem(string problem)
    {
        lock (_state)
        {
            _problems.Add(problem);
        }
    }

    internal void Know(DiscordUser user)
    {
        lock (_state)
        {
            _users[user.Id] = user;
        }
    }

    internal DiscordUser? FindUser(ulong id)
    {
        lock (_state)
        {
            return id == _bot.Id ? _bot : _users.GetValueOrDefault(id);
        }
    }

    internal DiscordPlace Place(ulong id, Func<DiscordPlace> make)
    {
        lock (_state)
        {
            if (_places.TryGetValue(id, out var known))
            {
                return known;
            }

            return _places[id] = make();
        }
    }

    internal Interaction Start(DiscordPlace place, DiscordUser by, JsonObject payload, DiscordMessage? source, ulong? guild)
    {
        var id = Ids.Next();
        payload["id"] ??= id.Text();
        payload["token"] ??= Tokens.New(id);
        payload["application_id"] ??= Options.ApplicationId.Text();
        var interaction = new Interaction(this, place, by, payload, source);
        Send(interaction, payload.ToUtf8(), guild);
        return interaction;
    }

    internal void Send(IPendingInteraction interaction, byte[] payload, ulong? guild)
    {
        Interactions.Add(interaction);
        if (Endpoint.Url is not null)
        {
            _ = Endpoint.SendAsync(interaction, payload, Interactions);
        }
        else
        {
            Hub.Sessions.Dispatch("INTERACTION_CREATE"u8, payload, guild);
        }
    }

    internal JsonObject BotJson() => _bot.ToJson();

    private string Socket(string path) => "ws" + _web.Urls.First()[4..] + path;
}
