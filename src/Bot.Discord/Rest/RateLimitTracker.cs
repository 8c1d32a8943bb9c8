using System.Globalization;
using System.Net;

namespace Bot.Discord.Rest;

/// <summary>
/// Tracks Discord's rate limits (Rate Limits). No limit is known in advance: they are learnt from the headers of answers, by bucket. Safe
/// for any number of threads.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class RateLimitTracker(TimeProvider time)
{
    /// <summary>The key of responses to interactions, to which the global limit does not apply (Rate Limits, Global Rate Limit).</summary>
    public const string Responses = "POST interactions";

    /// <summary>
    /// After 10,000 invalid requests in ten minutes Discord bans the address (Rate Limits, Invalid Request Limit). The bot stops at this
    /// number, because other bots may share the address.
    /// </summary>
    public const int MaxInvalid = 8000;

    private const double MinSeconds = 0.1;

    private static readonly TimeSpan s_invalidWindow = TimeSpan.FromMinutes(10);

    private readonly long _start = time.GetTimestamp();
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _buckets = [];
    private readonly Dictionary<string, TimeSpan> _emptyUntil = [];
    private readonly Queue<TimeSpan> _invalid = new();
    private TimeSpan _allUntil;
    private TimeSpan _bannedUntil;

    /// <summary>The wait before a request.</summary>
    /// <param name="limit">A <see cref="Route.RateLimitKey"/>, or <see cref="Responses"/>.</param>
    public TimeSpan Wait(string limit)
    {
        lock (_lock)
        {
            var now = Now;
            var until = _emptyUntil.GetValueOrDefault(_buckets.GetValueOrDefault(limit, limit));
            if (limit != Responses && _allUntil > until)
            {
                until = _allUntil;
            }

            if (_bannedUntil > until)
            {
                until = _bannedUntil;
            }

            ForgetInvalid(now);
            if (_invalid.Count >= MaxInvalid && _invalid.Peek() + s_invalidWindow > until)
            {
                until = _invalid.Peek() + s_invalidWindow;
            }

            return until > now ? until - now : TimeSpan.Zero;
        }
    }

    /// <summary>Learns from an answer.</summary>
    /// <param name="limit">A <see cref="Route.RateLimitKey"/>, or <see cref="Responses"/>.</param>
    /// <param name="response">The answer's status and headers.</param>
    /// <param name="retryAfter">The seconds in the body of a 429, which are more precise than those in the header; null: none.</param>
    /// <returns>Whether it is the last invalid request before all requests must wait.</returns>
    public bool Record(string limit, HttpResponseMessage response, double? retryAfter = null)
    {
        lock (_lock)
        {
            var now = Now;
            var scope = Header(response, "X-RateLimit-Scope");
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                var until = now + RetryAfter(response, retryAfter);
                var isGlobal = scope == "global" || Header(response, "X-RateLimit-Global") is not null;
                if (scope is null && retryAfter is null)
                {
                    // This is not one of Discord's limits but a ban by a server before it, which applies to the address (Rate Limits, Invalid Request Limit).
                    _bannedUntil = until;
                }
                else if (isGlobal && limit != Responses)
                {
                    _allUntil = until;
                }
                else if (isGlobal || limit != Responses)
                {
                    _emptyUntil[Bucket(limit, response)] = until;
                }
            }
            else if (limit != Responses && Header(response, "X-RateLimit-Remaining") == "0" && Seconds(response, "X-RateLimit-Reset-After") is { } reset)
            {
                _emptyUntil[Bucket(limit, response)] = now + TimeSpan.FromSeconds(reset);
            }

            return IsInvalid(response.StatusCode, scope) && CountInvalid(now);
        }
    }

    /// <summary>The wait that a 429 asks for: at least a tenth of a second, and a second by default.</summary>
    /// <param name="response">The response with the headers.</param>
    /// <param name="inBody">The seconds in the body, which are more precise than those in the header; null: none.</param>
    public static TimeSpan RetryAfter(HttpResponseMessage response, double? inBody) =>
        TimeSpan.FromSeconds(Math.Max(MinSeconds, Valid(inBody) ?? Seconds(response, "Retry-After") ?? 1));

    private TimeSpan Now => time.GetElapsedTime(_start);

    // Every response to an interaction has its own token and therefore its own limits.
    private string Bucket(string limit, HttpResponseMessage response)
    {
        if (limit != Responses && Header(response, "X-RateLimit-Bucket") is { } bucket)
        {
            // A bucket is counted separately for each app and server in the path.
            _buckets[limit] = $"{bucket} {limit[(limit.IndexOf(' ') + 1)..]}";
        }

        return _buckets.GetValueOrDefault(limit, limit);
    }

    private static bool IsInvalid(HttpStatusCode status, string? scope) =>
        status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (status == HttpStatusCode.TooManyRequests && scope != "shared");

    private bool CountInvalid(TimeSpan now)
    {
        ForgetInvalid(now);
        _invalid.Enqueue(now);
        return _invalid.Count == MaxInvalid;
    }

    private void ForgetInvalid(TimeSpan now)
    {
        while (_invalid.TryPeek(out var oldest) && oldest + s_invalidWindow <= now)
        {
            _invalid.Dequeue();
        }
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static double? Seconds(HttpResponseMessage response, string name) =>
        double.TryParse(Header(response, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? Valid(seconds) : null;

    // A negative wait, or one of more than two weeks, is invalid.
    private static double? Valid(double? seconds) => seconds is >= 0 and < 1e6 ? seconds : null;
}
