using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Adapters.State;
using Bot.Loopback.Telegram;
using Bot.Telegram;

namespace Bot.EndToEnd.Tests.Telegram;

public sealed class LivenessTests : TelegramTest
{
    private readonly ObservedTime _time = new();
    private readonly LivenessSignals _signals;
    private readonly ComponentHealth _health;

    public LivenessTests() => (_signals, _health) = (new LivenessSignals(_time), new ComponentHealth("telegram", _time));

    private IEnumerable<string> Silent => _signals.Silent.Select(s => s.Name);

    [Fact]
    public async Task A_poll_may_last_as_long_as_its_request_and_what_lasts_longer_hangs()
    {
        // A clock that is set forward ends no wait: the poll goes on beyond its own limit.
        var time = new OffsetTime();
        var signals = new LivenessSignals(time);
        await using var bot = Start(time, signals);
        await Server.WaitForPollAsync(Deadline);

        time.Forward(TimeSpan.FromSeconds(80));
        Assert.Empty(signals.Silent);
        time.Forward(TimeSpan.FromSeconds(11));

        Assert.Equal(["telegram.poll"], signals.Silent.Select(s => s.Name));
    }

    [Fact]
    public async Task A_wait_that_Telegram_asks_for_is_no_silence()
    {
        Server.Faults.Next("getUpdates", Fault.TooManyRequests(300));
        await using var bot = Start();
        await _time.WaitForAsync(TimeSpan.FromSeconds(300), Deadline);

        _time.Advance(TimeSpan.FromSeconds(299));

        Assert.Empty(Silent);
    }

    [Fact]
    public async Task A_bot_whose_token_is_refused_while_it_polls_has_ended_on_purpose()
    {
        ExpectsErrors = true;
        Server.Faults.Next("getUpdates", Fault.Unauthorized());
        await using var bot = Start();
        await bot.Ended.WaitAsync(Deadline);

        _time.Advance(TimeSpan.FromDays(1));

        Assert.Empty(Silent);
        Assert.Equal("Telegram does not know the token (401).", _health.State.Detail);
    }

    [Fact]
    public async Task Nothing_is_polled_for_before_the_search_is_built_and_a_question_of_that_time_is_answered_then()
    {
        var search = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        AnnsChat.Send(Ann, Question);
        await using var bot = Start(_ => search.Task);
        await Server.Calls.WaitForAsync("deleteWebhook", 1, Deadline);

        // Who the bot is was told meanwhile, with many requests.
        await Server.Calls.WaitForAsync("setMyCommands", 1, Deadline);
        Assert.Empty(Server.Calls.Of("getUpdates"));
        Assert.Equal((false, "Not started."), (_health.State.IsWorking, _health.State.Detail));
        search.SetResult();

        await AnnsChat.WaitForBotMessagesAsync(1, Deadline);
        Assert.Contains(AnswerToQuestion, AnnsChat.BotMessages[0].Text);
        Assert.True(_health.State.IsWorking);
    }

    private RunningBot Start(Func<CancellationToken, Task>? waitForSearch = null) => Start(_time, _signals, waitForSearch);

    private RunningBot Start(TimeProvider time, LivenessSignals signals, Func<CancellationToken, Task>? waitForSearch = null)
    {
        var telemetry = new AdapterTelemetry("telegram", _health, new BotTelemetry(null, _ => true), signals);
        var services = new AdapterServices(SampleBase.Answerer, telemetry, time, Random.Shared) { Loggers = Log.Loggers, StateFolder = new StateFolder(Path.Combine(Folder, "state"), ["telegram"]) };
        var adapter = new TelegramAdapter(BotOptions, waitForSearch is null ? services : services with { WaitForSearch = waitForSearch });
        return new RunningBot(adapter, adapter.RunAsync, time);
    }
}
