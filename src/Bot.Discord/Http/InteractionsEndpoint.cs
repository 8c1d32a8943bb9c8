using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Bot.Adapters.Monitoring;
using Bot.Discord.Logging;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;
using NSec.Cryptography;

namespace Bot.Discord.Http;

/// <summary>The answer to an HTTP request.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Json">The body; empty: none.</param>
public readonly record struct EndpointResponse(int Status, ReadOnlyMemory<byte> Json = default);

/// <summary>
/// Receives interactions by HTTP. The body of a request is parsed only after its signature has been verified (Interactions Overview,
/// Setting up an Endpoint). No state is kept between requests, so any number of bots can share one address.
/// </summary>
public sealed partial class InteractionsEndpoint : IDisposable
{
    /// <summary>The header with the signature: 128 hexadecimal digits.</summary>
    public const string SignatureHeader = "X-Signature-Ed25519";

    /// <summary>The header with the signature's timestamp: seconds since 1970.</summary>
    public const string TimestampHeader = "X-Signature-Timestamp";

    /// <summary>The maximum size of a request in bytes. The message of a message command has at most 4,000 characters of text, ten embeds and 40 components.</summary>
    public const int MaxBytes = 256 << 10;

    /// <summary>The minimum rate of a body in bytes per second, which applies after <see cref="MaxSilence"/>. The host enforces it.</summary>
    public const int MinBytesPerSecond = 100_000;

    private const int FirstBytes = 16 << 10;
    private const int MaxTimestampLength = 16;

    /// <summary>How long a body may take to start: Discord sends it at once, and does not wait longer for the response.</summary>
    public static TimeSpan MaxSilence => TimeSpan.FromSeconds(3);

    // An older signature may belong to a request that somebody recorded and replays. The clocks of small machines may be slightly wrong.
    private static readonly TimeSpan s_maxAge = TimeSpan.FromMinutes(5);

    // Discord waits three seconds for the response (Interactions, Receiving and Responding); the rest is for the network.
    private static readonly TimeSpan s_maxSearchWait = TimeSpan.FromSeconds(2.5);

    // The time for the whole body at the minimum rate.
    private static readonly TimeSpan s_readTimeout = TimeSpan.FromSeconds(10);

    private static readonly SignatureAlgorithm s_ed25519 = SignatureAlgorithm.Ed25519;

    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly AdapterTelemetry _telemetry;

    // Anybody can cause these lines any number of times.
    private readonly ThrottledWarning _rejected;
    private readonly ThrottledWarning _stale;
    private long _lastAge;
    private volatile Listener? _listener;

    internal InteractionsEndpoint(TimeProvider time, ILogger logger, AdapterTelemetry telemetry)
    {
        (_time, _logger, _telemetry) = (time, logger, telemetry);
        _rejected = new ThrottledWarning(time, LogRejected);
        _stale = new ThrottledWarning(time, count => LogStale(count, Interlocked.Read(ref _lastAge)));
    }

    /// <summary>Handles one request.</summary>
    /// <param name="signature">The value of <see cref="SignatureHeader"/>; null when it is missing.</param>
    /// <param name="timestamp">The value of <see cref="TimestampHeader"/>; null when it is missing.</param>
    /// <param name="body">The body. At most <see cref="MaxBytes"/> of it are read.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <param name="length">The body's length in bytes according to its header; null when not given.</param>
    /// <returns>
    /// 200 with the response; 400 for an incomplete body or one that is not an interaction, 401, 408 for a body that does not arrive, 413, or
    /// 503 before the bot knows the key, or when the search is not built in time.
    /// </returns>
    public async Task<EndpointResponse> ReceiveAsync(string? signature, string? timestamp, Stream body, CancellationToken cancellation, long? length = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (_listener is not { } listener)
        {
            return new EndpointResponse(503);
        }

        var signed = new byte[s_ed25519.SignatureSize];
        if (signature?.Length != 2 * signed.Length
            || Convert.FromHexString(signature, signed, out _, out _) != OperationStatus.Done
            || timestamp is not { Length: > 0 and <= MaxTimestampLength }
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return Reject(401);
        }

        if (length > MaxBytes)
        {
            return Reject(413);
        }

        var (interaction, status) = await ReadInTimeAsync(listener, signed, timestamp, seconds, body, cancellation).ConfigureAwait(false);
        return interaction is null ? new EndpointResponse(status) : await RespondAsync(listener, interaction, cancellation).ConfigureAwait(false);
    }

    /// <summary>Logs the rejected requests that were counted but not logged yet.</summary>
    public void Dispose()
    {
        _rejected.Dispose();
        _stale.Dispose();
    }

    // An error in a body whose signature is not verified yet can be caused by anybody: it is counted, and its details are not logged.
    private async Task<(Interaction? Interaction, int Status)> ReadInTimeAsync(
        Listener listener, byte[] signature, string timestamp, long seconds, Stream body, CancellationToken cancellation)
    {
        var began = _time.GetTimestamp();
        using var timeout = new CancellationTokenSource(s_readTimeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            return await ReadAsync(listener, signature, timestamp, seconds, body, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, Reject(408).Status);
        }
        catch (IOException)
        {
            // The host rejected a body that was too slow, or the connection broke.
            return (null, Reject(_time.GetElapsedTime(began) >= MaxSilence ? 408 : 400).Status);
        }
    }

    private EndpointResponse Reject(int status)
    {
        _rejected.Report();
        return new EndpointResponse(status);
    }

    // The buffer is returned before the wait for the search.
    private async Task<(Interaction? Interaction, int Status)> ReadAsync(
        Listener listener, byte[] signature, string timestamp, long seconds, Stream body, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBytes);
        try
        {
            // The signature covers the timestamp followed by the body.
            var start = Encoding.ASCII.GetBytes(timestamp, buffer);
            var end = start;
            while (await body.ReadAsync(buffer.AsMemory(end), cancellation).ConfigureAwait(false) is > 0 and var count)
            {
                end += count;
                if (end - start > MaxBytes)
                {
                    return (null, Reject(413).Status);
                }

                if (end == buffer.Length)
                {
                    buffer = Grow(buffer);
                }
            }

            return (Read(listener, signature, seconds, buffer.AsSpan(0, end), start, out var status), status);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Starts to accept requests. Before that, Discord gets 503.</summary>
    /// <param name="publicKey">The app's public key.</param>
    /// <param name="respond">Creates the response to an interaction.</param>
    /// <param name="search">Completes when questions can be answered; null: they can.</param>
    internal void Open(PublicKey publicKey, Func<Interaction, CancellationToken, ValueTask<InteractionResponse>> respond, Task? search = null) =>
        _listener = new Listener(publicKey, respond, search ?? Task.CompletedTask);

    /// <summary>Parses an app's public key; null when it is invalid.</summary>
    internal static PublicKey? Key(string hexadecimal)
    {
        var bytes = new byte[s_ed25519.PublicKeySize];
        return hexadecimal.Length == 2 * bytes.Length
            && Convert.FromHexString(hexadecimal, bytes, out _, out _) == OperationStatus.Done
            && PublicKey.TryImport(s_ed25519, bytes, KeyBlobFormat.RawPublicKey, out var key)
                ? key
                : null;
    }

    private async Task<EndpointResponse> RespondAsync(Listener listener, Interaction interaction, CancellationToken cancellation)
    {
        if (!listener.Search.IsCompletedSuccessfully && interaction.Type != InteractionType.Ping)
        {
            try
            {
                await listener.Search.WaitAsync(s_maxSearchWait, _time, cancellation).ConfigureAwait(false);
            }
            catch (Exception ex) when (ex is TimeoutException or OperationCanceledException)
            {
                return new EndpointResponse(503);
            }
        }

        return new EndpointResponse(200, (await listener.Respond(interaction, cancellation).ConfigureAwait(false)).Json);
    }

    // Null, with a status, for a request that is not from Discord or not an interaction.
    private Interaction? Read(Listener listener, byte[] signature, long seconds, ReadOnlySpan<byte> signed, int bodyStart, out int status)
    {
        status = 401;
        if (!s_ed25519.Verify(listener.Key, signed, signature))
        {
            _rejected.Report();
            return null;
        }

        var age = _time.GetUtcNow().ToUnixTimeSeconds() - seconds;
        if (Math.Abs(age) > s_maxAge.TotalSeconds)
        {
            Interlocked.Exchange(ref _lastAge, age);
            _stale.Report();
            return null;
        }

        try
        {
            var interaction = Interaction.Read(signed[bodyStart..], out var problem);
            if (problem is not null)
            {
                _telemetry.Unreadable(isPartial: true);
                LogPartial(interaction.Id, problem);
            }

            status = 200;
            return interaction;
        }
        catch (JsonException ex)
        {
            _telemetry.Unreadable(isPartial: false);
            LogUnreadable(ex.Message);
            status = 400;
            return null;
        }
    }

    private static byte[] Grow(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * buffer.Length);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    // Discord itself sends wrong signatures now and then to check that they are rejected.
    [LoggerMessage(DiscordEvents.SignatureRejected, LogLevel.Information, "Requests without Discord's signature, or with an incomplete body, were rejected: {Count}.")]
    private partial void LogRejected(int count);

    [LoggerMessage(DiscordEvents.RequestStale, LogLevel.Warning, "Requests with Discord's signature were rejected because they were signed too long ago: {Count}, the last {Seconds} s ago. If there are many, this machine's clock is wrong.")]
    private partial void LogStale(int count, long seconds);

    [LoggerMessage(DiscordEvents.InteractionSkipped, LogLevel.Warning, "An interaction is unreadable and was skipped: {Error}")]
    private partial void LogUnreadable(string error);

    [LoggerMessage(DiscordEvents.InteractionReadInPart, LogLevel.Warning, "Interaction {Id} was read without its unreadable parts: {Parts}.")]
    private partial void LogPartial(ulong id, string parts);

    private sealed record Listener(PublicKey Key, Func<Interaction, CancellationToken, ValueTask<InteractionResponse>> Respond, Task Search);
}
