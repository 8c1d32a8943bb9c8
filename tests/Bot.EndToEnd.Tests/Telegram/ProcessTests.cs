using Bot.Loopback.Telegram;
using Bot.Telegram.Logging;

namespace Bot.EndToEnd.Tests.Telegram;

[Trait("Program", "Published")]
public sealed class ProcessTests : TelegramTest
{
    private Dictionary<string, string> Variables => new() { ["Telegram__Token"] = Token, ["Telegram__ApiUrl"] = Server.Url };

    [Fact]
    public async Task Questions_in_flight_when_the_process_is_killed_are_answered_after_a_restart()
    {
        var chats = Enumerable.Range(3001, 20).Select(id => Server.PrivateChat(new TelegramUser(id, $"User {id}", "en"))).ToList();
        foreach (var chat in chats)
        {
            chat.Send(chat.User!, "/about");
            chat.Send(chat.User!, Question);
        }

        // A third has no answer yet, a third has one that the bot does not know of.
        var never = new TaskCompletionSource();
        for (var i = 0; i < chats.Count; i++)
        {
            if (i % 3 == 0)
            {
                Server.Faults.Next("sendMessage", Fault.TooManyRequests(3600), chats[i].Id, times: 1000);
            }
            else if (i % 3 == 1)
            {
                Server.Faults.Next("sendMessage", Fault.Slow(never.Task), chats[i].Id);
            }
        }

        await using (var first = BotProgram.Start(Folder, Log, Variables))
        {
            foreach (var (chat, i) in chats.Select((c, i) => (c, i)).Where(c => c.i % 3 != 0))
            {
                await chat.WaitForBotMessagesAsync(i % 3 == 1 ? 1 : 2, Deadline);
            }

            await first.KillAsync(Deadline);
        }

        Assert.NotEqual(0, Server.PendingUpdates);
        never.SetResult();
        Server.Faults.Clear();
        await using var second = HostedProgram.Start(Folder, Log, Variables);
        await Server.WaitForNoPendingUpdatesAsync(Deadline);

        Assert.All(chats, chat => Assert.Equal([1, 2], chat.BotMessages.Select(m => m.ReplyTo!.Value).Distinct().Order()));
    }

    [Fact]
    public async Task A_process_that_is_asked_to_stop_answers_what_is_in_flight_and_the_next_does_not_answer_it_again()
    {
        var gate = new TaskCompletionSource();
        Server.Faults.Next("sendMessage", Fault.Slow(gate.Task), AnnsChat.Id);
        AnnsChat.Send(Ann, Question);
        AnnsChat.Send(Ann, "/about");
        BobsChat.Send(Bob, Question);
        await using (var first = BotProgram.Start(Folder, Log, Variables))
        {
            await AnnsChat.WaitForBotMessagesAsync(1, Deadline);
            await BobsChat.WaitForBotMessagesAsync(1, Deadline);
            var stopped = first.TerminateAsync(Deadline);
            gate.SetResult();
            Assert.Equal(0, await stopped);
        }

        Assert.Equal(0, Server.PendingUpdates);
        await using var second = HostedProgram.Start(Folder, Log, Variables);
        await BarrierAsync();
        Assert.Equal([1, 2], AnnsChat.BotMessages.Select(m => m.ReplyTo!.Value));
        Assert.Single(BobsChat.BotMessages);
    }

    [Theory]
    [InlineData("getMe")]
    [InlineData("getUpdates")]
    public async Task A_revoked_token_ends_the_process_with_exit_code_4_and_a_line_that_says_what_to_do(string method)
    {
        ExpectsErrors = true;
        Server.Faults.Next(method, Fault.Unauthorized(), times: 1000);

        // One of them as a process, which gives the exit code to its caller.
        await using IProgram bot = method == "getMe" ? BotProgram.Start(Folder, Log, Variables) : HostedProgram.Start(Folder, Log, Variables);

        Assert.Equal(4, await bot.EndedAsync(Deadline));

        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.TokenRejected, "Set Telegram:Token (Telegram__Token in the environment) to the token that BotFather gives with /mybots, API Token, and restart."), Deadline);
    }

    [Fact]
    public async Task Of_two_processes_with_one_token_neither_ends_and_every_question_is_answered()
    {
        await using var first = BotProgram.Start(Folder, Log, Variables);
        await using var second = HostedProgram.Start(Directory.CreateDirectory(Path.Combine(Folder, "second")).FullName, Log, Variables);
        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.PollConflict, "Is the bot running twice?"), Deadline);

        Assert.Contains(AnswerToQuestion, (await AskAsync(AnnsChat, Question)).Text);

        Assert.Equal(0, await second.TerminateAsync(Deadline));
        Assert.Contains("Sergey Lavrov", (await AskAsync(BobsChat, "/who Lavrov")).Text);
    }
}
