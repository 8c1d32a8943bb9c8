using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord;

/// <summary>
/// Something that goes wrong with a request. Say <c>with { Executes = true }</c> for one that is carried out all the same,
/// so that only its answer is lost, or <c>false</c> for one that comes before.
/// </summary>
public sealed record Fault
{
    private Fault()
    {
    }

    /// <summary>Whether the request is carried out before the fault.</summary>
    public bool Executes { get; init; }

    internal FaultKind Kind { get; private init; }

    internal Reply? Reply { get; private init; }

    internal TimeSpan Delay { get; private init; }

    internal Task Until { get; private init; } = Task.CompletedTask;

    /// <summary>429 ("Rate Limits", Exceeding A Rate Limit).</summary>
    public static Fault RateLimited(double retryAfter, RateLimitScope scope = RateLimitScope.User, bool withBody = true) =>
        new() { Reply = RateLimits.Exceeded(retryAfter, scope, withBody) };

    /// <summary>The ban by Cloudflare: 429, a web page, and no header of the rate limit. That it looks so is common knowledge.</summary>
    public static Fault Banned(int retryAfter) => new() { Reply = Bot.Loopback.Discord.Reply.Page(429, "Access denied | discord.com used Cloudflare to restrict access (error 1015)", retryAfter) };

    /// <summary>An error of Discord.</summary>
    public static Fault Of(int status, int code, string message) => new() { Reply = Bot.Loopback.Discord.Reply.Error(status, code, message) };

    /// <summary>An error with a web page: 502 and the like.</summary>
    public static Fault Page(int status) => new() { Reply = Bot.Loopback.Discord.Reply.Page(status, status.ToString(CultureInfo.InvariantCulture)) };

    /// <summary>401: the token was reset.</summary>
    public static Fault Unauthorized() => Of(401, 0, "401: Unauthorized");

    /// <summary>The answer is 200 with some JSON.</summary>
    public static Fault Answers(JsonNode body) => new() { Reply = Bot.Loopback.Discord.Reply.Ok(body) };

    /// <summary>The answer is 200 with a web page.</summary>
    public static Fault Garbage() => Page(200);

    /// <summary>The connection is cut before an answer. Nothing is carried out, unless <see cref="Executes"/> says so.</summary>
    public static Fault Cut() => new() { Kind = FaultKind.Cut };

    /// <summary>The request is carried out, and the connection is cut in the middle of its answer.</summary>
    public static Fault CutInAnswer() => new() { Kind = FaultKind.CutInAnswer, Executes = true };

    /// <summary>The request is carried out, and the answer is a whole HTTP response that holds half of the JSON.</summary>
    public static Fault TruncatedJson() => new() { Kind = FaultKind.TruncatedJson, Executes = true };

    /// <summary>The request is carried out, and its answer comes when the test says so.</summary>
    public static Fault Slow(Task until) => new() { Kind = FaultKind.Slow, Until = until, Executes = true };

    /// <summary>The request is carried out, and its answer comes after a time.</summary>
    public static Fault Slow(TimeSpan delay) => new() { Kind = FaultKind.Slow, Delay = delay, Executes = true };
}
