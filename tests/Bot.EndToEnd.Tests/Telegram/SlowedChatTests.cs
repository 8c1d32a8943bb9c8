using Bot.Loopback.Telegram;
using Bot.Telegram.Logging;
using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests.Telegram;

public sealed class SlowedChatTests : TelegramTest
{
    private protected override TelegramServerOptions Options => new() { Token = Token, SlowsRepeatedPolls = true };

    private string StateFile => Path.Combine(Folder, "state", "telegram-4242.jsonl");

    private List<TelegramChat> Others { get; set; } = [];

    [Fact]
    public async Task A_chat_that_must_wait_holds_up_none_of_a_hundred_and_twenty_others()
    {
        Server.Faults.Next("sendMessage", Fault.TooManyRequests(1), AnnsChat.Id, times: int.MaxValue);
        AnnsChat.Send(Ann, Question);
        SendFromOthers(120);
        var bot = StartBot();

        await AllOthersAsync();

        Assert.Empty(AnnsChat.BotMessages);
        Server.Faults.Clear();
        await SettleAsync(AnnsChat, 1);
        await bot.StopAsync(Deadline);
        Assert.False(File.Exists(StateFile));
    }

    [Fact]
    public async Task A_stop_waits_for_the_answers_to_what_was_written_down()
    {
        Server.Faults.Next("sendMessage", Fault.TooManyRequests(1), AnnsChat.Id, times: int.MaxValue);
        AnnsChat.Send(Ann, Question);
        SendFromOthers(120);
        var bot = StartBot();
        await AllOthersAsync();
        Server.Faults.Clear();
        Server.Faults.Next("sendMessage", Fault.Slow(TimeSpan.FromSeconds(1.5)), AnnsChat.Id);
        await AnnsChat.WaitForBotMessagesAsync(1, Deadline);

        await bot.StopAsync(Deadline);

        Assert.False(File.Exists(StateFile));
        StartBot();
        await BarrierAsync();
        Assert.Single(AnnsChat.BotMessages);
    }

    [Fact]
    public async Task More_questions_than_one_window_holds_in_a_chat_that_must_wait_hold_up_no_other()
    {
        Server.Faults.Next("sendMessage", Fault.TooManyRequests(1), AnnsChat.Id, times: int.MaxValue);
        for (var i = 0; i < 150; i++)
        {
            AnnsChat.Send(Ann, "/about");
        }

        SendFromOthers(30);
        StartBot();

        await AllOthersAsync();

        Assert.Empty(AnnsChat.BotMessages);
        Assert.True(File.Exists(StateFile));
        Server.Faults.Clear();
        await SettleAsync(AnnsChat, 150);
        Assert.Equal(Enumerable.Range(1, 150), AnnsChat.BotMessages.Select(m => m.ReplyTo!.Value));
        await BarrierAsync();
        Assert.Equal(150, AnnsChat.BotMessages.Count);
    }

    [Fact]
    public async Task A_state_folder_that_cannot_be_used_is_named_and_nothing_is_lost()
    {
        ExpectsErrors = true;
        File.WriteAllText(Path.Combine(Folder, "state"), "not a folder");
        Server.Faults.Next("sendMessage", Fault.TooManyRequests(1), AnnsChat.Id, times: int.MaxValue);
        for (var i = 0; i < 120; i++)
        {
            AnnsChat.Send(Ann, "/about");
        }

        StartBot();

        Assert.Equal(LogLevel.Error, (await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.StateFolderUnusable, "State:Folder"), Deadline)).Level);

        Server.Faults.Clear();
        await SettleAsync(AnnsChat, 120);
        Assert.Equal(Enumerable.Range(1, 120), AnnsChat.BotMessages.Select(m => m.ReplyTo!.Value));
    }

    [Fact]
    public async Task What_was_written_down_is_answered_after_the_process_was_killed()
    {
        Server.Faults.Next("sendMessage", Fault.TooManyRequests(3600), AnnsChat.Id, times: int.MaxValue);
        for (var i = 0; i < 150; i++)
        {
            AnnsChat.Send(Ann, "/about");
        }

        SendFromOthers(30);
        var variables = new Dictionary<string, string> { ["Telegram__Token"] = Token, ["Telegram__ApiUrl"] = Server.Url, ["Limits__PerUser"] = "0", ["Limits__PerChat"] = "0" };
        await using (var first = BotProgram.Start(Folder, Log, variables))
        {
            await AllOthersAsync();
            Assert.True(File.Exists(StateFile));
            await first.KillAsync(Deadline);
        }

        Assert.Empty(AnnsChat.BotMessages);
        Assert.True(Server.PendingUpdates < 150, "What was written down was confirmed.");
        Server.Faults.Clear();
        await using var second = HostedProgram.Start(Folder, Log, variables);
        await SettleAsync(AnnsChat, 150);

        Assert.Equal(Enumerable.Range(1, 150), AnnsChat.BotMessages.Select(m => m.ReplyTo!.Value).Distinct().Order());
        Assert.Equal(0, await second.TerminateAsync(Deadline));
        Assert.False(File.Exists(StateFile));
    }

    private void SendFromOthers(int count)
    {
        Others = [.. Enumerable.Range(2001, count).Select(id => Server.PrivateChat(new TelegramUser(id, $"User {id}", "en")))];
        foreach (var chat in Others)
        {
            chat.Send(chat.User!, "/about");
        }
    }

    private async Task AllOthersAsync()
    {
        foreach (var chat in Others)
        {
            await chat.WaitForBotMessagesAsync(1, Deadline);
        }
    }
}
