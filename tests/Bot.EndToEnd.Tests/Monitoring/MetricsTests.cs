using System.Net;
using System.Text.Json.Nodes;
using Bot.Discord.Logging;
using TelegramFault = Bot.Loopback.Telegram.Fault;

namespace Bot.EndToEnd.Tests.Monitoring;

public sealed class MetricsTests : MonitoringTest
{
    [Fact]
    public async Task Answers_are_counted_by_command_language_platform_and_outcome()
    {
        await StartListeningProcessAsync();
        await WaitUntilReadyAsync();
        await AskOnTelegramAsync(Question);
        await AskOnTelegramAsync(Question);
        await AskOnTelegramAsync("/who Песков lang:ru");
        await AskOnTelegramAsync("/weather in Oslo");
        await AskAsync();
        await Channel.Type(Ann, "who", new JsonObject { ["name"] = "lavr" }, "name").ResponseAsync(Deadline);
        await Telegram.WaitForNoPendingUpdatesAsync(Deadline);

        var metrics = await MetricsAsync();

        Assert.Equal(2, Answers(metrics, "ask", "en", "telegram", "answered"));
        Assert.Equal(1, Answers(metrics, "who", "ru", "telegram", "answered"));
        Assert.Equal(1, Answers(metrics, "other", "en", "telegram", "invalid"));
        Assert.Equal(1, Answers(metrics, "ask", "en", "discord", "answered"));
        Assert.Equal(4, Series(metrics, "bot_updates_total", "bot_platform=\"telegram\"", "bot_kind=\"message\""));
        Assert.Equal(1, Series(metrics, "bot_updates_total", "bot_platform=\"discord\"", "bot_kind=\"command\""));
        Assert.Equal(1, Series(metrics, "bot_updates_total", "bot_platform=\"discord\"", "bot_kind=\"completion\""));
        Assert.Equal(2, Series(metrics, "bot_answer_duration_seconds_count", "bot_platform=\"telegram\"", "bot_command=\"ask\""));
        Assert.Equal(4, Series(metrics, "bot_handling_duration_seconds_count", "bot_platform=\"telegram\""));
        Assert.Equal(2, Series(metrics, "bot_handling_duration_seconds_count", "bot_platform=\"discord\""));
    }

    [Fact]
    public async Task The_base_the_queues_and_the_health_can_be_read()
    {
        await StartListeningProcessAsync();
        var gate = new TaskCompletionSource();
        Telegram.Faults.Next("sendMessage", TelegramFault.Slow(gate.Task), TesssChat.Id);
        TesssChat.Send(Tess, "/about");
        TesssChat.Send(Tess, "/help");
        await TesssChat.WaitForBotMessagesAsync(1, Deadline);
        await WaitForComponentAsync("discord", p => p.Status == "healthy");
        var metrics = await MetricsAsync();

        Assert.Equal(1, Series(metrics, "bot_base_info", $"version=\"{SampleBase.Load(SmallSample.Folder).Version}\""));
        Assert.InRange(Series(metrics, "bot_base_facts") ?? 0, 50, 5000);
        Assert.Equal(2, Series(metrics, "bot_queue_length", "bot_platform=\"telegram\""));
        Assert.Equal(0, Series(metrics, "bot_queue_length", "bot_platform=\"discord\""));
        Assert.Equal(1, Series(metrics, "bot_health", "bot_component=\"facts\""));
        Assert.Equal(1, Series(metrics, "bot_health", "bot_component=\"telegram\""));
        Assert.Equal(1, Series(metrics, "bot_health", "bot_component=\"discord\""));
        gate.SetResult();
        await TesssChat.WaitForBotMessagesAsync(2, Deadline);
    }

    [Fact]
    public async Task What_platforms_hold_back_and_refuse_is_counted()
    {
        Telegram.Faults.Next("sendMessage", TelegramFault.TooManyRequests(0));
        Telegram.Faults.Next("sendMessage", TelegramFault.Blocked());
        Server.Faults.Next(Callback, Loopback.Discord.Fault.RateLimited(0.1));
        Server.Faults.Next(Callback, Loopback.Discord.Fault.Of(404, 10062, "Unknown interaction"));
        await StartListeningProcessAsync();
        await WaitUntilReadyAsync();
        TesssChat.Send(Tess, "/about");
        await AskOnTelegramAsync("/help");
        _ = Channel.Run(Ann, "about");
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.InteractionExpired), Deadline);

        var metrics = await MetricsAsync();

        Assert.Equal(1, Series(metrics, "bot_rate_limits_total", "bot_platform=\"telegram\""));
        Assert.Equal(1, Series(metrics, "bot_sends_refused_total", "bot_platform=\"telegram\""));
        Assert.Equal(1, Series(metrics, "bot_rate_limits_total", "bot_platform=\"discord\""));
        Assert.Equal(1, Series(metrics, "bot_sends_refused_total", "bot_platform=\"discord\""));
    }

    [Fact]
    public async Task The_runtime_tells_of_itself()
    {
        await StartListeningProcessAsync();

        Assert.InRange(Series(await MetricsAsync(), "dotnet_process_memory_working_set_bytes") ?? 0, 1e6, 1e9);
    }

    private static double? Answers(string metrics, string command, string language, string platform, string outcome) => Series(
        metrics,
        "bot_answers_total",
        $"bot_command=\"{command}\"",
        $"bot_language=\"{language}\"",
        $"bot_platform=\"{platform}\"",
        $"bot_outcome=\"{outcome}\"");

    private async Task<string> MetricsAsync()
    {
        var (status, type, text) = await GetAsync("/metrics");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith("text/plain", type, StringComparison.Ordinal);
        return text;
    }
}
