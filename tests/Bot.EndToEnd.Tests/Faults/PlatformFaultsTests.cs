using Bot.Discord.Logging;
using Bot.Loopback.Discord;
using Bot.Telegram.Logging;
using Fault = Bot.Loopback.Discord.Fault;
using TelegramFault = Bot.Loopback.Telegram.Fault;

namespace Bot.EndToEnd.Tests.Faults;

public sealed class PlatformFaultsTests : FaultsTest
{
    // After four refusals the gateway is given up, and another session begins.
    private const int Times = 3;

    [Theory]
    [InlineData("server errors")]
    [InlineData("garbage")]
    [InlineData("cut connections")]
    public async Task Platforms_that_fail_for_a_while_are_waited_for_and_every_question_is_answered_once(string what)
    {
        var (telegram, discord) = Faults(what);
        await StartBothAsync(new AcceleratedTime(20));
        await AskOnBothAsync();

        Telegram.Faults.Next("getUpdates", telegram, times: Times);
        Telegram.Faults.Next("sendMessage", telegram, times: Times);
        Server.Faults.Next(Callback, discord);
        Server.Gateway.RefuseNext(503, times: Times);
        Server.Gateway.Cut();
        TesssChat.Send(Tess, Question);
        TesssChat.Send(Tess, "/about");
        await Server.WaitForResumesAsync(1, Deadline);
        await AskAsync();

        await TesssChat.WaitForBotMessagesAsync(3, Deadline);
        await Telegram.WaitForNoPendingUpdatesAsync(Deadline);
        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.Reconnected, $"{Times}"), Deadline);
        Assert.Equal((0, 0), (Telegram.Faults.Left, Server.Faults.Left));
        Assert.Equal(3, TesssChat.BotMessages.Count);
        Assert.Equal(2, Channel.Messages.Count);
    }

    [Fact]
    public async Task A_platform_that_fails_keeps_the_other_from_nothing()
    {
        await StartBothAsync();
        Telegram.Faults.Next("getUpdates", TelegramFault.InternalError(), times: 10_000);
        Telegram.Faults.Next("sendMessage", TelegramFault.InternalError(), times: 10_000);
        TesssChat.Send(Tess, Question);
        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.PollRejected, "500"), Deadline);

        await AskAsync();

        Assert.Empty(TesssChat.BotMessages);
    }

    [Fact]
    public async Task An_answer_that_is_refused_for_good_is_skipped_on_both_platforms_and_the_next_is_given()
    {
        await StartBothAsync();
        Telegram.Faults.Next("sendMessage", TelegramFault.Blocked());
        Server.Faults.Next(Callback, Fault.Of(404, 10062, "Unknown interaction"));

        TesssChat.Send(Tess, "/about");
        _ = Channel.Run(Ann, "about");
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.InteractionExpired), Deadline);
        await Telegram.Calls.WaitForAsync("sendMessage", 1, Deadline);

        await AskOnBothAsync();
        Assert.Single(TesssChat.BotMessages);
        Assert.Single(Channel.Messages);
    }

    // A garbled acknowledgement of Discord's is one: the answer was taken.
    private static (TelegramFault Telegram, Fault Discord) Faults(string what) => what switch
    {
        "server errors" => (TelegramFault.InternalError(), Fault.Page(500)),
        "garbage" => (TelegramFault.Garbage(), Fault.Garbage() with { Executes = true }),
        _ => (TelegramFault.Cut(), Fault.Cut()),
    };
}
