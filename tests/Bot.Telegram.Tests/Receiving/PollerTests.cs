using System.Net;
using Bot.Adapters.Monitoring;
using Bot.Telegram.Api;
using Bot.Telegram.Receiving;
using Telegram.Bot;

namespace Bot.Telegram.Tests.Receiving;

public sealed class PollerTests : IDisposable
{
    private readonly TestClock _time = new();
    private readonly ListLogger _logger = new();
    private readonly Server _server = new();
    private readonly HttpClient _http;
    private readonly ComponentHealth _health;
    private readonly LivenessSignals _signals;
    private readonly ChatQueues _queues;
    private readonly TaskCompletionSource _room = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Poller _poller;
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public PollerTests()
    {
        _http = new HttpClient(_server);
        (_health, _signals) = (new ComponentHealth("telegram", _time), new LivenessSignals(_time));
        var telemetry = new AdapterTelemetry("telegram", _health, new BotTelemetry(null, _ => true), _signals);
        _queues = new ChatQueues((_, _, _, _) => _room.Task, _logger, CancellationToken.None);
        var client = new UpdatesClient(new BotApiClient(_http, new TelegramBotClientOptions("123456:ABC"), TimeSpan.FromSeconds(65), _time), new UpdateReader(Some.Parser));
        _poller = new Poller(client, new UpdateTracker(_queues, null, _time, _logger, telemetry), _time, new FixedRandom(), _logger, telemetry);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        _http.Dispose();
    }

    [Fact]
    public async Task A_poller_that_waits_for_room_is_healthy_as_long_as_Telegram_is_reached()
    {
        Fill();
        var polling = _poller.RunAsync(_stop.Token);
        for (var halfMinutes = 0; halfMinutes < 10; halfMinutes++)
        {
            await PassHalfAMinuteAsync();
            Assert.Equal((ComponentStatus.Healthy, "by long polling; no more updates are fetched until fewer wait"), (_health.State.Status, _health.State.Detail));
            Assert.Empty(_signals.Silent);
        }

        Assert.All(_server.Offsets, o => Assert.Equal("0", o));
        Assert.False(polling.IsCompleted);
    }

    [Fact]
    public async Task A_poller_that_waits_for_room_while_Telegram_is_away_is_not()
    {
        Fill();
        var polling = _poller.RunAsync(_stop.Token);
        await PassHalfAMinuteAsync();
        _server.IsAway = true;

        await WaitForWaitAsync(30);
        _time.Advance(TimeSpan.FromSeconds(30));
        await WaitForWaitAsync(0.25);

        Assert.Equal((ComponentStatus.Degraded, "Telegram is unreachable (failure 1)."), (_health.State.Status, _health.State.Detail));
        Assert.False(polling.IsCompleted);
    }

    // Until no more is taken.
    private void Fill()
    {
        for (var id = 1; !_queues.IsFull; id++)
        {
            _ = _queues.EnqueueAsync(id, Some.Parsed(id));
        }
    }

    private async Task PassHalfAMinuteAsync()
    {
        await WaitForWaitAsync(30);
        _time.Advance(TimeSpan.FromSeconds(30));

        // The limit of the call that follows.
        await WaitForWaitAsync(65);
        await _server.AnsweredAsync();
    }

    private async Task WaitForWaitAsync(double seconds)
    {
        while ((await _time.NextWaitAsync(TestContext.Current.CancellationToken)).TotalSeconds != seconds)
        {
        }
    }

    private sealed class Server : HttpMessageHandler
    {
        public List<string> Offsets { get; } = [];

        public bool IsAway { get; set; }

        private readonly SemaphoreSlim _answered = new(0);

        public Task AnsweredAsync() => _answered.WaitAsync(TestContext.Current.CancellationToken);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            if (IsAway)
            {
                throw new HttpRequestException("Connection refused.");
            }

            Offsets.Add(System.Text.Json.JsonDocument.Parse(body).RootElement.TryGetProperty("offset", out var offset) ? offset.ToString() : "0");
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new Answer(_answered) };
        }
    }

    // Tells when it was read.
    private sealed class Answer(SemaphoreSlim read) : StringContent("""{"ok":true,"result":[]}""")
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            read.Release();
        }
    }
}
