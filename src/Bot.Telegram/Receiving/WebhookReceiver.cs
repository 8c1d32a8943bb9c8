using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Bot.Adapters.Monitoring;
using Bot.Adapters.Queueing;
using Bot.Telegram.Logging;
using Bot.Telegram.Parsing;
using Microsoft.Extensions.Logging;

namespace Bot.Telegram.Receiving;

/// <summary>
/// Receives updates from Telegram's webhook requests. A request is answered with success only after its update was handled, because
/// Telegram repeats it until then. A repeated request waits for the first, and an update is never handled twice.
/// </summary>
public sealed partial class WebhookReceiver : IDisposable
{
    /// <summary>The header that carries the secret (Bot API, setWebhook).</summary>
    public const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>The maximum size of a request in bytes. An update has one message of at most 4,096 characters and the message that it replies to.</summary>
    public const int MaxBytes = 1 << 20;

    // Far more than Telegram sends again.
    private const int RememberedIds = 8192;

    // Telegram gives up on a request after a minute. Before that it is told when to retry.
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(25);

    // An update has a few kilobytes and is sent in one go.
    private static readonly TimeSpan s_bodyTimeout = TimeSpan.FromSeconds(10);

    private readonly byte[] _secret;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly AdapterTelemetry _telemetry;
    private readonly ThrottledWarning _unauthorized;
    private readonly ThrottledWarning _rejected;
    private readonly Dictionary<int, Task> _unfinished = [];
    private readonly RecentIds<int> _finished = new(RememberedIds);
    private volatile Listener? _listener;

    internal WebhookReceiver(string secret, TimeProvider time, ILogger logger, AdapterTelemetry telemetry)
    {
        (_secret, _time, _logger, _telemetry) = (Encoding.UTF8.GetBytes(secret), time, logger, telemetry);
        (_unauthorized, _rejected) = (new ThrottledWarning(time, LogUnauthorized), new ThrottledWarning(time, LogRejected));
    }

    /// <summary>Handles one request.</summary>
    /// <param name="secret">The value of <see cref="SecretHeader"/>; null when it is missing.</param>
    /// <param name="length">The body's length in bytes according to its header; null when not given.</param>
    /// <param name="body">The body. It is read only if the secret is right, up to <see cref="MaxBytes"/>, and for at most ten seconds.</param>
    /// <param name="cancellation">Cancels the wait; the handling continues.</param>
    /// <returns>
    /// The HTTP status of the answer: 200, 400, 401, 408 for a body that does not arrive, 413 for one that is too large, or 503 when Telegram
    /// should retry later.
    /// </returns>
    public async Task<int> ReceiveAsync(string? secret, long? length, Stream body, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret ?? ""), _secret))
        {
            _unauthorized.Report();
            return 401;
        }

        if (_listener is not { } listener)
        {
            return 503;
        }

        var (status, received) = length > MaxBytes ? (413, null) : await ReadAsync(body, listener.Reader, cancellation).ConfigureAwait(false);
        if (received is not null)
        {
            return await HandleAsync(received, listener.Queues, cancellation).ConfigureAwait(false);
        }

        _rejected.Report();
        return status;
    }

    /// <summary>Logs the rejected requests that were counted but not logged yet.</summary>
    public void Dispose()
    {
        _unauthorized.Dispose();
        _rejected.Dispose();
    }

    /// <summary>Starts to accept updates. Before that, Telegram is told to retry later.</summary>
    /// <param name="queues">The queues for the updates.</param>
    /// <param name="reader">Reads the updates.</param>
    internal void Open(ChatQueues queues, UpdateReader reader) => _listener = new Listener(queues, reader);

    /// <summary>Stops accepting updates, and waits until the accepted ones are handled.</summary>
    /// <param name="cancellation">Cancels the wait. Telegram sends the remaining updates again.</param>
    internal async Task CloseAsync(CancellationToken cancellation)
    {
        _listener = null;
        Task[] unfinished;
        lock (_finished)
        {
            unfinished = [.. _unfinished.Values];
        }

        await Task.WhenAll(unfinished).WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_finished)
        {
            if (_unfinished.Count > 0)
            {
                LogUnanswered(_unfinished.Count);
            }
        }
    }

    // The buffer is returned before the update is handled, which may take long.
    private async Task<(int Status, ParsedUpdate? Received)> ReadAsync(Stream body, UpdateReader reader, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MaxBytes + 1);
        using var timedOut = new CancellationTokenSource(s_bodyTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timedOut.Token);
        try
        {
            var length = await body.ReadAtLeastAsync(buffer.AsMemory(0, MaxBytes + 1), MaxBytes + 1, throwOnEndOfStream: false, either.Token).ConfigureAwait(false);
            return length > MaxBytes ? (413, null) : (400, reader.Read(buffer.AsSpan(0, length).ToArray(), static _ => true));
        }
        catch (OperationCanceledException)
        {
            // Either nothing arrived for too long, or the connection is gone and nobody can be answered.
            return (408, null);
        }
        catch (IOException)
        {
            // Invalid chunks, or a broken connection.
            return (400, null);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task<int> HandleAsync(ParsedUpdate received, ChatQueues queues, CancellationToken cancellation)
    {
        if (received is not { Update: not null, Incoming: not null })
        {
            // It would be just as unreadable if it were sent again.
            _telemetry.Unreadable(isPartial: false);
            LogUnreadable(received.Id, received.Error);
            return 200;
        }

        if (Begin(received, queues) is not { } handling)
        {
            return 503;
        }

        try
        {
            await handling.WaitAsync(s_timeout, _time, cancellation).ConfigureAwait(false);
            return 200;
        }
        catch (Exception ex) when (ex is TimeoutException or OperationCanceledException)
        {
            return 503;
        }
    }

    // Null when too many wait. Telegram keeps the update and sends it again.
    private Task? Begin(ParsedUpdate received, ChatQueues queues)
    {
        lock (_finished)
        {
            if (_finished.Contains(received.Id))
            {
                return Task.CompletedTask;
            }

            if (!_unfinished.TryGetValue(received.Id, out var handling))
            {
                if (queues.IsFull)
                {
                    return null;
                }

                if (received.Error is { } error)
                {
                    _telemetry.Unreadable(isPartial: true);
                    LogReadInPart(received.Id, error);
                }

                _unfinished[received.Id] = handling = FinishAsync(received.Id, queues.EnqueueAsync(UpdateRouting.ChatIdOf(received.Update!), received));
            }

            return handling;
        }
    }

    private async Task FinishAsync(int id, Task handling)
    {
        await handling.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        lock (_finished)
        {
            if (handling.IsCompletedSuccessfully)
            {
                _finished.Add(id);
            }

            _unfinished.Remove(id);
        }

        // An abandoned update is handled when Telegram sends it again.
        await handling.ConfigureAwait(false);
    }

    [LoggerMessage(TelegramEvents.WebhookUnauthorized, LogLevel.Warning, "{Count} webhook request(s) came without the right secret and were rejected.")]
    private partial void LogUnauthorized(int count);

    [LoggerMessage(TelegramEvents.WebhookRequestRejected, LogLevel.Warning, "{Count} webhook request(s) with the right secret were rejected: their body was too large, too slow, broken or not an update.")]
    private partial void LogRejected(int count);

    [LoggerMessage(TelegramEvents.WebhookUpdateReadInPart, LogLevel.Warning, "A part of update {Id} is unreadable and was left out; the rest is handled: {Error}")]
    private partial void LogReadInPart(int id, string error);

    [LoggerMessage(TelegramEvents.WebhookUpdatesUnanswered, LogLevel.Warning, "{Count} update(s) remain unanswered; Telegram sends them again.")]
    private partial void LogUnanswered(int count);

    [LoggerMessage(TelegramEvents.WebhookUpdateSkipped, LogLevel.Warning, "Update {Id} is unreadable and was skipped: {Error}")]
    private partial void LogUnreadable(int id, string? error);

    private sealed record Listener(ChatQueues Queues, UpdateReader Reader);
}
