using System.Net;

namespace Bot.Discord.Rest;

/// <summary>Discord, or a server before it, answered a request with an error.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">The code in the body (Opcodes and Status Codes, JSON Error Codes); null when the body is not one of Discord's.</param>
/// <param name="text">The beginning of the body.</param>
/// <param name="retryAfter">The wait that a 429 asks for.</param>
internal sealed class ErrorResponseException(HttpStatusCode status, int? code, string text, TimeSpan retryAfter) : Exception(text)
{
    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>The code in the body; null when the body is not one of Discord's.</summary>
    public int? Code { get; } = code;

    /// <summary>The wait that a 429 asks for.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;

    /// <summary>Whether the request would be rejected again. An error without a JSON body comes from a server before Discord and may be temporary.</summary>
    public bool IsRefusal =>
        (int)Status < 500 && Status != HttpStatusCode.TooManyRequests && (Code is not null || Status == HttpStatusCode.Unauthorized);
}
