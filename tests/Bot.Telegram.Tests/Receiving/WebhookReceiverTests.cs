using System.Text;
using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Telegram.Logging;
using Bot.Telegram.Receiving;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot.Types;

namespace Bot.Telegram.Tests.Receiving;

public sealed class WebhookReceiverTests : IDisposable
{
    private const string Secret = "a-secret";

    private readonly FakeTimeProvider _time = new();
    private readonly ListLogger _logger = new();
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(int Id, string? Text)> _handled = [];
    private readonly WebhookReceiver _webhook;

    public WebhookReceiverTests()
    {
        _webhook = new WebhookReceiver(Secret, _time, _logger, AdapterTelemetry.None("telegram", _time));
        _webhook.Open(new ChatQueues(HandleAsync, _logger, CancellationToken.None), new UpdateReader(Some.Parser));
    }

    public void Dispose() => _webhook.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A-SECRET")]
    [InlineData("a-secret ")]
    [InlineData("a-secre")]
    [InlineData("другой")]
    public async Task Without_the_right_secret_the_body_is_not_even_read(string? secret)
    {
        using var body = new UnreadableStream();

        Assert.Equal(401, await _webhook.ReceiveAsync(secret, null, body, TestContext.Current.CancellationToken));
        Assert.Equal([(LogLevel.Warning, TelegramEvents.WebhookUnauthorized, null)], _logger.Events);
    }

    [Fact]
    public async Task Before_it_is_open_Telegram_is_asked_to_retry_later()
    {
        using var body = new UnreadableStream();
        var closed = new WebhookReceiver(Secret, _time, _logger, AdapterTelemetry.None("telegram", _time));

        Assert.Equal(503, await closed.ReceiveAsync(Secret, null, body, TestContext.Current.CancellationToken));
        Assert.Equal(401, await closed.ReceiveAsync("", null, body, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_update_is_taken_only_when_it_was_handled()
    {
        var response = Receive(Some.Json(1, text: "Привіт"));
        Assert.False(response.IsCompleted);

        _gate.SetResult();
        Assert.Equal(200, await response);
        Assert.Equal([(1, "Привіт")], _handled);
    }

    [Fact]
    public async Task The_same_update_again_is_handled_once()
    {
        _gate.SetResult();

        Assert.Equal(200, await Receive(Some.Json(1)));
        Assert.Equal(200, await Receive(Some.Json(1)));
        Assert.Equal(200, await Receive(Some.Json(2)));
        Assert.Equal([1, 2], _handled.Select(h => h.Id));
    }

    [Fact]
    public async Task An_update_whose_handling_was_given_up_is_handled_when_it_comes_again()
    {
        using var stopping = new CancellationTokenSource();
        _webhook.Open(new ChatQueues(HandleAsync, _logger, stopping.Token), new UpdateReader(Some.Parser));
        var first = Receive(Some.Json(1));
        await stopping.CancelAsync();
        Assert.Equal(503, await first);

        _gate.SetResult();
        _webhook.Open(new ChatQueues(HandleAsync, _logger, CancellationToken.None), new UpdateReader(Some.Parser));

        Assert.Equal(200, await Receive(Some.Json(1)));
    }

    [Fact]
    public async Task The_same_update_while_it_is_being_handled_waits_for_the_first()
    {
        var first = Receive(Some.Json(1));
        var second = Receive(Some.Json(1));
        Assert.False(second.IsCompleted);

        _gate.SetResult();
        Assert.Equal(200, await first);
        Assert.Equal(200, await second);
        Assert.Single(_handled);
    }

    [Fact]
    public async Task After_25_seconds_Telegram_is_asked_to_retry_later_while_handling_continues()
    {
        var response = Receive(Some.Json(1));
        _time.Advance(TimeSpan.FromSeconds(24.9));
        Assert.False(response.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));

        // Fails rather than hangs when the deadline does not end.
        Assert.Equal(503, await response.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));

        var repeated = Receive(Some.Json(1));
        Assert.False(repeated.IsCompleted);
        _gate.SetResult();
        Assert.Equal(200, await repeated);
        Assert.Single(_handled);
    }

    [Fact]
    public async Task A_request_that_is_given_up_does_not_end_the_handling()
    {
        using var giveUp = new CancellationTokenSource();
        using var body = Body(Some.Json(1));
        var response = _webhook.ReceiveAsync(Secret, null, body, giveUp.Token);
        await giveUp.CancelAsync();
        Assert.Equal(503, await response);

        _gate.SetResult();
        Assert.Equal(200, await Receive(Some.Json(1)));
        Assert.Single(_handled);
    }

    [Fact]
    public async Task An_update_that_cannot_be_handled_is_not_sent_again()
    {
        _gate.SetException(new InvalidOperationException("broken"));

        Assert.Equal(200, await Receive(Some.Json(1)));
        Assert.Equal(200, await Receive(Some.Json(1)));
        Assert.Single(_handled);
        var (_, id, text, _) = Assert.Single(_logger.Entries);
        Assert.Equal(TelegramEvents.UpdateFailed, id);
        Assert.Contains(" 1 ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"update_id":"one"}""")]
    [InlineData("""{"update_id":99999999999}""")]
    [InlineData("""{"message":{}}""")]
    public async Task What_is_no_update_is_a_bad_request(string body)
    {
        Assert.Equal(400, await Receive(body));
        Assert.Empty(_handled);
    }

    [Fact]
    public async Task An_update_of_an_unknown_form_is_skipped()
    {
        Assert.Equal(200, await Receive("""{"update_id":7,"message":"no message at all"}"""));

        Assert.Empty(_handled);
        var (level, id, text, _) = Assert.Single(_logger.Entries);
        Assert.Equal((LogLevel.Warning, TelegramEvents.WebhookUpdateSkipped), (level, id));
        Assert.Contains(" 7 ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_up_to_a_mebibyte_is_read()
    {
        _gate.SetResult();
        var update = Some.Json(1).Trim();

        Assert.Equal(200, await Receive(update.PadRight(1_048_576)));
        Assert.Equal(413, await Receive(Some.Json(2).Trim().PadRight(1_048_577)));
        Assert.Equal([1], _handled.Select(h => h.Id));
    }

    [Fact]
    public async Task While_too_many_wait_Telegram_shall_come_back_later_and_is_asked_for_nothing_twice()
    {
        var queues = new ChatQueues((_, _, _, _) => _gate.Task, _logger, CancellationToken.None);
        var webhook = new WebhookReceiver(Secret, _time, _logger, AdapterTelemetry.None("telegram", _time));
        webhook.Open(queues, new UpdateReader(Some.Parser));
        using var known = Body(Some.Json(1));
        var first = webhook.ReceiveAsync(Secret, null, known, TestContext.Current.CancellationToken);
        var waiting = Enumerable.Range(1000, 1900).Select(chat => queues.EnqueueAsync(chat, Some.Parsed(chat))).ToList();
        Assert.True(queues.IsFull);

        using var unknown = Body(Some.Json(2));
        Assert.Equal(503, await webhook.ReceiveAsync(Secret, null, unknown, TestContext.Current.CancellationToken));
        using var repeated = Body(Some.Json(1));
        var again = webhook.ReceiveAsync(Secret, null, repeated, TestContext.Current.CancellationToken);
        Assert.False(again.IsCompleted);

        _gate.SetResult();
        Assert.Equal(200, await first);
        Assert.Equal(200, await again);
        await Task.WhenAll(waiting);
        using var later = Body(Some.Json(2));
        Assert.Equal(200, await webhook.ReceiveAsync(Secret, null, later, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task When_it_is_closed_it_finishes_what_it_took_and_takes_no_more()
    {
        var response = Receive(Some.Json(1));

        var closed = _webhook.CloseAsync(TestContext.Current.CancellationToken);
        Assert.Equal(503, await Receive(Some.Json(2)));
        Assert.False(closed.IsCompleted);
        _gate.SetResult();

        await closed;
        Assert.Equal(200, await response);
        Assert.Single(_handled);
        Assert.Empty(_logger.Entries);
    }

    [Fact]
    public async Task When_there_is_no_time_to_finish_it_says_what_is_left()
    {
        var response = Receive(Some.Json(1));
        using var over = new CancellationTokenSource();
        await over.CancelAsync();

        await _webhook.CloseAsync(over.Token);

        Assert.False(response.IsCompleted);
        Assert.Equal([(LogLevel.Warning, TelegramEvents.WebhookUpdatesUnanswered, null)], _logger.Events);
        Assert.StartsWith("1 ", Assert.Single(_logger.Entries).Text, StringComparison.Ordinal);
        _gate.SetResult();
        Assert.Equal(200, await response);
    }

    private static MemoryStream Body(string text) => new(Encoding.UTF8.GetBytes(text));

    private async Task<int> Receive(string text)
    {
        using var body = Body(text);
        return await _webhook.ReceiveAsync(Secret, null, body, TestContext.Current.CancellationToken);
    }

    private Task HandleAsync(Update update, Incoming incoming, Admission admission, CancellationToken cancellation)
    {
        _handled.Add((update.Id, update.Message?.Text));
        return _gate.Task.WaitAsync(cancellation);
    }
}
