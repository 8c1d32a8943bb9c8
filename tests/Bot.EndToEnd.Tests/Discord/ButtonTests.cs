using System.Text.Json.Nodes;
using Bot.Answers;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

public class ButtonTests : DiscordTest
{
    private const string Old = "lasted about 4.5 hours, according to Politico";
    private const string Changed = "The facts have changed since this button was made. The answer comes from the facts as they are now.";
    private const string Dead = "This button leads to something that the facts no longer hold. Please ask again.";

    [Fact]
    public async Task Turning_the_page_changes_the_message_in_place()
    {
        await StartReadyBotAsync();
        var answer = await RunAsync(Ann, "corrections");
        Assert.Equal("Page 1 of 7", Footer(answer));
        Assert.Equal(["Details", "2 ›"], answer.Buttons);

        var response = await Channel.Press(Ann, answer, "2 ›").ResponseAsync(Deadline);

        Assert.Equal(7, response.Type);
        var second = Assert.Single(Channel.Messages);
        Assert.Equal(answer.Id, second.Id);
        Assert.Equal("Page 2 of 7", Footer(second));
        Assert.Equal(["Details", "‹ 1", "3 ›"], second.Buttons);
        await Channel.Press(Bob, second, "‹ 1").ResponseAsync(Deadline);
        var first = Assert.Single(Channel.Messages);
        Assert.Equal(Text(answer), Text(first));
        Assert.Equal(answer.Buttons, first.Buttons);
    }

    [Fact]
    public async Task Every_page_can_be_reached()
    {
        await StartReadyBotAsync();
        var shown = await RunAsync(Ann, "corrections");
        for (var page = 2; page <= 7; page++)
        {
            shown = await PressAsync(Ann, shown, $"{page} ›");
            Assert.Equal($"Page {page} of 7", Footer(shown));
        }

        Assert.Equal(["Details", "‹ 6"], shown.Buttons);
    }

    [Fact]
    public async Task A_follow_up_is_a_message_of_its_own_and_leaves_the_first_alone()
    {
        await StartReadyBotAsync();
        var answer = await RunAsync(Ann, "ask", new JsonObject { ["question"] = Question });

        var followUp = await PressAsync(Bob, answer, "The Riyadh talks");

        Assert.Equal("Timeline · The Riyadh talks", Title(followUp));
        Assert.False(followUp.IsEphemeral);
        Assert.Equal(2, Channel.Messages.Count);
        Assert.Equal(answer.Json.ToJsonString(), Channel.Find(answer.Id)!.Json.ToJsonString());
    }

    [Fact]
    public async Task What_is_chosen_from_a_menu_is_answered()
    {
        await StartReadyBotAsync();
        var answer = await RunAsync(Ann, "reactions", new JsonObject { ["country"] = "Germany" });

        var chosen = await Channel.Choose(Ann, answer, "Slovakia").MessageAsync(Deadline);

        Assert.NotEqual(answer.Id, chosen.Id);
        Assert.Contains("**Slovakia**", Description(chosen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_near_miss_offers_names_to_choose_from()
    {
        await StartReadyBotAsync();
        var answer = await RunAsync(Ann, "who", new JsonObject { ["name"] = "Lavrof" });

        var chosen = await Channel.Choose(Ann, answer, "Lavrov").MessageAsync(Deadline);

        Assert.Equal("Sergey Lavrov", Title(chosen));
    }

    [Fact]
    public async Task A_button_speaks_the_language_of_the_message_whoever_presses_it()
    {
        await StartReadyBotAsync();
        var answer = await RunAsync(new DiscordUser(31, "Uma", "uk"), "ask", new JsonObject { ["question"] = Question });

        var followUp = await PressAsync(Ann, answer, "Переговори в Ер-Ріяді");

        Assert.Equal("Хронологія · Переговори в Ер-Ріяді", Title(followUp));
    }

    [Fact]
    public async Task Buttons_work_after_a_restart_and_on_another_replica()
    {
        var first = await StartReadyBotAsync();
        var answer = await RunAsync(Ann, "corrections");
        var question = await RunAsync(Ann, "ask", new JsonObject { ["question"] = Question });
        await first.StopAsync(Deadline);
        PassIdentifyPause();
        StartBot(new Answerer(SampleBase.Facts));
        await Server.WaitForConnectionsAsync(all => all is [{ IsOpen: false }, { SessionId: not null }], Deadline);

        Assert.Equal("Page 2 of 7", Footer(await PressAsync(Ann, answer, "2 ›")));
        var followUp = await PressAsync(Ann, question, "The Riyadh talks");
        Assert.Equal("Timeline · The Riyadh talks", Title(followUp));
        Assert.Equal("", Caption(followUp));
    }

    [Fact]
    public async Task A_button_of_another_version_of_the_base_says_so_and_is_answered_from_the_present_one()
    {
        var first = await StartReadyBotAsync();
        var pages = await RunAsync(Ann, "corrections");
        var answer = await RunAsync(Ann, "about");
        var hidden = await RunAsync(Ann, "ask", new JsonObject { ["question"] = Question, ["private"] = true });
        await first.StopAsync(Deadline);
        PassIdentifyPause();
        StartBot(new Answerer(SampleBase.Load(SampleBase.Copy(Folder, Old, "lasted nearly five hours, according to Politico"))));
        await Server.WaitForReadyAsync(1, Deadline);

        var followUp = await PressAsync(Ann, answer, "Help");
        var second = await PressAsync(Ann, pages, "2 ›");
        var shown = await PressAsync(Ann, hidden, "Show to all");

        Assert.Equal((Changed, "Help"), (Caption(followUp), Title(followUp)));
        Assert.Equal((Changed, "Page 2 of 7"), (Caption(second), Footer(second)));
        Assert.Equal(Changed, Caption(shown));
        Assert.Contains("lasted nearly five hours", Description(shown), StringComparison.Ordinal);

        // A page of the present version says nothing any more.
        Assert.Equal("", Caption(await PressAsync(Ann, second, "3 ›")));
    }

    [Theory]
    [InlineData("zzz", "en-US", Dead)]
    [InlineData("t00000000", "uk", "Того, до чого вела ця кнопка, у базі фактів уже немає. Поставте запитання ще раз.")]
    [InlineData("f00000000e1 who ~~~~", "zh-TW", "這個按鈕所指的內容已不在事實庫中，請重新提問。")]
    [InlineData("f00000000e0 who lavrov", "zh-CN", "这个按钮所指的内容已不在事实库中，请重新提问。")]
    [InlineData("x00000000e1 about", "ru", "Того, к чему вела эта кнопка, в базе фактов больше нет. Задайте вопрос заново.")]
    [InlineData("t", "de", Dead)]
    [InlineData("f", null, Dead)]
    [InlineData("menu", "en-US", Dead)]
    [InlineData("\0\u202e\ud83d", "en-US", Dead)]
    [InlineData(null, "en-US", Dead)]
    public async Task A_dead_button_says_so_to_whoever_pressed_it(string? customId, string? locale, string notice)
    {
        await StartReadyBotAsync();

        var response = await Server.SendRaw(Press(customId, locale)).ResponseAsync(Deadline);

        Assert.Equal(4, response.Type);
        Assert.Equal(notice, response.Message!.Content);
        Assert.True(response.Message.IsEphemeral);
        Assert.Empty(response.Message.Components);
    }

    [Theory]
    [InlineData("f00000000e1 nonsense", "There is no such command. /help lists those that there are.")]
    [InlineData("tffffffffe9 about", "Answers come only from a curated fact base")]
    public async Task A_button_that_somebody_made_up_gets_an_answer_too(string customId, string answer)
    {
        await StartReadyBotAsync();

        var response = await Server.SendRaw(Press(customId)).ResponseAsync(Deadline);

        Assert.Contains(answer, response.Json["data"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interaction_of_a_kind_that_the_bot_offers_none_of_gets_a_notice()
    {
        await StartReadyBotAsync();
        var modal = Press("modal", "ru");
        modal["type"] = 5;
        modal["data"]!["components"] = new JsonArray();

        var response = await Server.SendRaw(modal).ResponseAsync(Deadline);

        Assert.Equal("Того, к чему вела эта кнопка, в базе фактов больше нет. Задайте вопрос заново.", response.Message!.Content);
    }

    private Task<DiscordMessage> PressAsync(DiscordUser by, DiscordMessage message, string button) => Channel.Press(by, message, button).MessageAsync(Deadline);

    private static string Footer(DiscordMessage message) => Text(message).Split('\n')[^1]["-# ".Length..];
}
