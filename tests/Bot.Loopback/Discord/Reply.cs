using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord;

/// <summary>What the server answers to a request.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The whole body.</param>
internal sealed record Reply(int Status, byte[] Body)
{
    /// <summary>Done, and nothing to tell.</summary>
    public static Reply NoContent { get; } = new(204, []);

    /// <summary>The type of the body.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>The value of <c>Retry-After</c>, in whole seconds.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>After how many seconds the bot may come again.</summary>
    public double? Wait { get; init; }

    /// <summary>The value of <c>X-RateLimit-Scope</c>.</summary>
    public string? Scope { get; init; }

    /// <summary>Whether headers of the rate limit are sent.</summary>
    public bool HasLimits { get; init; } = true;

    /// <summary>A success.</summary>
    public static Reply Ok(JsonNode body) => new(200, body.ToUtf8());

    /// <summary>An error.</summary>
    public static Reply Error(int status, int code, string message) => Of(status, new JsonObject { ["message"] = message, ["code"] = code });

    /// <summary>An error in some JSON.</summary>
    public static Reply Of(int status, JsonObject body) => new(status, body.ToUtf8());

    /// <summary>A page of Cloudflare, which stands before Discord.</summary>
    public static Reply Page(int status, string text, int? retryAfter = null) =>
        new(status, Encoding.UTF8.GetBytes($"<!doctype html><html><head><title>{text}</title></head><body>{text}</body></html>"))
        {
            ContentType = "text/html; charset=UTF-8",
            RetryAfter = retryAfter,
            Wait = retryAfter,
            HasLimits = false,
        };
}
