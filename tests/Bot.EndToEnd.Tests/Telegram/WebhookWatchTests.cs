using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Loopback.Telegram;
using Bot.Telegram;
using Bot.Telegram.Configuration;
using Bot.Telegram.Logging;

namespace Bot.EndToEnd.Tests.Telegram;

/// <summary>What happens to the webhook at Telegram while the bot runs.</summary>
public sealed class WebhookWatchTests : TelegramTest
{
    private const string Url = "http://127.0.0.1:1/telegram";
    private const string Secret = "of-my-own_1";

    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(1);

    private readonly ObservedTime _time = new();
    private readonly ComponentHealth _health;

    public WebhookWatchTests() => _health = new ComponentHealth("telegram", _time);

    private protected override TelegramServerOptions Options => new() { Token = Token, IsLocal = true };

    [Fact]
    public async Task A_webhook_that_is_removed_is_set_again_and_what_is_asked_then_is_answered()
    {
        _ = AnnsChat;
        await using var bot = Start(out var adapter);
        await _time.WaitForAsync(s_interval, Deadline);
        await CallAsync("deleteWebhook", "{}");

        _time.Advance(s_interval);
        await _time.WaitForAsync(s_interval, Deadline, times: 2);

        Assert.Equal([Url, Url], Server.Calls.Of("setWebhook").Select(c => c["url"]));
        Assert.Single(Log.Of(LoggedEvent.OfTelegram(TelegramEvents.WebhookReplaced)));
        Assert.Equal(ComponentStatus.Healthy, _health.State.Status);
        Assert.Equal(200, await PostAsync(adapter));
        Assert.Single(AnnsChat.BotMessages);
    }

    [Fact]
    public async Task A_delivery_that_fails_shows_in_health()
    {
        await using var bot = Start(out _);
        await _time.WaitForAsync(s_interval, Deadline);

        // Nobody listens at the address.
        AnnsChat.Send(Ann, Question);
        await WaitForDeliveryErrorAsync();
        _time.Advance(s_interval);
        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.WebhookFailing, "1 update(s) wait there"), Deadline);

        Assert.Equal(ComponentStatus.Degraded, _health.State.Status);
        Assert.StartsWith("Telegram cannot deliver updates by webhook (", _health.State.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_revoked_while_the_webhook_is_set_ends_the_bot_and_loses_nothing()
    {
        ExpectsErrors = true;
        _ = AnnsChat;
        await using var bot = Start(out var adapter);
        await _time.WaitForAsync(s_interval, Deadline);
        Server.Faults.Next("sendMessage", Fault.Unauthorized());
        Server.Faults.Next("getWebhookInfo", Fault.Unauthorized());

        // The answer that is not taken is what shows it: nobody waits for the next check.
        Assert.Equal(503, await PostAsync(adapter));
        await bot.Ended.WaitAsync(Deadline);

        Assert.Equal((ComponentStatus.Unhealthy, "Telegram does not know the token (401)."), (_health.State.Status, _health.State.Detail));
        Assert.Single(Log.Of(LoggedEvent.OfTelegram(TelegramEvents.TokenRejected)));
        Assert.Empty(Log.Of(LoggedEvent.OfTelegram(TelegramEvents.UpdateFailed)));
    }

    private async Task WaitForDeliveryErrorAsync()
    {
        while ((await CallAsync("getWebhookInfo", "{}"))["last_error_date"] is null)
        {
            await Task.Yield();
        }
    }

    private async Task<int> PostAsync(TelegramAdapter adapter)
    {
        using var body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Message(Ann, 1, Question, 7).ToJsonString()));
        return await adapter.Webhook!.ReceiveAsync(Secret, body.Length, body, Deadline);
    }

    private RunningBot Start(out TelegramAdapter adapter)
    {
        var telemetry = new AdapterTelemetry("telegram", _health, new BotTelemetry(null, _ => true), new LivenessSignals(_time));
        var services = new AdapterServices(SampleBase.Answerer, telemetry, _time, Random.Shared) { Loggers = Log.Loggers };
        adapter = new TelegramAdapter(new TelegramOptions { Token = Token, ApiUrl = Server.Url, Webhook = { Url = Url, SecretToken = Secret } }, services);
        return new RunningBot(adapter, adapter.RunAsync, _time);
    }
}
