using Bot.Adapters.Monitoring;
using Bot.Telegram.Logging;
using Bot.Telegram.Receiving;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Telegram.Tests.Receiving;

/// <summary>Requests to the webhook that are none of Telegram's, or whose body does not come.</summary>
public sealed class WebhookRejectionTests : IDisposable
{
    private const string Secret = "a-secret";

    private readonly FakeTimeProvider _time = new();
    private readonly ListLogger _logger = new();
    private readonly WebhookReceiver _webhook;

    public WebhookRejectionTests()
    {
        _webhook = new WebhookReceiver(Secret, _time, _logger, AdapterTelemetry.None("telegram", _time));
        _webhook.Open(new ChatQueues((_, _, _, _) => Task.CompletedTask, _logger, CancellationToken.None), new UpdateReader(Some.Parser));
    }

    public void Dispose() => _webhook.Dispose();

    [Fact]
    public async Task Unauthenticated_requests_are_logged_twice_a_minute_at_most_with_their_number()
    {
        using var body = new UnreadableStream();
        for (var i = 0; i < 2000; i++)
        {
            Assert.Equal(401, await _webhook.ReceiveAsync("guess", 40_000_000, body, TestContext.Current.CancellationToken));
        }

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(
            ["1 webhook request(s) came without the right secret and were rejected.", "1999 webhook request(s) came without the right secret and were rejected."],
            _logger.Entries.Select(e => e.Text));
    }

    [Fact]
    public async Task A_body_that_is_too_large_by_its_header_is_not_read()
    {
        using var body = new UnreadableStream();

        Assert.Equal(413, await _webhook.ReceiveAsync(Secret, WebhookReceiver.MaxBytes + 1, body, TestContext.Current.CancellationToken));
        Assert.Equal([(LogLevel.Warning, TelegramEvents.WebhookRequestRejected, null)], _logger.Events);
    }

    [Fact]
    public async Task A_body_that_stalls_is_given_up_after_ten_seconds()
    {
        using var body = new StalledStream();
        var response = _webhook.ReceiveAsync(Secret, 100, body, TestContext.Current.CancellationToken);

        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(response.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(408, await response);
        Assert.Equal([(LogLevel.Warning, TelegramEvents.WebhookRequestRejected, null)], _logger.Events);
    }

    [Fact]
    public async Task A_sender_that_goes_away_or_breaks_off_throws_nothing()
    {
        using var gone = new CancellationTokenSource();
        using var stalled = new StalledStream();
        var response = _webhook.ReceiveAsync(Secret, null, stalled, gone.Token);
        await gone.CancelAsync();
        Assert.Equal(408, await response);

        using var broken = new BrokenStream();
        Assert.Equal(400, await _webhook.ReceiveAsync(Secret, null, broken, TestContext.Current.CancellationToken));
        Assert.All(_logger.Events, e => Assert.Null(e.Fault));
    }

    private sealed class StalledStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return 0;
        }
    }

    // As the server's own exceptions for bad chunks and broken connections.
    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("Bad chunk size data.");
    }
}
