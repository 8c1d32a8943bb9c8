using Bot.Adapters.Pipeline;
using Bot.Discord.Wire;
using Bot.Loopback.Discord.Rules;

namespace Bot.Discord.Tests;

public sealed class InteractionHandlerTests
{
    private const int Private = ResponseData.ComponentsV2 | ResponseData.Ephemeral;
    private const string OtherVersion = "The facts have changed since this button was made. The answer comes from the facts as they are now.";
    private const string InvalidButton = "This button leads to something that the facts no longer hold. Please ask again.";

    private readonly InteractionHandler _handler = new(Some.Services(SampleBase.Answerer));

    [Fact]
    public async Task A_ping_is_answered_with_a_pong()
    {
        Assert.Equal("""{"type":1}""", (await RespondAsync(Some.Ping)).Json().ToJsonString());
    }

    [Fact]
    public async Task A_command_is_answered_with_a_message_for_all()
    {
        var response = await RespondAsync(Some.Command("fact", "en-US", ("id", "riyadh-talks-duration")));
        var json = response.Json();

        Assert.Equal(4, (int)json["type"]!);
        Assert.Equal(32768, (int)json["data"]!["flags"]!);
        Assert.Equal(["flags", "components", "allowed_mentions"], json["data"]!.AsObject().Select(m => m.Key).OrderByDescending(k => k));
        Assert.Equal("US–Russia talks in Riyadh", response.Title());
        Assert.StartsWith(
            "The US–Russia talks in Riyadh on 18 February 2025 lasted about 4.5 hours, according to Politico.\n✓ *Confirmed* \\[15\\]",
            response.Body(),
            StringComparison.Ordinal);
        Assert.Equal((17, 0x2E7D32), ((int)json["data"]!["components"]![0]!["type"]!, (int)json["data"]!["components"]![0]!["accent_color"]!));
        Assert.Equal("[15] КоммерсантЪ|[16] РБК|[17] BBC News Русская служба", Labels(response));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Turning_a_page_changes_the_message_itself(bool isPrivate)
    {
        var first = await RespondAsync(Some.Command("corrections", "en-US", ("private", isPrivate)));
        var second = await PressAsync(first, Buttons(first).Single(b => b.Label == "2 ›"));

        Assert.Equal(CallbackType.UpdateMessage, second.Type);
        Assert.Equal("""{"content":null,"embeds":[]}""", second.Json()["data"].Only("content", "embeds"));
        Assert.Equal(ResponseData.ComponentsV2, second.Data!.Flags);
        Assert.StartsWith("-# Page 2 of ", second.Texts()[^1], StringComparison.Ordinal);
        Assert.Equal(isPrivate ? "Details|‹ 1|3 ›|Show to all" : "Details|‹ 1|3 ›", Labels(second));
        Assert.Equal(first.Texts(), (await PressAsync(second, Buttons(second).Single(b => b.Label == "‹ 1"), isPrivate)).Texts());
    }

    [Fact]
    public async Task A_choice_from_a_menu_asks_what_it_says()
    {
        var help = await RespondAsync(Some.Command("help", "uk"));
        var menu = help.Components().Single(c => c.Type == ComponentType.StringSelect);
        Assert.Equal(("menu", "Спробуйте також"), (menu.CustomId, menu.Placeholder));

        var response = await RespondAsync(Some.Press("menu", "uk", isEphemeral: true, menu.Options![^1].Value));
        Assert.Equal(menu.Options[^1].Label, response.Title());
        Assert.Equal((CallbackType.ChannelMessage, Private), (response.Type, response.Data!.Flags));
    }

    [Fact]
    public async Task A_button_speaks_the_language_of_its_message_whoever_presses_it()
    {
        var response = await RespondAsync(Some.Press(Some.CustomId(ButtonAction.FollowUp, "about", "", "zh-TW"), "uk"));

        Assert.Equal("關於本機器人", response.Title());
    }

    [Theory]
    [InlineData("", "en-US", InvalidButton)]
    [InlineData("garbage", "en-US", InvalidButton)]
    [InlineData("f9fa0b8fce1 who ~AAAA", "fr", InvalidButton)]
    [InlineData("menu", "uk", "Того, до чого вела ця кнопка, у базі фактів уже немає. Поставте запитання ще раз.")]
    public async Task A_dead_button_says_so_to_whoever_pressed_it(string customId, string locale, string text)
    {
        var response = await RespondAsync(Some.Press(customId, locale));

        Assert.Equal((CallbackType.ChannelMessage, 64, text), (response.Type, response.Data!.Flags, response.Data.Content));
        Assert.Null(response.Data.Components);
        Assert.Equal("", ResponseRules.Check(response.Json(), InteractionKind.Component).ToString());
    }

    [Theory]
    [InlineData(ButtonAction.Page, "en", OtherVersion)]
    [InlineData(ButtonAction.FollowUp, "en", OtherVersion)]
    [InlineData(ButtonAction.ShowToAll, "zh-TW", "這個按鈕出現之後，事實庫已經更新。答案依目前的事實庫給出。")]
    internal async Task A_button_of_another_version_of_the_base_says_so_above_todays_answer(ButtonAction action, string language, string notice)
    {
        var now = await RespondAsync(Some.Press(Some.CustomId(action, "who", "lavrov", language)));
        var old = await RespondAsync(Some.Press(Some.CustomId(action, "who", "lavrov", language, version: "00000000")));

        Assert.Equal(notice, old.Texts()[0]);
        Assert.Equal(action == ButtonAction.Page ? CallbackType.UpdateMessage : CallbackType.ChannelMessage, old.Type);
        Assert.Equal(now.Texts(), old.Texts().Skip(1));
        Assert.Equal([ComponentType.TextDisplay, ComponentType.Container], old.Data!.Components!.Select(c => c.Type));

        // What was remembered for others has no notice.
        Assert.Equal(now.Texts(), (await RespondAsync(Some.Press(Some.CustomId(action, "who", "lavrov", language)))).Texts());
    }

    [Theory]
    [InlineData("who", "name", "lavr", "en-US", "Sergey Lavrov", "lavrov")]
    [InlineData("who", "name", "лавр", "en-US", "Sergey Lavrov", "lavrov")]
    [InlineData("who", "name", "lavr", "zh-TW", "謝爾蓋·拉夫羅夫", "lavrov")]
    [InlineData("who", "name", "лавр", "de", "Сергей Лавров", "lavrov")]
    [InlineData("positions", "topic", "territ", "uk", "Території та кордони", "territory")]
    [InlineData("timeline", "when", "18 Feb", "en-US", "18 February 2025", "2025-02-18")]
    [InlineData("timeline", "topic", "cease", "en-US", "Ceasefire", "ceasefire")]
    [InlineData("help", "command", "po", "ru", "/позиции", "positions")]
    [InlineData("help", "command", "поз", "ru", "/позиции", "positions")]
    public async Task What_is_being_typed_is_completed_in_the_readers_language(string command, string option, string typed, string locale, string name, string value)
    {
        var response = await RespondAsync(Some.Typing(command, option, typed, locale));

        Assert.Equal(CallbackType.Autocomplete, response.Type);
        Assert.Equal(new Choice(name, value), response.Data!.Choices![0]);
    }

    [Theory]
    [InlineData("who", "nobody", "lavr")]
    [InlineData("nothing", "name", "lavr")]
    [InlineData("who", "name", "qwertyuiop")]
    [InlineData("corrections", "private", "t")]
    public async Task What_cannot_be_completed_has_no_choices(string command, string option, string typed)
    {
        Assert.Equal("""{"type":8,"data":{"choices":[]}}""", (await RespondAsync(Some.Typing(command, option, typed))).Json().ToJsonString());
    }

    [Fact]
    public async Task Without_an_option_that_is_being_typed_there_are_no_choices()
    {
        var response = await RespondAsync(Some.Read("""{"id":"1","type":4,"token":"t","data":{"name":"who","type":1}}"""));

        Assert.Equal("""{"type":8,"data":{"choices":[]}}""", response.Json().ToJsonString());
    }

    [Fact]
    public async Task Pages_whose_request_is_too_long_for_a_button_can_be_typed()
    {
        var words = string.Join(' ', SampleBase.Facts.Topics.Select(t => t.Id));
        var first = await RespondAsync(Some.Command("timeline", "en-US", ("topic", words)));
        var second = await RespondAsync(Some.Command("timeline", "en-US", ("topic", words + " page:2")));

        Assert.StartsWith("-# Page 1 of ", first.Texts()[^1], StringComparison.Ordinal);
        Assert.Empty(Buttons(first));
        Assert.StartsWith("-# Page 2 of ", second.Texts()[^1], StringComparison.Ordinal);
        Assert.Equal("", ResponseRules.Check(second.Json(), InteractionKind.Command).ToString());
    }

    [Theory]
    [MemberData(nameof(LanguageData.Locales), MemberType = typeof(LanguageData))]
    public async Task Every_option_offers_choices_that_Discord_takes(string locale)
    {
        foreach (var command in SampleBase.Answerer.ListCommands(locale))
        {
            foreach (var parameter in command.Parameters)
            {
                foreach (var typed in (string[])["", "t", "1", "Трамп", "普", "US–Russia"])
                {
                    var response = await RespondAsync(Some.Typing(command.Name, parameter.Name, typed, locale));

                    Assert.Equal("", ResponseRules.Check(response.Json(), InteractionKind.Autocomplete).ToString());
                    Assert.InRange(response.Data!.Choices!.Count, typed.Length == 0 ? 1 : 0, 25);
                    Assert.All(response.Data.Choices, c => Assert.True(c is { Name.Length: > 0 and <= 100, Value.Length: > 0 and <= 100 }, $"{c}"));
                }
            }
        }
    }

    [Fact]
    public async Task A_choice_asks_what_it_was_offered_for()
    {
        var choice = (await RespondAsync(Some.Typing("ask", "question", "how long riyadh", "en-US"))).Data!.Choices![0];
        var response = await RespondAsync(Some.Command("ask", "en-US", ("question", choice.Value)));

        Assert.Equal("How long did the Riyadh talks last?", choice.Name);
        Assert.Contains("lasted about 4.5 hours", response.Body(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"1","type":5,"token":"t","locale":"en-US","data":{"custom_id":"modal","components":[]}}""")]
    [InlineData("""{"id":"1","type":2,"token":"t","locale":"en-US"}""")]
    [InlineData("""{"id":"1","type":3,"token":"t","locale":"en-US"}""")]
    [InlineData("""{"id":"1","type":99,"token":"t"}""")]
    public async Task What_is_not_understood_is_answered_all_the_same(string interaction)
    {
        var response = await RespondAsync(Some.Read(interaction));

        Assert.Equal((CallbackType.ChannelMessage, 64, InvalidButton), (response.Type, response.Data!.Flags, response.Data.Content));
    }

    [Fact]
    public async Task Nothing_that_is_sent_notifies_anybody()
    {
        var hostile = await RespondAsync(Some.Command("ask", "en-US", ("question", "@everyone <@1> <@&2>")));
        Assert.DoesNotContain("@everyone", hostile.Json().ToJsonString(), StringComparison.Ordinal);

        Interaction[] all =
        [
            Some.Command("about"), Some.Command("about", "en-US", ("private", true)), Some.Command("nothing"), Some.Check("""{"content":"@everyone"}"""), Some.Press("garbage"),
            Some.Press(Some.CustomId(ButtonAction.Page, "corrections", "", "en", 2)), Some.Press(Some.CustomId(ButtonAction.FollowUp, "about", "", "en", version: "00000000")),
            Some.Read("""{"id":"1","type":99,"token":"t"}"""),
        ];
        var responses = new List<InteractionResponse> { hostile };
        foreach (var interaction in all)
        {
            responses.Add(await RespondAsync(interaction));
        }

        Assert.All(responses, r => Assert.Equal("""{"parse":[]}""", r.Json()["data"]!["allowed_mentions"]!.ToJsonString()));
        Assert.Null((await RespondAsync(Some.Typing("who", "name", "l"))).Json()["data"]!["allowed_mentions"]);
        Assert.Equal(["type"], (await RespondAsync(Some.Ping)).Json().AsObject().Select(p => p.Key));
    }

    private async Task<InteractionResponse> RespondAsync(Interaction interaction) => await _handler.RespondAsync(interaction, TestContext.Current.CancellationToken);

    private Task<InteractionResponse> PressAsync(InteractionResponse on, Component button, bool? isEphemeral = null) =>
        RespondAsync(Some.Press(button.CustomId!, "en-US", isEphemeral ?? on.Data!.Flags == Private));

    private static List<Component> Buttons(InteractionResponse response) =>
        [.. response.Components().Where(c => c.Type == ComponentType.Button)];

    private static string Labels(InteractionResponse response) => string.Join('|', Buttons(response).Select(b => b.Label));
}
