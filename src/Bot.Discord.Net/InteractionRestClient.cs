using System.Globalization;
using System.Net;
using System.Text.Json;
using Discord.Net.Rest;

namespace Bot.Discord.Net;

/// <summary>
/// Makes Discord.Net's requests. Every response to an interaction has a token, and with it limits, of its own; Discord.Net would count
/// all against those that the headers of any one tell, and send a few in a second. So it is told none, and whoever responds is told of
/// those that are met. Nor is the bot's token sent along, which a response does not need.
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

    // What tells no scope is none of Discord's limits but a ban by what stands before it, which is of the address (Rate Limits, Invalid
    // Request Limit).
    private static bool IsGlobal(Dictionary<string, string> headers) => headers.ContainsKey("X-RateLimit-Global") || !headers.ContainsKey("X-RateLimit-Scope");

    // The body's seconds are finer than the header's (Rate Limits, Rate Limit Response Structure).
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
            // It comes from something before Discord, and the header counts.
        }

        return TimeSpan.FromSeconds(Math.Clamp(seconds, MinSeconds, TimeSpan.SecondsPerDay));
    }
}

/// <summary>Discord wants a response later.</summary>
/// <param name="wait">How much later.</param>
/// <param name="isGlobal">Whether it wants all responses later.</param>
internal sealed class RateLimitedException(TimeSpan wait, bool isGlobal) : Exception($"Discord asks to wait {wait.TotalSeconds} s.")
{
    /// <summary>How much later.</summary>
    public TimeSpan Wait { get; } = wait;

    /// <summary>Whether it wants all responses later.</summary>
    public bool IsGlobal { get; } = isGlobal;
}
