using System.Threading.Channels;
using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Telegram.Api;
using Bot.Telegram.Configuration;
using Bot.Telegram.Logging;
using Bot.Telegram.Receiving;
using Microsoft.Extensions.Logging;
using Telegram.Bot;

namespace Bot.Telegram.Tests.Receiving;

public sealed class WebhookRegistrationTests : IDisposable
{
    private const string Url = "https://bot.example.org/telegram";

    private readonly TestClock _time = new();
    private readonly ListLogger _logger = new();
    private readonly Server _server = new();
    private readonly HttpClient _http;
    private readonly AdmissionControl _limits;
    private readonly ComponentHealth _health;
    private readonly LivenessSignals _signals;
    private readonly WebhookRegistration _registration;
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public WebhookRegistrationTests()
    {
        _http = new HttpClient(_server);
        _limits = new AdmissionControl(0, 0, 0, _time);
        (_health, _signals) = (new ComponentHealth("telegram", _time), new LivenessSignals(_time));
        var telemetry = new AdapterTelemetry("telegram", _health, new BotTelemetry(null, _ => true), _signals);
        var api = new BotApiClient(_http, new TelegramBotClientOptions("123456:ABC"), TimeSpan.FromSeconds(30), _time);
        var options = new TelegramOptions { Token = "123456:ABC", Webhook = { Url = Url, SecretToken = "s" } };
        _registration = new WebhookRegistration(options, api, new ApiRequestSender(api, _time, new FixedRandom(), _logger, _limits, telemetry), _time, new FixedRandom(), _logger, telemetry);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        _http.Dispose();
        _limits.Dispose();
    }

    [Fact]
    public async Task A_delivery_that_fails_degrades_until_nothing_waits_any_more()
    {
        var watching = await WatchAsync(Info());
        Assert.Equal((ComponentStatus.Healthy, "by webhook"), State());

        await CheckAsync(Info(pending: 3, error: 1739880000, message: "Connection refused"));
        Assert.Equal((ComponentStatus.Degraded, "Telegram cannot deliver updates by webhook (Connection refused); 3 update(s) wait there."), State());

        // The next attempt of Telegram's may be a while away.
        await CheckAsync(Info(pending: 2, error: 1739880000, message: "Connection refused"));
        Assert.Equal(ComponentStatus.Degraded, State().Status);

        await CheckAsync(Info(pending: 0, error: 1739880000, message: "Connection refused"));
        Assert.Equal((ComponentStatus.Healthy, "by webhook"), State());
        Assert.Equal([(LogLevel.Warning, TelegramEvents.WebhookFailing, null), (LogLevel.Information, TelegramEvents.WebhookRecovered, null)], _logger.Events);
        Assert.False(watching.IsCompleted);
    }

    [Fact]
    public async Task What_failed_before_the_start_is_not_reported()
    {
        await WatchAsync(Info(pending: 1, error: 1739880000, message: "Connection refused"));

        Assert.Equal((ComponentStatus.Healthy, "by webhook; 1 update(s) wait at Telegram"), State());
        await CheckAsync(Info(pending: 1, error: 1739880000, message: "Connection refused"));

        Assert.Equal(ComponentStatus.Healthy, State().Status);
        Assert.Empty(_logger.Events);
    }

    [Fact]
    public async Task Many_updates_that_wait_degrade()
    {
        await WatchAsync(Info(pending: 99));
        Assert.Equal((ComponentStatus.Healthy, "by webhook; 99 update(s) wait at Telegram"), State());

        await CheckAsync(Info(pending: 100));
        Assert.Equal((ComponentStatus.Degraded, "100 updates wait at Telegram."), State());

        await CheckAsync(Info());
        Assert.Equal((ComponentStatus.Healthy, "by webhook"), State());
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://elsewhere.example.org/secret-path")]
    public async Task A_webhook_that_was_removed_or_replaced_is_set_again_with_a_warning(string other)
    {
        await WatchAsync(Info());

        var check = CheckAsync(Info(url: other));
        Assert.Contains(Url, await _server.AnswerAsync("setWebhook", """{"ok":true,"result":true}"""), StringComparison.Ordinal);
        await check;

        Assert.Equal((ComponentStatus.Healthy, "by webhook"), State());
        Assert.Equal([(LogLevel.Warning, TelegramEvents.WebhookReplaced, null)], _logger.Events);
        Assert.DoesNotContain("secret-path", _logger.Entries.Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_that_Telegram_does_not_accept_again_degrades_and_is_retried()
    {
        await WatchAsync(Info());

        var check = CheckAsync(Info(url: ""));
        await _server.AnswerAsync("setWebhook", """{"ok":false,"error_code":400,"description":"Bad Request: bad webhook"}""", 400);
        await check;
        Assert.Equal(ComponentStatus.Degraded, State().Status);

        check = CheckAsync(Info(url: ""));
        await _server.AnswerAsync("setWebhook", """{"ok":true,"result":true}""");
        await check;
        Assert.Equal(ComponentStatus.Healthy, State().Status);
    }

    [Fact]
    public async Task A_Telegram_that_is_silent_degrades_is_asked_again_and_is_unhealthy_in_the_end()
    {
        await WatchAsync(Info());

        // No answer at all: the call has a limit.
        _time.Advance(WebhookRegistration.Interval);
        await _server.AskedAsync("getWebhookInfo");
        _time.Advance(TimeSpan.FromSeconds(30));
        await BeginWaitAsync(0.25);
        Assert.Equal((ComponentStatus.Degraded, "Telegram does not report the webhook's state (failure 1)."), State());
        Assert.Equal([TelegramEvents.WebhookUnchecked], _logger.Events.Select(e => e.Id));

        _time.Advance(TimeSpan.FromSeconds(0.25));
        await _server.AskedAsync("getWebhookInfo");
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(ComponentStatus.Unhealthy, State().Status);
        Assert.Empty(_signals.Silent);

        await BeginWaitAsync(0.5);
        _time.Advance(TimeSpan.FromSeconds(0.5));
        await _server.AnswerAsync("getWebhookInfo", Info());
        await BeginWaitAsync();
        Assert.Equal((ComponentStatus.Healthy, "by webhook"), State());
    }

    [Fact]
    public async Task A_token_that_is_revoked_ends_it()
    {
        var watching = await WatchAsync(Info());

        _time.Advance(WebhookRegistration.Interval);
        await _server.AnswerAsync("getWebhookInfo", """{"ok":false,"error_code":401,"description":"Unauthorized"}""", 401);

        var refusal = await Assert.ThrowsAsync<InvalidTokenException>(() => watching);
        Assert.Equal(401, refusal.ErrorCode);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Empty(_signals.Silent);
    }

    [Fact]
    public async Task A_server_that_lacks_the_method_is_asked_again_and_does_not_end_it()
    {
        var watching = await WatchAsync(Info());

        _time.Advance(WebhookRegistration.Interval);
        await _server.AnswerAsync("getWebhookInfo", """{"ok":false,"error_code":404,"description":"Not Found"}""", 404);

        await BeginWaitAsync(0.25);
        Assert.False(watching.IsCompleted);
        Assert.Equal((ComponentStatus.Degraded, "Telegram does not report the webhook's state (failure 1)."), State());
    }

    [Fact]
    public async Task It_checks_at_once_when_a_problem_is_reported()
    {
        await WatchAsync(Info());

        _registration.CheckSoon();

        await _server.AnswerAsync("getWebhookInfo", Info(pending: 7));
        await BeginWaitAsync();
        Assert.Equal("by webhook; 7 update(s) wait at Telegram", State().Detail);
    }

    private static string Info(int pending = 0, int? error = null, string? message = null, string url = Url) =>
        $$"""{"ok":true,"result":{"url":"{{url}}","has_custom_certificate":false,{{(error is null ? "" : $"\"last_error_date\":{error},\"last_error_message\":\"{message}\",")}}"pending_update_count":{{pending}}}""" + "}";

    private (ComponentStatus Status, string? Detail) State() => (_health.State.Status, _health.State.Detail);

    private async Task<Task> WatchAsync(string first)
    {
        var watching = _registration.WatchAsync(_stop.Token);
        await _server.AnswerAsync("getWebhookInfo", first);
        await BeginWaitAsync();
        return watching;
    }

    private async Task CheckAsync(string info)
    {
        _time.Advance(WebhookRegistration.Interval);
        await _server.AnswerAsync("getWebhookInfo", info);
        await BeginWaitAsync();
    }

    // The wait for the next check begins when the last has ended.
    private async Task BeginWaitAsync(double seconds = 60)
    {
        while ((await _time.NextWaitAsync(TestContext.Current.CancellationToken)).TotalSeconds != seconds)
        {
        }
    }

    /// <summary>Holds each call until the test answers it.</summary>
    private sealed class Server : HttpMessageHandler
    {
        private readonly Channel<(string Method, string Body, TaskCompletionSource<HttpResponseMessage> Answer)> _calls =
            Channel.CreateUnbounded<(string, string, TaskCompletionSource<HttpResponseMessage>)>();

        public async Task<string> AnswerAsync(string method, string json, int status = 200)
        {
            var (asked, body, answer) = await _calls.Reader.ReadAsync(TestContext.Current.CancellationToken);
            Assert.Equal(method, asked);
            answer.SetResult(new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = new StringContent(json) });
            return body;
        }

        public async Task AskedAsync(string method) => Assert.Equal(method, (await _calls.Reader.ReadAsync(TestContext.Current.CancellationToken)).Method);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
            using var cancelled = cancellationToken.Register(() => answer.TrySetCanceled(cancellationToken));
            await _calls.Writer.WriteAsync((request.RequestUri!.Segments[^1], await request.Content!.ReadAsStringAsync(cancellationToken), answer), cancellationToken);
            return await answer.Task;
        }
    }
}
