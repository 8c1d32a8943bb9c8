using System.Net;
using System.Text.Json.Nodes;
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
    private readonly InteractionsEndpoint _endpoint;
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
        _endpoint = new(this);
        if (options.Commands is { } commands)
            Commands.Set(commands, null);
        var requests = new Requests(this, new(this, Commands, Interactions));

        // Nothing of the surroundings has a say: no settings, no logging, no routing.
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

    /// <summary>How it was told to behave.</summary>
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
    public string PublicKey => _endpoint.PublicKey;

    /// <summary>The address that interactions are sent to; null while they go by the gateway.</summary>
    public Uri? InteractionsEndpointUrl => _endpoint.Url;

    /// <summary>The requests that the bot made.</summary>
    public CallLog Calls { get; }

    /// <summary>The connections that the bot made to the gateway.</summary>
    public IReadOnlyList<GatewayConnection> Connections => Hub.Connections;

    /// <summary>What shall go wrong with requests.</summary>
    public FaultScript Faults { get; } = new();

    /// <summary>What shall go wrong with the gateway.</summary>
    public GatewayControl Gateway { get; }

    /// <summary>How many requests of the last 10 minutes count against the bot ("Rate Limits", Invalid Request Limit).</summary>
    public int InvalidRequests => Limits.Invalid;

    /// <summary>How many sessions may still be started today.</summary>
    public int SessionStartsRemaining => SessionStarts.Remaining;

    /// <summary>How often an Identify came.</summary>
    public int Identifies => Hub.Identifies;

    /// <summary>How often a session was resumed.</summary>
    public int Resumes => Hub.Resumes;

    /// <summary>What the real one would have passed over in silence, but a test should know.</summary>
    public IReadOnlyList<string> Problems
    {
        get
        {
            lock (_state)
                return [.. _problems];
        }
    }

    internal Changes Changes { get; } = new();

    internal Snowflakes Ids { get; }

    internal GatewayHub Hub { get; }

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
                return [.. _guilds.Values.Where(g => g.IsInstalled)];
        }
    }

    internal IReadOnlyList<DiscordPlace> Places
    {
        get
        {
            lock (_state)
                return [.. _places.Values];
        }
    }

    /// <summary>Starts a server on a free port of the loopback.</summary>
    public static async Task<DiscordServer> StartAsync(DiscordServerOptions? options = null, CancellationToken cancellation = default)
    {
        var server = new DiscordServer(options ?? new());
        await server._web.StartAsync(cancellation);
        return server;
    }

    /// <summary>A guild. If the app is installed there and its shard is connected, the bot is told of it.</summary>
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
                return known;
            guild = _guilds[id] = new(this, id, name, locale, isInstalled);
        }

        if (isInstalled)
            Hub.Dispatch("GUILD_CREATE"u8, guild.ToCreateJson(this).ToUtf8(), id, intent: 1);
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

    /// <summary>
    /// Sends an interaction written by hand. It gets an <c>id</c>, a <c>token</c>, an <c>application_id</c> and what else stands in
    /// all ("Receiving and Responding", Interaction Structure) unless it names them.
    /// </summary>
    /// <param name="interaction">The payload.</param>
    /// <param name="guildId">The guild whose shard gets it, if its <c>guild_id</c> is not that one.</param>
    public Interaction SendRaw(JsonObject interaction, ulong? guildId = null)
    {
        var payload = (JsonObject)interaction.DeepClone();
        payload["entitlements"] ??= new JsonArray();
        payload["authorizing_integration_owners"] ??= new JsonObject();
        payload["app_permissions"] ??= "0";
        guildId ??= ulong.TryParse(payload.String("guild_id"), out var named) ? named : null;
        var channel = ulong.TryParse(payload.String("channel_id"), out var id) ? id : guildId ?? 1;
        var guild = guildId is { } known ? Guild(known, "Raw") : null;
        var place = Place(channel, () => new(this, channel, guild is null ? InteractionContext.BotDm : InteractionContext.Guild, guild, null));
        var user = (payload["member"]?["user"] ?? payload["user"]) is JsonObject by && ulong.TryParse(by.String("id"), out var userId)
            ? new DiscordUser(userId, by.String("global_name") ?? by.String("username") ?? "?")
            : new DiscordUser(1, "?");
        return Start(place, user, payload, null, guildId);
    }

    /// <summary>
    /// Sends very many slash commands, and counts the answers. Of the answers only the shape is looked at, and nothing of
    /// them is kept; the channels show none of them. It waits until all are answered.
    /// </summary>
    /// <param name="by">Who runs them.</param>
    /// <param name="places">Where, in turn.</param>
    /// <param name="command">The command.</param>
    /// <param name="options">The options, in turn.</param>
    /// <param name="count">How many.</param>
    /// <param name="inFlight">How many wait for an answer at once.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<FloodResult> FloodAsync(DiscordUser by, IReadOnlyList<DiscordPlace> places, string command, IReadOnlyList<JsonObject> options, int count, int inFlight, CancellationToken cancellation)
    {
        var templates = new List<FloodTemplate>();
        foreach (var given in options)
        {
            foreach (var place in places)
            {
                var found = place.Command(by, command, 1, out var owners);
                var data = DiscordPlace.Data(found);
                data["options"] = CommandInput.Options(found, command, given, by.Locale, focused: null);
                templates.Add(new(place.Payload(by, 2, data, owners, null), place.Guild?.Id));
            }
        }

        using var run = new FloodRun(this, count, inFlight);
        return await run.RunAsync(templates, cancellation);
    }

    /// <summary>
    /// Sets the address that interactions are sent to instead of the gateway, after the checks that Discord makes; null
    /// goes back to the gateway.
    /// </summary>
    /// <exception cref="InvalidOperationException">The endpoint was refused.</exception>
    public async Task SetInteractionsEndpointAsync(string? url, CancellationToken cancellation)
    {
        if (url is null)
        {
            _endpoint.Url = null;
            return;
        }

        var address = new Uri(url);
        if (await _endpoint.ValidateAsync(address, cancellation) is { } wrong)
            throw new InvalidOperationException($"The specified interactions endpoint url could not be verified: {wrong}.");
        _endpoint.Url = address;
    }

    /// <summary>
    /// Makes the routine check of the endpoint ("Interactions Overview", Validating Security Request Headers). One that
    /// fails is removed.
    /// </summary>
    /// <returns>Whether it passed.</returns>
    public async Task<bool> CheckInteractionsEndpointAsync(CancellationToken cancellation)
    {
        var address = _endpoint.Url ?? throw new InvalidOperationException("No endpoint is set.");
        if (await _endpoint.ValidateAsync(address, cancellation) is not { } wrong)
            return true;
        AddProblem($"the endpoint was removed: {wrong}");
        _endpoint.Url = null;
        return false;
    }

    /// <summary>Resets the bot's token: the old one is valid no more, and all sessions end.</summary>
    public void ResetToken()
    {
        Token = Options.Token + "-reset";
        Gateway.Close(4004, "Authentication failed.");
    }

    /// <summary>Waits until so many shards have a connection with a session.</summary>
    public Task WaitForReadyAsync(int shards, CancellationToken cancellation) =>
        Changes.WhenAsync(() => Hub.Live.Select(s => s.Shard).Distinct().Count() >= shards, cancellation);

    /// <summary>Waits until the bot has overwritten the commands, and gives them.</summary>
    public async Task<JsonArray> WaitForCommandsAsync(CancellationToken cancellation)
    {
        await Changes.WhenAsync(() => Commands.Overwrites > 0, cancellation);
        return RegisteredCommands();
    }

    /// <summary>Waits until so many times an Identify came.</summary>
    public Task WaitForIdentifiesAsync(int count, CancellationToken cancellation) => Changes.WhenAsync(() => Identifies >= count, cancellation);

    /// <summary>Waits until so many times a session was resumed.</summary>
    public Task WaitForResumesAsync(int count, CancellationToken cancellation) => Changes.WhenAsync(() => Resumes >= count, cancellation);

    /// <summary>Waits until so many heartbeats came, over all connections.</summary>
    public Task WaitForHeartbeatsAsync(int count, CancellationToken cancellation) => Changes.WhenAsync(() => Hub.Heartbeats >= count, cancellation);

    /// <summary>Waits until so many connections were made.</summary>
    public Task WaitForConnectionsAsync(int count, CancellationToken cancellation) => Changes.WhenAsync(() => Connections.Count >= count, cancellation);

    /// <summary>Waits until the connections are as asked, and gives them.</summary>
    public async Task<IReadOnlyList<GatewayConnection>> WaitForConnectionsAsync(Func<IReadOnlyList<GatewayConnection>, bool> predicate, CancellationToken cancellation)
    {
        await Changes.WhenAsync(() => predicate(Connections), cancellation);
        return Connections;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Held requests and connections are cut, for nobody waits for them any more.
        await _web.StopAsync(new CancellationToken(canceled: true));
        await _web.DisposeAsync();
        _endpoint.Dispose();
    }

    internal void AddProblem(string problem)
    {
        lock (_state)
            _problems.Add(problem);
    }

    internal void Know(DiscordUser user)
    {
        lock (_state)
            _users[user.Id] = user;
    }

    internal DiscordUser? FindUser(ulong id)
    {
        lock (_state)
            return id == _bot.Id ? _bot : _users.GetValueOrDefault(id);
    }

    internal DiscordPlace Place(ulong id, Func<DiscordPlace> make)
    {
        lock (_state)
        {
            if (_places.TryGetValue(id, out var known))
                return known;
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
        if (_endpoint.Url is not null)
            _ = _endpoint.SendAsync(interaction, payload, Interactions);
        else
            Hub.Dispatch("INTERACTION_CREATE"u8, payload, guild);
    }

    internal Reply GatewayReply() => Reply.Ok(new JsonObject { ["url"] = GatewayUrl });

    internal Reply GatewayBotReply() => Reply.Ok(new JsonObject
    {
        ["url"] = GatewayUrl,
        ["session_start_limit"] = new JsonObject
        {
            ["max_concurrency"] = Options.MaxConcurrency,
            ["remaining"] = SessionStarts.Remaining,
            ["reset_after"] = (long)SessionStarts.ResetAfter.TotalMilliseconds,
            ["total"] = Options.SessionStarts,
        },
        ["shards"] = Options.Shards,
    });

    internal JsonObject BotJson() => _bot.ToJson();

    internal JsonObject ApplicationJson() => new()
    {
        ["id"] = Options.ApplicationId.Text(),
        ["name"] = Options.Name,
        ["icon"] = null,
        ["description"] = "",
        ["type"] = null,
        ["bot"] = BotJson(),
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["verify_key"] = PublicKey,
        ["flags"] = ApplicationFlags,
        ["flags_new"] = "0",
        ["integration_types_config"] = new JsonObject([.. Options.IntegrationTypes.Select(t => KeyValuePair.Create($"{t}", (JsonNode?)new JsonObject()))]),
        ["owner"] = new DiscordUser(1, "Owner").ToJson(),
        ["redirect_uris"] = new JsonArray(),
        ["interactions_endpoint_url"] = InteractionsEndpointUrl?.ToString(),
        ["role_connections_verification_url"] = null,
        ["approximate_guild_count"] = InstalledGuilds.Count,
        ["approximate_user_install_count"] = 0,
        ["approximate_user_authorization_count"] = 0,
        ["explicit_content_filter"] = 0,
        ["team"] = null,
    };

    private string Socket(string path) => "ws" + _web.Urls.First()[4..] + path;
}
