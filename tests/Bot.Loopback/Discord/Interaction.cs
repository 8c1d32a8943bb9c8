using System.Text.Json.Nodes;
using Bot.Loopback.Discord.Rules;

namespace Bot.Loopback.Discord;

/// <summary>Something that a person did, which the bot is informed of and has to respond to.</summary>
public sealed class Interaction : IPendingInteraction
{
    private readonly DiscordServer _server;

    internal Interaction(DiscordServer server, DiscordPlace place, DiscordUser user, JsonObject payload, DiscordMessage? source)
    {
        _server = server;
        (Place, User, Payload, Source) = (place, user, payload, source);
        Id = ulong.Parse(payload.String("id")!, System.Globalization.CultureInfo.InvariantCulture);
        Token = payload.String("token")!;
        Kind = (InteractionKind)(payload.Integer("type") ?? 0);
        At = server.Options.Time.GetUtcNow();
    }

    /// <summary>The identifier.</summary>
    public ulong Id { get; }

    /// <summary>The token that the bot responds with.</summary>
    public string Token { get; }

    /// <summary>When it was started.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The type.</summary>
    public InteractionKind Kind { get; }

    /// <summary>Where it was started.</summary>
    public DiscordPlace Place { get; }

    /// <summary>Who started it.</summary>
    public DiscordUser User { get; }

    /// <summary>What the bot was told.</summary>
    public JsonObject Payload { get; }

    /// <summary>How long a person waits for the first response.</summary>
    public static TimeSpan Window => Interactions.FirstWait;

    /// <summary>The first response; null until it comes.</summary>
    public InteractionResponse? Response { get; internal set; }

    /// <summary>Why the bot failed to respond, if the server knows: it refused the response, or the endpoint gave an invalid answer.</summary>
    public string? Failure { get; internal set; }

    /// <summary>Whether the person sees "The application did not respond": 3 seconds passed without a response.</summary>
    public bool HasFailed => Response is null && _server.Options.Time.GetUtcNow() - At > Interactions.FirstWait;

    /// <summary>The message of the first response, as it stands now; null if there is none or it was deleted.</summary>
    public DiscordMessage? Message => OriginalId is { } id ? Place.Find(id) : null;

    /// <summary>The messages that followed the first response, as they stand now.</summary>
    public IReadOnlyList<DiscordMessage> FollowUps
    {
        get
        {
            lock (Lock)
            {
                return [.. FollowUpIds.Select(Place.Find).OfType<DiscordMessage>()];
            }
        }
    }

    internal Lock Lock { get; } = new();

    internal DiscordMessage? Source { get; }

    internal ulong? OriginalId { get; set; }

    internal List<ulong> FollowUpIds { get; } = [];

    /// <summary>Waits for the first response.</summary>
    public async Task<InteractionResponse> ResponseAsync(CancellationToken cancellation)
    {
        await _server.Changes.WhenAsync(() => Response is not null || Failure is not null, cancellation);
        return Response ?? throw new InvalidOperationException(Failure);
    }

    /// <summary>Waits until a message of the response is shown that no longer says that the bot thinks.</summary>
    public async Task<DiscordMessage> MessageAsync(CancellationToken cancellation)
    {
        await _server.Changes.WhenAsync(() => Failure is not null || Message is { IsLoading: false }, cancellation);
        return Message ?? throw new InvalidOperationException(Failure);
    }

    /// <summary>Waits until so many messages followed the first response, and gives them.</summary>
    public async Task<IReadOnlyList<DiscordMessage>> FollowUpsAsync(int count, CancellationToken cancellation)
    {
        await _server.Changes.WhenAsync(() => FollowUps.Count >= count, cancellation);
        return FollowUps;
    }
}
