using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.Loopback.Discord;

/// <summary>The limits of each route and of all, and the ban of who is answered too often with 401, 403 or 429 ("Rate Limits").</summary>
internal sealed class RateLimits(DiscordServerOptions options)
{
    private const string GlobalBucket = "global";
    private const string EveryBucket = "every";
    private static readonly TimeSpan s_banWindow = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_tolerance = TimeSpan.FromMilliseconds(20);
    private readonly ConcurrentDictionary<string, RateBucket> _buckets = new();
    private readonly RateBucket _global = new(options.GlobalLimit, TimeSpan.FromSeconds(1));
    private readonly Queue<DateTimeOffset> _invalid = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _waits = new();

    /// <summary>How many requests counted against the bot in the last 10 minutes.</summary>
    public int Invalid
    {
        get
        {
            lock (_invalid)
            {
                Turn();
                return _invalid.Count;
            }
        }
    }

    /// <summary>Whether there was a 429.</summary>
    public bool HasWaits => !_waits.IsEmpty;

    /// <summary>Whether the address is banned.</summary>
    public bool IsBanned => Invalid >= options.MaxInvalidRequests;

    /// <summary>429 of some scope.</summary>
    public static Reply Exceeded(double retryAfter, RateLimitScope scope, bool withBody = true)
    {
        var body = new JsonObject
        {
            ["message"] = scope == RateLimitScope.Shared ? "The resource is being rate limited." : "You are being rate limited.",
            ["retry_after"] = retryAfter,
            ["global"] = scope == RateLimitScope.Global,
        };
        return new(429, withBody ? body.ToUtf8() : [])
        {
            RetryAfter = (int)Math.Ceiling(retryAfter),
            Wait = retryAfter,
            Scope = scope switch { RateLimitScope.Shared => "shared", RateLimitScope.Global => "global", _ => "user" },
            HasLimits = scope != RateLimitScope.Global,
        };
    }

    /// <summary>Counts a request against the limit of all; gives the refusal if it is one too many.</summary>
    public Reply? TakeGlobal()
    {
        if (options.GlobalLimit == 0)
        {
            return null;
        }

        var now = options.Time.GetUtcNow();
        var standing = _global.Take(now);
        return standing.IsAllowed ? null : Exceeded(Seconds(standing.Resets - now), RateLimitScope.Global);
    }

    /// <summary>Counts a request against the limit of its route.</summary>
    public RateBucket.BucketState Take(string bucket) =>
        _buckets.GetOrAdd(bucket, static (_, o) => new(o.RouteLimit, o.RouteWindow), options).Take(options.Time.GetUtcNow());

    /// <summary>The refusal for a route.</summary>
    public Reply Exceeded(RateBucket.BucketState standing) => Exceeded(Seconds(standing.Resets - options.Time.GetUtcNow()), RateLimitScope.User);

    /// <summary>How much too early a request comes after a 429; null if it is not.</summary>
    public TimeSpan? TooEarly(string bucket, bool isFree)
    {
        var ends = new[] { bucket, EveryBucket, isFree ? "" : GlobalBucket }.Max(b => _waits.GetValueOrDefault(b));
        var early = ends - options.Time.GetUtcNow();
        return early > s_tolerance ? early : null;
    }

    /// <summary>Remembers how long a 429 makes the bot wait, and counts it, a 401 or a 403 against the bot.</summary>
    public void Count(Reply reply, string bucket)
    {
        if (reply.Status == 429 && reply.Wait is { } seconds)
        {
            _waits[reply.Scope switch { null => EveryBucket, "global" => GlobalBucket, _ => bucket }] = options.Time.GetUtcNow() + TimeSpan.FromSeconds(seconds);
        }

        if (reply.Scope == "shared")
        {
            return;
        }

        lock (_invalid)
        {
            _invalid.Enqueue(options.Time.GetUtcNow());
        }
    }

    /// <summary>Writes the headers.</summary>
    public void Write(IHeaderDictionary headers, Reply reply, string bucket, RateBucket.BucketState standing)
    {
        if (reply.Scope is not null)
        {
            headers["X-RateLimit-Scope"] = reply.Scope;
        }

        if (reply.Scope == "global")
        {
            headers["X-RateLimit-Global"] = "true";
        }

        if (!reply.HasLimits)
        {
            return;
        }

        var after = Seconds(standing.Resets - options.Time.GetUtcNow());
        headers["X-RateLimit-Limit"] = standing.Limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = (reply.Status == 429 && reply.Scope == "user" ? 0 : standing.Remaining).ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = (standing.Resets.ToUnixTimeMilliseconds() / 1000.0).ToString("0.000", CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset-After"] = after.ToString("0.000", CultureInfo.InvariantCulture);
        headers["X-RateLimit-Bucket"] = bucket;
    }

    private static double Seconds(TimeSpan time) => Math.Max(0, Math.Round(time.TotalSeconds, 3));

    private void Turn()
    {
        var since = options.Time.GetUtcNow() - s_banWindow;
        while (_invalid.TryPeek(out var first) && first <= since)
        {
            _invalid.Dequeue();
        }
    }
}
