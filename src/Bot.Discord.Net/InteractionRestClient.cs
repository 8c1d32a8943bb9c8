using System.Globalization;
using System.Net;
using System.Text.Json;
using Discord.Net.Rest;

namespace Bot.Discord.Net;

/// <summary>
/// Sends Discord.Net's requests. Every response to an interaction has its own token and therefore its own limits. Discord.Net would apply
/// the headers of one response to all of them, and send only a few a second. So those headers are hidden from it, and a limit that is hit
/// is reported to the responder instead. The bot's token is not sent either, because a response does not need it.
/// </summary>
/// <param name="address">The address of the API.</param>
internal sealed class InteractionRestClient(string address) : IRestClient
{
    private const string Responses = "interactions/";
    private const string Authorization = "authorization";
    private const double MinSeconds = 0.1;

    private readonly IRestClient _calling = DefaultRestClientProvider.Instance(address);
    private readonly IRestClient _responding = DefaultRestClientProvider.Instance(address);

    /// <inheritdoc/>
    public void SetHeader(string key, string value)
    {
        _calling.SetHeader(key, value);
        if (!key.Equals(Authorization, StringComparison.OrdinalIgnoreCase))
        {
            _responding.SetHeader(key, value);
        }
    }

    /// <inheritdoc/>
    public void SetCancelToken(CancellationToken cancelToken)
    {
        _calling.SetCancelToken(cancelToken);
        _responding.SetCancelToken(cancelToken);
    }

    /// <inheritdoc/>
    public Task<RestResponse> SendAsync(
        string method,
        string endpoint,
        CancellationToken cancelToken,
        bool headerOnly = false,
        string? reason = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) =>
        _calling.SendAsync(method, endpoint, cancelToken, headerOnly, reason, requestHeaders);

    /// <inheritdoc/>
    public async Task<RestResponse> SendAsync(
        string method,
        string endpoint,
        string json,
        CancellationToken cancelToken,
        bool headerOnly = false,
        string? reason = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null)
    {
        if (!endpoint.StartsWith(Responses, StringComparison.Ordinal))
        {
            return await _calling.SendAsync(method, endpoint, json, cancelToken, headerOnly, reason, requestHeaders).ConfigureAwait(false);
        }

        var response = await _responding.SendAsync(method, endpoint, json, cancelToken, headerOnly, reason, requestHeaders).ConfigureAwait(false);
        return response.StatusCode == HttpStatusCode.TooManyRequests
            ? throw new RateLimitedException(await WaitAsync(response, cancelToken).ConfigureAwait(false), IsGlobal(response.Headers))
            : new RestResponse(response.StatusCode, [], response.Stream);
    }

    /// <inheritdoc/>
    public Task<RestResponse> SendAsync(
        string method,
        string endpoint,
        IReadOnlyDictionary<string, object> multipartParams,
        CancellationToken cancelToken,
        bool headerOnly = false,
        string? reason = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) =>
        _calling.SendAsync(method, endpoint, multipartParams, cancelToken, headerOnly, reason, requestHeaders);

    /// <inheritdoc/>
    public void Dispose()
    {
        _calling.Dispose();
        _responding.Dispose();
    }

    // A 429 without a scope is not one of Discord's limits but a ban by a server before it, which applies to the address (Rate Limits, Invalid
    // Request Limit).
    private static bool IsGlobal(Dictionary<string, string> headers) => headers.ContainsKey("X-RateLimit-Global") || !headers.ContainsKey("X-RateLimit-Scope");

    // The seconds in the body are more precise than those in the header (Rate Limits, Rate Limit Response Structure).
    private static async Task<TimeSpan> WaitAsync(RestResponse response, CancellationToken cancellation)
    {
        var seconds = response.Headers.TryGetValue("Retry-After", out var header) && double.TryParse(header, NumberStyles.Float, CultureInfo.InvariantCulture, out var notified) ? notified : 1;
        try
        {
            using var body = await JsonDocument.ParseAsync(response.Stream, default, cancellation).ConfigureAwait(false);
            seconds = body.RootElement.GetProperty("retry_after").GetDouble();
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // The answer comes from a server before Discord, so the header counts.
        }

        return TimeSpan.FromSeconds(Math.Clamp(seconds, MinSeconds, TimeSpan.SecondsPerDay));
    }
}

/// <summary>Discord asks to send a response later.</summary>
/// <param name="wait">The wait.</param>
/// <param name="isGlobal">Whether all responses must wait.</param>
internal sealed class RateLimitedException(TimeSpan wait, bool isGlobal) : Exception($"Discord asks to wait {wait.TotalSeconds} s.")
{
    /// <summary>The wait.</summary>
    public TimeSpan Wait { get; } = wait;

    /// <summary>Whether all responses must wait.</summary>
    public bool IsGlobal { get; } = isGlobal;
}
