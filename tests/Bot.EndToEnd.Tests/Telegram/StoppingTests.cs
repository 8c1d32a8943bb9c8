using Bot.Loopback.Telegram;
using Bot.Telegram.Logging;

namespace Bot.EndToEnd.Tests.Telegram;

/// <summary>How the process ends, normally and abnormally, and what the next one does then.</summary>
public sealed class StoppingTests : TelegramTest
{
    private readonly TaskCompletionSource _never = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ValueTask DisposeAsync()
    {
        _never.TrySetResult();
        return base.DisposeAsync();
    }

    [Fact]
    public async Task A_second_signal_ends_the_process_at_once()
    {
        await using var bot = StartProcess(("Shutdown__Seconds", "300"));
        await BeginAnswerAsync();

        // Where the tests run in the background of a shell, SIGINT is ignored from the start.
        await bot.SignalAsync("TERM", Deadline);
        await bot.SignalAsync("TERM", Deadline);

        Assert.Equal(128 + 15, await bot.EndedAsync(Deadline));
        Assert.Equal(1, Server.PendingUpdates);
    }

    [Fact]
    public async Task A_terminal_that_hangs_up_ends_the_process_once_what_is_in_flight_is_answered_and_confirmed()
    {
        Assert.SkipWhen(IgnoresHangups(), "nohup has these tests, and so the bot, ignore hangups.");
        var gate = new TaskCompletionSource();
        Server.Faults.Next("sendMessage", Fault.Slow(gate.Task), AnnsChat.Id);
        AnnsChat.Send(Ann, Question);
        await using var bot = StartProcess();
        await AnnsChat.WaitForBotMessagesAsync(1, Deadline);

        await bot.SignalAsync("HUP", Deadline);
        gate.SetResult();

        Assert.Equal(0, await bot.EndedAsync(Deadline));
        Assert.Equal(0, Server.PendingUpdates);
        Assert.Single(AnnsChat.BotMessages);
    }

    [Fact]
    public async Task An_answer_that_takes_longer_than_there_is_time_is_left_to_the_next_process()
    {
        await using (var first = Start(("Shutdown__Seconds", "1")))
        {
            await BeginAnswerAsync();
            Assert.Equal(0, await first.TerminateAsync(Deadline));
        }

        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.UpdatesUnanswered, "1"), Deadline);
        Assert.Equal(1, Server.PendingUpdates);
        Server.Faults.Clear();
        await using var second = Start();
        await SettleAsync(AnnsChat, 2);

        Assert.Equal([1, 1], AnnsChat.BotMessages.Select(m => m.ReplyTo!.Value));
    }

    [Fact]
    public async Task No_time_at_all_is_a_setting_too()
    {
        await using var bot = Start(("Shutdown__Seconds", "0"));
        await AskAsync(AnnsChat, "/about");

        Assert.Equal(0, await bot.TerminateAsync(Deadline));
    }

    [Theory]
    [InlineData("The question is on its way to the bot")]
    [InlineData("The answer has not reached Telegram")]
    [InlineData("The bot does not know that the answer has reached Telegram")]
    [InlineData("The answer is not confirmed")]
    public async Task Whenever_the_process_is_killed_the_next_one_answers(string when)
    {
        await using (var first = StartProcess())
        {
            await AskAsync(BobsChat, "/about");
            await Server.WaitForNoPendingUpdatesAsync(Deadline);
            switch (when)
            {
                case "The question is on its way to the bot":
                    // The poll that is held as yet is none of those that are cut.
                    Server.Faults.Next("getUpdates", Fault.Cut() with { Executes = true }, times: 1000);
                    await AskAsync(BobsChat, "/help");
                    await Server.WaitForNoPendingUpdatesAsync(Deadline);
                    AnnsChat.Send(Ann, Question);
                    await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.PollFailed, "failure 1"), Deadline);
                    break;
                case "The answer has not reached Telegram":
                    Server.Faults.Next("sendMessage", Fault.Cut(), AnnsChat.Id, times: 1000);
                    AnnsChat.Send(Ann, Question);
                    await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.RequestFailed, "sendMessage", "failure 1"), Deadline);
                    break;
                case "The bot does not know that the answer has reached Telegram":
                    await BeginAnswerAsync();
                    break;
                default:
                    var gate = new TaskCompletionSource();
                    Server.Faults.Next("sendMessage", Fault.Slow(gate.Task), AnnsChat.Id);
                    AnnsChat.Send(Ann, Question);
                    await AnnsChat.WaitForBotMessagesAsync(1, Deadline);
                    Server.Faults.Next("getUpdates", Fault.Cut(), times: 1000);
                    gate.SetResult();
                    await Server.Calls.WaitForAsync("sendMessage", 2, Deadline);
                    break;
            }

            await first.KillAsync(Deadline);
        }

        Assert.Equal(1, Server.PendingUpdates);
        var others = BobsChat.BotMessages.Count;
        Server.Faults.Clear();
        await using var second = Start();
        await Server.WaitForNoPendingUpdatesAsync(Deadline);

        Assert.Equal([1], AnnsChat.BotMessages.Select(m => m.ReplyTo!.Value).Distinct());
        Assert.Contains(AnswerToQuestion, AnnsChat.BotMessages[^1].Text);
        Assert.Contains(SampleBase.Load(SmallSample.Folder).Version, (await AskAsync(BobsChat, "/about")).Text);
        Assert.Equal(others + 1, BobsChat.BotMessages.Count);
    }

    [Theory]
    [InlineData("Limits__PerUser", "many", "Limits:PerUser is 'many'; set it to a whole number, or to 0 for no limit, or leave it out")]
    [InlineData("Limits__PerMinute", "5", "Limits:PerMinute is not known; the keys are Limits:PerUser, Limits:PerChat, Limits:AtOnce")]
    [InlineData("Shutdown__Seconds", "-1", "Shutdown:Seconds is '-1'; set it to a whole number from 0 to 300, or leave it out")]
    public async Task A_setting_that_is_wrong_ends_the_process_with_exit_code_2_and_names_the_key(string name, string value, string problem)
    {
        await using var bot = Start((name, value));

        Assert.Equal(2, await bot.EndedAsync(Deadline));

        Assert.Equal([problem], Log.Lines);
    }

    [Fact]
    public async Task The_limits_of_the_settings_hold_and_without_settings_there_are_some()
    {
        await using var bot = Start();
        for (var i = 0; i < 25; i++)
        {
            AnnsChat.Send(Ann, "/about");
        }

        await AnnsChat.WaitForBotMessagesAsync(21, Deadline);
        await Server.WaitForNoPendingUpdatesAsync(Deadline);

        Assert.Equal(21, AnnsChat.BotMessages.Count);
        Assert.StartsWith("A little slower, please: too many questions came within a minute. You can ask again in ", AnnsChat.BotMessages[20].Text, StringComparison.Ordinal);
    }

    // The answer is there, but the bot never learns of it.
    private async Task BeginAnswerAsync()
    {
        Server.Faults.Next("sendMessage", Fault.Slow(_never.Task), AnnsChat.Id);
        AnnsChat.Send(Ann, Question);
        await AnnsChat.WaitForBotMessagesAsync(1, Deadline);
    }

    private IProgram Start(params (string Name, string Value)[] more) => HostedProgram.Start(Folder, Log, Variables(more));

    // The signal's bit is the first of the mask, whose last digit has it (proc_pid_status(5)).
    private static bool IgnoresHangups() =>
        File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))[^1] is '1' or '3' or '5' or '7' or '9' or 'b' or 'd' or 'f';

    private BotProgram StartProcess(params (string Name, string Value)[] more) => BotProgram.Start(Folder, Log, Variables(more));

    private Dictionary<string, string> Variables((string Name, string Value)[] more)
    {
        var variables = new Dictionary<string, string> { ["Telegram__Token"] = Token, ["Telegram__ApiUrl"] = Server.Url };
        foreach (var (name, value) in more)
        {
            variables[name] = value;
        }

        return variables;
    }
}
