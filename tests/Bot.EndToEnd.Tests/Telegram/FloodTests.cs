using Bot.Loopback.Telegram;

namespace Bot.EndToEnd.Tests.Telegram;

public sealed class FloodTests : TelegramTest
{
    private static readonly string[] s_questions =
    [
        Question, "/who Lavrov", "/source 10", "Сколько длились переговоры в Эр-Рияде?", "/fact riyadh-talks-duration",
        "/timeline talks", "利雅得會談持續了多久？", "What is the weather in Oslo?", "/reactions Germany", "/help",
    ];

    [Fact]
    public async Task Of_five_thousand_questions_from_five_hundred_chats_each_is_answered_once_and_in_order()
    {
        var chats = Enumerable.Range(1001, 500).Select(id => Server.PrivateChat(new TelegramUser(id, $"User {id}", "en"))).ToList();
        foreach (var question in s_questions)
        {
            foreach (var chat in chats)
            {
                chat.Send(chat.User!, question);
            }
        }

        StartBot();
        await Server.WaitForNoPendingUpdatesAsync(Deadline);

        Assert.Equal(5000, Server.Calls.Of("sendMessage").Count(c => c.Status == 200));
        Assert.All(chats, chat => Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], chat.BotMessages.Select(m => m.ReplyTo!.Value)));
    }
}
