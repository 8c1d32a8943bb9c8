using Bot.EndToEnd.Tests.Telegram;
using Bot.Loopback.Telegram;

namespace Bot.EndToEnd.Tests.Fuzzing;

public sealed class TelegramFuzzTests(ITestOutputHelper output) : TelegramTest
{
    private const int Messages = 6000;
    private const int Presses = 2500;
    private const int Queries = 1000;

    private static readonly string?[] s_languages = ["en", "uk", "ru", "zh-hans", "zh-hant", null, "", "xx", "en-zqxmark", "<b>"];

    private readonly SeededRandom _random = new(2025_02_18);

    // The bot sees what is not meant for it too.
    private protected override TelegramServerOptions Options => new() { Token = Token, PrivacyMode = false };

    public override async ValueTask DisposeAsync()
    {
        var sent = Server.Calls.ToList();
        var log = Log.Lines;
        await base.DisposeAsync();
        GC.SuppressFinalize(this);

        foreach (var call in sent)
        {
            HostileInput.AssertClean(call.Parameters.ToJsonString());
        }

        Assert.DoesNotContain(log, line => line.Contains("Exception", StringComparison.Ordinal) || line.Contains("zqxmark", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_hostile_message_is_answered_unless_it_is_meant_for_nobody_here()
    {
        var people = People(50);
        var groups = Enumerable.Range(1, 10).Select(n => Server.Supergroup(-1_000_000_000_100 - n, "Group")).ToList();
        var (inPrivate, inGroups) = (0, 0);
        for (var i = 0; i < Messages; i++)
        {
            var by = _random.Of(people);
            var text = HostileInput.Text(_random);
            if (_random.Percent(20))
            {
                inGroups++;
                _random.Of(groups).Send(by, text, asCaption: _random.Percent(10));
            }
            else
            {
                inPrivate++;
                Server.PrivateChat(by).Send(by, text, asCaption: _random.Percent(10));
            }
        }

        StartBot();
        await Server.WaitForNoPendingUpdatesAsync(Deadline);

        var calls = Server.Calls.Of("sendMessage");
        var answeredInGroups = calls.Count(c => c["chat_id"].StartsWith('-'));
        output.WriteLine($"{inPrivate} private messages: {calls.Count - answeredInGroups} answered; {inGroups} in groups: {answeredInGroups} answered, the others are meant for somebody else.");
        Assert.All(calls, call => Assert.Equal(200, call.Status));
        Assert.Equal((4809, 4721, 1191, 412), (inPrivate, calls.Count - answeredInGroups, inGroups, answeredInGroups));
    }

    [Fact]
    public async Task Every_press_on_a_button_that_somebody_made_up_is_answered()
    {
        var chats = People(25).ConvertAll(Server.PrivateChat);
        StartBot();
        foreach (var chat in chats)
        {
            await AskAsync(chat, "/about");
        }

        var presses = Enumerable.Range(0, Presses).Select(_ => Press(_random.Of(chats))).ToList();

        await Server.WaitForNoPendingUpdatesAsync(Deadline);

        var answers = Server.CallbackAnswers;
        var dead = answers.Count(a => a.ShowAlert);
        output.WriteLine($"{Presses} presses: {Presses - dead} answered, {dead} refused as dead.");
        Assert.Equal(presses.Order(StringComparer.Ordinal), answers.Select(a => a.QueryId).Order(StringComparer.Ordinal));
        Assert.Equal((994, 1506), (Presses - dead, dead));

        string Press(TelegramChat chat) => chat.PressForged(chat.User!, chat.BotMessages[0].Id, HostileInput.Code(_random));
    }

    [Fact]
    public async Task Every_hostile_inline_query_is_answered()
    {
        var people = People(50);
        StartBot();
        await Server.WaitForPollAsync(Deadline);
        var queries = Enumerable.Range(0, Queries).Select(_ => Server.AskInline(_random.Of(people), HostileInput.Text(_random), offset: _random.Percent(5) ? HostileInput.Code(_random) : "")).ToList();

        await Server.WaitForNoPendingUpdatesAsync(Deadline);

        var answered = queries.Count(q => Server.InlineAnswer(q) is not null);
        output.WriteLine($"{Queries} inline queries: {answered} answered.");
        Assert.Equal(Queries, answered);
    }

    private List<TelegramUser> People(int count) =>
        [.. Enumerable.Range(1001, count).Select(id => new TelegramUser(id, "zqxmark " + HostileInput.Code(_random), _random.Of(s_languages), "zqxmark"))];
}
