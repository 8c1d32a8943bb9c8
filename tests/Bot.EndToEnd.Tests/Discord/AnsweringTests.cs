using System.Text.Json.Nodes;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

public class AnsweringTests : DiscordTest
{
    private const string RussianQuestion = "Сколько длились переговоры в Эр-Рияде?";
    private const string RussianAnswer = "длились около 4,5 часа";
    private const string NoText = "This message has no text that could be compared with the base.";

    private static DiscordUser Carol { get; } = new(13, "Carol", hasApp: true);

    // What an app shows as something else than what was typed, unless it is escaped.
    private const string Marked = "**bold** __line__ ~~gone~~ ||hidden|| `code` # head > quote [here](https://evil.example/) @everyone <@11> <#77> https://evil.example";

    [Fact]
    public async Task A_question_is_answered_wherever_the_app_can_be_used()
    {
        await StartReadyBotAsync();
        DiscordPlace[] places = [Channel, Server.BotDm(Carol), Server.PrivateChannel(901), Server.Guild(1_200_000_009_000_000_000, "Elsewhere", isInstalled: false).Channel(902)];

        foreach (var place in places)
        {
            var message = await RunAsync(Carol, "ask", new JsonObject { ["question"] = Question }, place);
            Assert.Contains(AnswerToQuestion, Description(message), StringComparison.Ordinal);
            Assert.False(message.IsEphemeral);
            Assert.Equal([message.Id], place.Messages.Select(m => m.Id));
        }
    }

    [Fact]
    public async Task A_private_answer_is_seen_by_the_asker_alone_until_it_is_shown_to_all()
    {
        await StartReadyBotAsync();
        var answer = await RunAsync(Ann, "ask", new JsonObject { ["question"] = Question, ["private"] = true });
        Assert.True(answer.IsEphemeral);
        Assert.Empty(Channel.VisibleTo(Bob));
        Assert.Throws<ChoiceNotOfferedException>(() => Channel.Press(Bob, answer, "Show to all"));

        var shown = await Channel.Press(Ann, answer, "Show to all").MessageAsync(Deadline);

        Assert.False(shown.IsEphemeral);
        Assert.Equal(Text(answer), Text(shown));
        Assert.DoesNotContain("Show to all", shown.Buttons);
        Assert.Equal([shown.Id], Channel.VisibleTo(Bob).Select(m => m.Id));
        Assert.Equal("Timeline · The Riyadh talks", Title(await Channel.Press(Bob, shown, "The Riyadh talks").MessageAsync(Deadline)));
    }

    [Fact]
    public async Task What_follows_from_a_private_answer_is_private_and_can_be_shown_too()
    {
        await StartReadyBotAsync();
        var answer = await RunAsync(Ann, "corrections", new JsonObject { ["private"] = true });

        var second = (await Channel.Press(Ann, answer, "2 ›").ResponseAsync(Deadline)).Message!;
        var shown = await Channel.Press(Ann, second, "Show to all").MessageAsync(Deadline);
        var asked = await RunAsync(Ann, "ask", new JsonObject { ["question"] = Question, ["private"] = true });
        var followUp = await Channel.Press(Ann, asked, "The Riyadh talks").MessageAsync(Deadline);

        Assert.True(second.IsEphemeral);
        Assert.Equal(["Details", "‹ 1", "3 ›", "Show to all"], second.Buttons);
        Assert.False(shown.IsEphemeral);
        Assert.Equal(Text(second), Text(shown));
        Assert.Equal(["Details", "‹ 1", "3 ›"], shown.Buttons);
        Assert.True(followUp.IsEphemeral);
        Assert.Contains("Show to all", followUp.Buttons);
    }

    [Fact]
    public async Task A_private_option_that_is_false_hides_nothing()
    {
        await StartReadyBotAsync();

        Assert.False((await RunAsync(Ann, "about", new JsonObject { ["private"] = false })).IsEphemeral);
    }

    [Theory]
    [InlineData("en-US", RussianQuestion, AnswerToQuestion)]
    [InlineData("en-GB", Question, AnswerToQuestion)]
    [InlineData("zh-TW", Question, "歷時約4.5小時")]
    [InlineData("zh-CN", Question, "历时约4.5小时")]
    [InlineData("uk", "利雅得会谈持续了多久？", "тривали близько 4,5 години")]
    [InlineData("de", RussianQuestion, RussianAnswer)]
    [InlineData("ja", "利雅得会谈持续了多久？", "历时约4.5小时")]
    [InlineData("de", "qwertyuiop", "The base has nothing that answers this.")]
    [InlineData("de", Question + " lang:ru", RussianAnswer)]
    public async Task The_answer_is_in_the_language_of_the_app_else_of_the_question(string locale, string question, string answer)
    {
        await StartReadyBotAsync();

        var message = await RunAsync(new DiscordUser(31, "Lou", locale), "ask", new JsonObject { ["question"] = question });

        Assert.Contains(answer, Description(message), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interaction_that_names_no_locale_is_answered_in_the_language_of_its_text()
    {
        await StartReadyBotAsync();

        var answer = await Server.SendRaw(Command("ask", new JsonObject { ["type"] = 3, ["name"] = "question", ["value"] = RussianQuestion })).ResponseAsync(Deadline);
        var about = await Server.SendRaw(Command("about")).ResponseAsync(Deadline);

        Assert.Contains(RussianAnswer, Description(answer.Message!), StringComparison.Ordinal);
        Assert.Equal("About this bot", Title(about.Message!));
    }

    [Fact]
    public async Task A_question_as_long_as_Discord_allows_gets_an_answer()
    {
        await StartReadyBotAsync();

        var message = await RunAsync(Ann, "ask", new JsonObject { ["question"] = new string('?', 6000) });
        var offered = await Channel.Type(Ann, "ask", new JsonObject { ["question"] = new string('?', 6000) }, "question").ResponseAsync(Deadline);

        Assert.Equal("That is too long. Ask in at most 1000 characters.", Description(message));
        Assert.Empty(offered.Choices);
    }

    [Theory]
    [InlineData("ask", "question")]
    [InlineData("timeline", "when")]
    [InlineData("timeline", "topic")]
    [InlineData("who", "name")]
    [InlineData("source", "source")]
    [InlineData("positions", "topic")]
    [InlineData("reactions", "country")]
    [InlineData("fact", "id")]
    [InlineData("help", "command")]
    public async Task What_somebody_types_shows_nowhere(string command, string option)
    {
        await StartReadyBotAsync();

        var message = await RunAsync(Ann, command, new JsonObject { [option] = Marked });
        var shown = message.Content + Text(message) + string.Join('\n', message.Buttons);

        Assert.NotEmpty(Title(message));
        Assert.All((string[])["evil", "@everyone", "bold", "hidden", "<@", "\\u003C@"], part => Assert.DoesNotContain(part, shown, StringComparison.Ordinal));
        Assert.Empty(message.Mentions);
        Assert.False(message.MentionsEveryone);
    }

    [Fact]
    public async Task A_check_of_a_message_is_seen_by_the_checker_alone_until_it_is_shown_to_all()
    {
        await StartReadyBotAsync();

        var check = await Channel.CheckMessage(Ann, CheckMessage, Question, Bob).MessageAsync(Deadline);
        var shown = await Channel.Press(Ann, check, "Show to all").MessageAsync(Deadline);

        Assert.True(check.IsEphemeral);
        Assert.Equal("Closest fact, no verdict on the message", Title(check));
        Assert.Contains(AnswerToQuestion, Description(check), StringComparison.Ordinal);
        Assert.StartsWith($"https://discord.com/channels/{Channel.Guild!.Id}/{Channel.Id}/", Description(check), StringComparison.Ordinal);
        Assert.False(shown.IsEphemeral);
        Assert.Equal(Text(check), Text(shown));
        Assert.Equal([shown.Id], Channel.VisibleTo(Bob).Select(m => m.Id));
    }

    [Theory]
    [InlineData("""{"poll":{"question":{"text":"@"},"answers":[{"answer_id":1,"poll_media":{"text":"4 hours"}}],"expiry":"2025-02-19T12:00:00+00:00","allow_multiselect":false,"layout_type":1}}""")]
    [InlineData("""{"embeds":[{"type":"rich","fields":[{"name":"Talks","value":"@","inline":true}]}]}""")]
    [InlineData("""{"attachments":[{"id":"9","filename":"a.png","size":9,"url":"https://cdn.example/a.png","proxy_url":"https://cdn.example/a.png","description":"@"}]}""")]
    public async Task A_message_is_checked_by_its_poll_its_fields_and_the_descriptions_of_its_pictures(string parts)
    {
        await StartReadyBotAsync();
        var message = Channel.MessageJson(Bob, "");
        foreach (var (name, value) in JsonNode.Parse(parts.Replace("@", "The Riyadh talks lasted 12 hours", StringComparison.Ordinal))!.AsObject())
        {
            message[name] = value!.DeepClone();
        }

        var check = await Channel.CheckMessage(Ann, CheckMessage, message).MessageAsync(Deadline);

        Assert.Contains(AnswerToQuestion, Description(check), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_base_does_not_say_is_seen_by_the_asker_alone()
    {
        await StartReadyBotAsync();

        var answer = await RunAsync(Ann, "ask", new JsonObject { ["question"] = "qwertyuiop" });

        Assert.True(answer.IsEphemeral);
        Assert.DoesNotContain("Show to all", answer.Buttons);
        Assert.Empty(Channel.VisibleTo(Bob));
    }

    [Fact]
    public async Task A_message_that_was_passed_on_is_checked_by_what_it_passes_on()
    {
        await StartReadyBotAsync();
        var message = Channel.MessageJson(Bob, "");
        message["message_reference"] = new JsonObject { ["type"] = 1, ["channel_id"] = "5", ["message_id"] = "6" };
        message["message_snapshots"] = new JsonArray(new JsonObject
        {
            ["message"] = new JsonObject { ["type"] = 0, ["content"] = Question, ["embeds"] = new JsonArray(), ["attachments"] = new JsonArray(), ["timestamp"] = "2025-02-18T12:00:00+00:00", ["flags"] = 0 },
        });

        var check = await Channel.CheckMessage(Ann, CheckMessage, message).MessageAsync(Deadline);

        Assert.Contains(AnswerToQuestion, Description(check), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title", null)]
    [InlineData(null, "description")]
    [InlineData("title", "description")]
    public async Task A_message_without_text_is_checked_by_its_embeds(string? title, string? description)
    {
        await StartReadyBotAsync();
        var message = Channel.MessageJson(Bob, " \n");
        message["embeds"] = new JsonArray(new JsonObject { ["type"] = "rich", ["title"] = title is null ? null : "How long did the Riyadh talks", ["description"] = description is null ? null : "last? The Riyadh talks in hours" });

        var check = await Channel.CheckMessage(Ann, CheckMessage, message).MessageAsync(Deadline);

        Assert.Contains("Riyadh", Description(check), StringComparison.Ordinal);
        Assert.NotEqual(NoText, check.Content);
    }

    [Fact]
    public async Task A_message_with_nothing_to_read_gets_one_line()
    {
        await StartReadyBotAsync();
        var picture = Channel.MessageJson(Bob, "");
        picture["attachments"] = new JsonArray(new JsonObject { ["id"] = "9", ["filename"] = "cat.png", ["size"] = 9, ["url"] = "https://cdn.example/cat.png", ["proxy_url"] = "https://cdn.example/cat.png" });

        var check = await Channel.CheckMessage(Ann, CheckMessage, picture).MessageAsync(Deadline);
        var empty = await Channel.CheckMessage(new DiscordUser(32, "Rae", "ru"), "Сверить с фактами", "").MessageAsync(Deadline);

        Assert.Equal((NoText, true), (check.Content, check.IsEphemeral));
        Assert.Equal("В этом сообщении нет текста, который можно сравнить с базой.", empty.Content);
        Assert.Empty(check.Components);
    }

    [Fact]
    public async Task A_long_message_is_checked_by_its_beginning()
    {
        await StartReadyBotAsync();

        var check = await Channel.CheckMessage(Ann, CheckMessage, Question + " " + string.Concat(Enumerable.Repeat("hm ", 1300))).MessageAsync(Deadline);

        Assert.NotEmpty(Title(check));
        Assert.DoesNotContain("too long", Description(check), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_command_without_its_message_gets_one_line()
    {
        await StartReadyBotAsync();
        var command = Command(CheckMessage);
        command["data"]!["type"] = 3;
        command["data"]!["target_id"] = "404";

        Assert.Equal(NoText, (await Server.SendRaw(command).ResponseAsync(Deadline)).Message!.Content);
    }

    [Fact]
    public async Task What_is_in_no_list_of_choices_is_answered_all_the_same()
    {
        await StartReadyBotAsync();

        Assert.Equal("Sergey Lavrov", Title(await RunAsync(Ann, "who", new JsonObject { ["name"] = "серґій лавров" })));
        Assert.Equal("Timeline · 15 February 2025", Title(await RunAsync(Ann, "timeline", new JsonObject { ["when"] = "15 лютого" })));
        Assert.Equal("The base does not say", Title(await RunAsync(Ann, "who", new JsonObject { ["name"] = "Napoleon Bonaparte" })));
        Assert.NotEmpty(Description(await RunAsync(Ann, "timeline", new JsonObject { ["when"] = "12 Feb", ["topic"] = "nato" })));
    }

    [Fact]
    public async Task A_command_of_an_earlier_version_that_is_still_shown_is_answered()
    {
        await StartReadyBotAsync();

        var response = await Server.SendRaw(Command("nonsense", new JsonObject { ["type"] = 4, ["name"] = "number", ["value"] = 7 })).ResponseAsync(Deadline);

        Assert.Equal("There is no such command. /help lists those that there are.", Description(response.Message!));
    }
}
