using System.Net.Http.Headers;

namespace Bot.Loopback.Telegram;

/// <summary>
/// Sends updates to a webhook: one after the other within one queue, such as that of a chat, and side by side between
/// queues, over a limited number of connections. What fails is sent again until it succeeds.
/// </summary>
internal sealed class WebhookSender(HttpClient client, UpdateQueue updates, TimeProvider time, Uri address, string url, string secret, int maxConnections, Action<string> tellProblem) : IAsyncDisposable
{
    private static readonly TimeSpan s_maxPause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_maxAskedPause = TimeSpan.FromHours(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<long, Queue<QueuedUpdate>> _queues = [];
    private readonly SemaphoreSlim _connections = new(maxConnections);
    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<Task> _running = [];
    private long _loaded;

    /// <summary>The address as the bot gave it.</summary>
    public string Url => url;

    /// <summary>How many updates are sent at once.</summary>
    public int MaxConnections => maxConnections;

    /// <summary>What went wrong last.</summary>
    public WebhookError? LastError { get; private set; }

    /// <summary>Sends what is new.</summary>
    public void Wake()
    {
        lock (_lock)
        {
            if (_stop.IsCancellationRequested)
            {
                return;
            }

            foreach (var update in updates.After(_loaded))
            {
                _loaded = update.Order;
                if (_queues.TryGetValue(update.Queue, out var waiting))
                {
                    waiting.Enqueue(update);
                    continue;
                }

                _queues[update.Queue] = new([update]);
                var queue = update.Queue;
                Track(Task.Run(() => SendAsync(queue)));
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Task[] running;
        lock (_lock)
        {
            _stop.Cancel();
            running = [.. _running];
        }

        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _connections.Dispose();
    }

    private void Track(Task task)
    {
        _running.Add(task);
        task.ContinueWith(
            t =>
            {
                lock (_lock)
                {
                    _running.Remove(t);
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default);
    }

    private async Task SendAsync(long queue)
    {
        var cancellation = _stop.Token;
        while (true)
        {
            QueuedUpdate? update;
            lock (_lock)
            {
                if (!_queues[queue].TryPeek(out update))
                {
                    _queues.Remove(queue);
                    return;
                }
            }

            await SendAsync(update, cancellation);
            updates.Forget(update);
            lock (_lock)
            {
                _queues[queue].Dequeue();
            }
        }
    }

    // The first repetition comes at once, the others after 2, 4, 8… seconds, unless the bot names a pause.
    private async Task SendAsync(QueuedUpdate update, CancellationToken cancellation)
    {
        var pause = TimeSpan.FromSeconds(1);
        for (var failures = 1; ; failures++)
        {
            TimeSpan? asked;
            await _connections.WaitAsync(cancellation);
            try
            {
                using var answer = await PostAsync(update, cancellation);
                if (answer.IsSuccessStatusCode)
                {
                    // The real server would carry out a method that the answer names.
                    var body = await answer.Content.ReadAsStringAsync(cancellation);
                    if (body.Contains("\"method\"", StringComparison.Ordinal))
                    {
                        tellProblem($"the webhook answered with a method, which the stand-in does not carry out: {body}");
                    }

                    return;
                }

                LastError = new(time.GetUtcNow(), $"Wrong response from the webhook: {(int)answer.StatusCode} {answer.ReasonPhrase}");
                asked = answer.Headers.RetryAfter?.Delta;
            }
            catch (HttpRequestException e)
            {
                LastError = new(time.GetUtcNow(), e.Message);
                asked = null;
            }
            finally
            {
                _connections.Release();
            }

            var next = TimeSpan.Zero;
            if (asked > TimeSpan.Zero)
            {
                next = asked < s_maxAskedPause ? asked.Value : s_maxAskedPause;
            }
            else if (failures > 1)
            {
                next = pause = pause * 2 < s_maxPause ? pause * 2 : s_maxPause;
            }

            if (time.GetUtcNow() + next > update.Expires)
            {
                return;
            }

            await Task.Delay(next, time, cancellation);
        }
    }

    private async Task<HttpResponseMessage> PostAsync(QueuedUpdate update, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new ByteArrayContent(update.Json);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (secret.Length > 0)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        return await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation);
    }
}
