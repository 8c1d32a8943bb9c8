using Bot.Answers;
using Bot.Loopback.Telegram;

namespace Bot.EndToEnd.Tests.Telegram;

public sealed class FirstContactTests : TelegramTest
{
    private static readonly string[] s_commands = [.. SampleBase.Answerer.ListCommands("en").Select(c => c.Name)];
    private static readonly string[] s_codes = ["", "zh", "ru", "uk"];

    [Theory]
    [InlineData("/start", "About this bot\n")]
    [InlineData("/start who_lavrov", "Sergey Lavrov\n")]
    [InlineData("/start WHO_Lavrov", "Sergey Lavrov\n")]
    [InlineData("/start timeline_talks", "Timeline · The Riyadh talks\n")]
    [InlineData("/start fact_riyadh-talks-duration", "US–Russia talks in Riyadh\n")]
    [InlineData("/start source_10", "Footnote 10\n")]
    [InlineData("/start help", "Help\n")]
    [InlineData("/start nonsense", "About this bot\n")]
    [InlineData("/start _", "About this bot\n")]
    public async Task A_start_shows_what_its_link_leads_to(string text, string beginning)
    {
        StartBot();

        Assert.StartsWith(beginning, (await AskAsync(AnnsChat, text)).Text);
    }

    [Fact]
    public async Task Commands_and_descriptions_are_set_in_every_language()
    {
        StartBot();
        await Server.Calls.WaitForAsync("setMyShortDescription", 4, Deadline);

        Assert.All(s_codes, code => Assert.Equal(s_commands, Server.Commands(language: code).Select(c => c.Command)));
        Assert.Equal("A person’s role at the time, side, words and deeds", Server.Commands()[2].Description);
        Assert.StartsWith("Facts about the US–Russia talks", Server.ProfileText("description"));
        Assert.StartsWith("Sourced facts about the US–Russia talks", Server.ProfileText("short_description"));
        foreach (var what in (string[])["description", "short_description"])
        {
            Assert.Equal(4, s_codes.Select(code => Server.ProfileText(what, code)).Distinct().Count());
        }

        Assert.Equal(4, s_codes.Select(code => Server.Commands(language: code)[0].Description).Distinct().Count());
    }

    [Fact]
    public async Task A_second_start_sets_nothing_again()
    {
        var first = StartBot();
        await Server.Calls.WaitForAsync("setMyShortDescription", 4, Deadline);
        await first.StopAsync(Deadline);
        Server.Calls.Clear();

        StartBot();
        await Server.Calls.WaitForAsync("getMyShortDescription", 4, Deadline);
        await AskAsync(AnnsChat, Question);

        Assert.DoesNotContain(Server.Calls, c => c.Method.StartsWith("setMy", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_has_changed_is_set_again_and_nothing_else()
    {
        var first = StartBot();
        await Server.Calls.WaitForAsync("setMyShortDescription", 4, Deadline);
        await first.StopAsync(Deadline);
        var description = Server.ProfileText("description", "ru");
        await CallAsync("setMyCommands", """{"commands":[{"command":"ask","description":"Old"}],"language_code":"uk"}""");
        await CallAsync("setMyDescription", """{"description":"Old","language_code":"ru"}""");
        Server.Calls.Clear();

        StartBot();
        await Server.Calls.WaitForAsync("getMyShortDescription", 4, Deadline);
        await AskAsync(AnnsChat, Question);

        Assert.Equal(["setMyDescription ru", "setMyCommands uk"], Server.Calls.Where(c => c.Method.StartsWith("setMy", StringComparison.OrdinalIgnoreCase)).Select(c => $"{c.Method} {c["language_code"]}"));
        Assert.Equal(s_commands, Server.Commands(language: "uk").Select(c => c.Command));
        Assert.Equal(description, Server.ProfileText("description", "ru"));
    }

    [Fact]
    public async Task What_a_reload_changes_is_set_again_and_nothing_else()
    {
        var answerer = new Answerer(OtherBase.Bare);
        StartBot(answerer);
        await Server.Calls.WaitForAsync("setMyShortDescription", 4, Deadline);
        Assert.All(s_codes, code => Assert.DoesNotContain("reactions", Server.Commands(language: code).Select(c => c.Command)));
        Server.Calls.Clear();

        await answerer.SwitchToAsync(OtherBase.WithSides, Deadline);
        await Server.Calls.WaitForAsync("getMyShortDescription", 4, Deadline);
        Assert.All(s_codes, code => Assert.Contains("reactions", Server.Commands(language: code).Select(c => c.Command)));
        await answerer.SwitchToAsync(OtherBase.LoadWithSides("short-description: { en: Saltvik, zh-Hant: 薩特維克, zh-Hans: 萨特维克, ru: Сальтвик, uk: Сальтвік }"), Deadline);
        await Server.Calls.WaitForAsync("setMyShortDescription", 4, Deadline);

        Assert.Equal(
            ["setMyCommands", "setMyCommands", "setMyCommands", "setMyCommands", "setMyShortDescription", "setMyShortDescription", "setMyShortDescription", "setMyShortDescription"],
            Server.Calls.Where(c => c.Method.StartsWith("setMy", StringComparison.OrdinalIgnoreCase)).Select(c => c.Method));
        Assert.Equal("Сальтвик", Server.ProfileText("short_description", "ru"));
    }

    [Fact]
    public async Task A_reload_that_changes_no_text_of_the_profile_asks_Telegram_nothing()
    {
        var answerer = new Answerer(OtherBase.Bare);
        StartBot(answerer);
        await Server.Calls.WaitForAsync("setMyShortDescription", 4, Deadline);
        Server.Calls.Clear();

        await answerer.SwitchToAsync(OtherBase.LoadWith("examples: { who: p-ferries }"), Deadline);
        await answerer.SwitchToAsync(OtherBase.WithSides, Deadline);
        await Server.Calls.WaitForAsync("getMyShortDescription", 4, Deadline);
        await AskAsync(AnnsChat, "/about");

        Assert.Equal(4, Server.Calls.Count(c => c.Method == "getMyCommands"));
    }

    [Fact]
    public async Task A_refusal_of_the_profile_keeps_no_question_waiting()
    {
        ExpectsErrors = true;
        Server.Faults.Next("setMyCommands", Fault.Of(400, "Bad Request: BOT_COMMAND_INVALID"), times: 4);
        Server.Faults.Next("getMyDescription", Fault.TooManyRequests(3600));
        StartBot();

        Assert.Contains(AnswerToQuestion, (await AskAsync(AnnsChat, Question)).Text);
    }

    [Theory]
    [InlineData("en", "/who zelenskyy", "Volodymyr Zelensky\n")]
    [InlineData("en-GB", "/who zelenskyy", "Volodymyr Zelensky\n")]
    [InlineData("zh-hant", "/who zelenskyy", "弗拉基米爾·澤連斯基\n")]
    [InlineData("zh-TW", "/who zelenskyy", "弗拉基米爾·澤倫斯基\n")]
    [InlineData("zh-HK", "/who zelenskyy", "弗拉基米爾·澤連斯基\n")]
    [InlineData("zh-hans", "/who zelenskyy", "弗拉基米尔·泽连斯基\n")]
    [InlineData("zh-CN", "/who zelenskyy", "弗拉基米尔·泽连斯基\n")]
    [InlineData("ru", "/who zelenskyy", "Владимир Зеленский\n")]
    [InlineData("uk", "/who zelenskyy", "Володимир Зеленський\n")]
    [InlineData("uk-UA", "/who zelenskyy", "Володимир Зеленський\n")]
    [InlineData("it-IT", "/who zelenskyy", "Volodymyr Zelensky\n")]
    [InlineData("it-IT", "Скільки тривали переговори в Ер-Ріяді?", "Переговори США та Росії в Ер-Ріяді\n")]
    [InlineData(null, "/who zelenskyy", "Volodymyr Zelensky\n")]
    [InlineData(null, "Сколько длились переговоры в Эр-Рияде?", "Переговоры США и России в Эр-Рияде\n")]
    [InlineData(null, "Скільки тривали переговори в Ер-Ріяді?", "Переговори США та Росії в Ер-Ріяді\n")]
    [InlineData(null, "利雅得會談持續了多久？", "美俄利雅德會談\n")]
    [InlineData("uk", "/who zelenskyy lang:ru", "Владимир Зеленский\n")]
    public async Task The_answer_is_in_the_language_of_the_app_or_else_of_the_question(string? code, string text, string beginning)
    {
        var chat = Server.PrivateChat(new TelegramUser(41, "Lan", code));
        StartBot();

        Assert.StartsWith(beginning, (await AskAsync(chat, text)).Text);
    }
}
