using System.Collections.Concurrent;
using System.Net;
using Bot.Facts.Authoring;

namespace Bot.Facts.Tests.Authoring;

public sealed class LinkProberTests : IDisposable
{
    private readonly SkippingClock _time = new(LinkProber.Interval);
    private readonly Server _server;

    public LinkProberTests() => _server = new Server(_time);

    public void Dispose() => _server.Dispose();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GET_is_asked_only_where_HEAD_does_not_succeed()
    {
        _server.Answers["HEAD https://a.example/there"] = HttpStatusCode.OK;
        _server.Answers["HEAD https://b.example/refuses"] = HttpStatusCode.MethodNotAllowed;
        _server.Answers["GET https://b.example/refuses"] = HttpStatusCode.OK;
        _server.Answers["HEAD https://c.example/gone"] = HttpStatusCode.NotFound;
        _server.Answers["GET https://c.example/gone"] = HttpStatusCode.Gone;

        var results = await ProbeAsync("https://a.example/there", "https://b.example/refuses", "https://c.example/gone", "https://d.example/down");

        Assert.Equal(
            [
                new("https://a.example/there", 200, null, null),
                new("https://b.example/refuses", 200, null, null),
                new("https://c.example/gone", 410, null, null),
                new("https://d.example/down", null, null, "the server does not exist"),
            ],
            results.OrderBy(r => r.Address, StringComparer.Ordinal));
        Assert.DoesNotContain("GET https://a.example/there", _server.Requests.Select(r => r.Line));
    }

    [Fact]
    public async Task A_host_is_asked_once_a_second_and_an_address_once()
    {
        foreach (var address in (string[])["https://a.example/1", "https://a.example/2", "https://b.example/1"])
        {
            _server.Answers["HEAD " + address] = HttpStatusCode.OK;
        }

        await ProbeAsync("https://a.example/1", "https://a.example/2", "https://b.example/1", "https://a.example/1");

        Assert.Equal(["HEAD https://a.example/1", "HEAD https://a.example/2", "HEAD https://b.example/1"], _server.Requests.Select(r => r.Line).Order(StringComparer.Ordinal));
        var times = _server.Requests.Where(r => r.Line.Contains("a.example", StringComparison.Ordinal)).Select(r => r.At).ToList();
        Assert.Equal(TimeSpan.FromSeconds(1), times[1] - times[0]);
    }

    [Fact]
    public async Task At_most_four_requests_run_at_once()
    {
        var addresses = Enumerable.Range(1, 9).Select(i => $"https://host{i}.example/").ToArray();
        foreach (var address in addresses)
        {
            _server.Answers["HEAD " + address] = HttpStatusCode.OK;
        }

        _server.Gate = new TaskCompletionSource();
        var probing = CollectAsync(addresses, Token);
        await _server.WaitForRequestsAsync(4, Token);
        var running = _server.Running;
        _server.Gate.SetResult();
        await probing;

        Assert.Equal((4, 9, 4), (running, _server.Requests.Count, _server.MaxRunning));
    }

    [Fact]
    public async Task An_answer_that_takes_longer_than_ten_seconds_is_none()
    {
        _server.Gate = new TaskCompletionSource();
        var probing = ProbeAsync("https://a.example/slow");
        for (var request = 0; request < 2; request++)
        {
            await _server.WaitForRequestsAsync(1, Token);
            _time.Advance(TimeSpan.FromSeconds(10));
        }

        var results = await probing;
        Assert.Equal([new("https://a.example/slow", null, null, "no answer within 10 seconds")], results);
    }

    [Fact]
    public async Task Probing_ends_when_it_is_cancelled()
    {
        _server.Gate = new TaskCompletionSource();
        using var stop = new CancellationTokenSource();
        var probing = CollectAsync(["https://a.example/1", "https://a.example/2"], stop.Token);
        await _server.WaitForRequestsAsync(1, Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probing);
        Assert.Single(_server.Requests);
    }

    private Task<List<ProbedLink>> ProbeAsync(params string[] addresses) => CollectAsync(addresses, Token);

    private async Task<List<ProbedLink>> CollectAsync(string[] addresses, CancellationToken cancellation)
    {
        using var client = new HttpClient(_server, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        var results = new List<ProbedLink>();
        await foreach (var result in new LinkProber(client, _time).ProbeAsync(addresses, cancellation))
        {
            results.Add(result);
        }

        return results;
    }

    /// <summary>Answers requests as told, and records them.</summary>
    private sealed class Server(TimeProvider time) : HttpMessageHandler
    {
        private readonly SemaphoreSlim _received = new(0);
        private int _running;

        public ConcurrentDictionary<string, HttpStatusCode> Answers { get; } = [];

        public ConcurrentQueue<(string Line, DateTimeOffset At)> Requests { get; } = [];

        public TaskCompletionSource? Gate { get; set; }

        public int Running => _running;

        public int MaxRunning { get; private set; }

        public async Task WaitForRequestsAsync(int count, CancellationToken cancellation)
        {
            for (var i = 0; i < count; i++)
            {
                await _received.WaitAsync(cancellation);
            }
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var line = $"{request.Method} {request.RequestUri}";
            Requests.Enqueue((line, time.GetUtcNow()));
            MaxRunning = Math.Max(MaxRunning, Interlocked.Increment(ref _running));
            _received.Release();
            try
            {
                await (Gate?.Task ?? Task.CompletedTask).WaitAsync(cancellationToken);
                return Answers.TryGetValue(line, out var status)
                    ? new HttpResponseMessage(status) { RequestMessage = request }
                    : throw new HttpRequestException("the server does not exist");
            }
            finally
            {
                Interlocked.Decrement(ref _running);
            }
        }
    }
}
