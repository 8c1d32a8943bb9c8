using Bot.Loopback.Discord;

namespace Bot.Loopback.Tests.Discord;

public sealed class PeopleTests : InteractionTest
{
    private const string Buttons = """
        {"content":"Hi","components":[
          {"type":1,"components":[{"type":2,"style":1,"label":"More","custom_id":"more"},{"type":2,"style":2,"label":"Never","custom_id":"never","disabled":true},{"type":2,"style":5,"label":"Source","url":"https://example.com"}]},
          {"type":1,"components":[{"type":3,"custom_id":"pick","options":[{"label":"One","value":"1"},{"label":"Two","value":"2"}]}]}]}
        """;

    [Fact]
    public async Task A_slash_command_is_sent_whole()
    {
        await StartAsync();
        var interaction = Channel.Run(Ann, "who", new() { ["name"] = "Lavrov", ["private"] = true });

        var told = await ReceivedAsync();
        var command = Server.RegisteredCommands()[0]!;
        Assert.Equal(
            $$$"""{"id":"{{{command["id"]}}}","name":"who","type":1,"version":"{{{command["version"]}}}","options":[{"type":3,"name":"name","value":"Lavrov"},{"type":5,"name":"private","value":true}]}""",
            told["data"]!.ToJsonString());
        Assert.Equal((2, 1, "uk", "ru", 0), ((int)told["type"]!, (int)told["version"]!, (string?)told["locale"], (string?)told["guild_locale"], (int)told["context"]!));
        Assert.Equal(("20971520", "77", "77"), ((string?)told["guild_id"], (string?)told["channel_id"], (string?)told["channel"]!["id"]));
        Assert.Equal(("11", "Ann"), ((string?)told["member"]!["user"]!["id"], (string?)told["member"]!["user"]!["global_name"]));
        Assert.Null(told["user"]);
        Assert.Equal("""{"0":"20971520"}""", told["authorizing_integration_owners"]!.ToJsonString());
        Assert.Equal(("1140000000000000042", "[]", 10485760), ((string?)told["application_id"], told["entitlements"]!.ToJsonString(), (int)told["attachment_size_limit"]!));
        Assert.Equal((interaction.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), interaction.Token), ((string?)told["id"], (string?)told["token"]));
        Assert.Matches("^[A-Za-z0-9_-]{180,}$", interaction.Token);
        Assert.Equal(Time.GetUtcNow().ToUnixTimeMilliseconds(), (long)(interaction.Id >> 22) + 1420070400000);
    }

    [Fact]
    public async Task Each_place_is_told_as_it_is()
    {
        await StartAsync();
        Server.BotDm(Bob).Run(Bob, "who", new() { ["name"] = "x" });
        var dm = await ReceivedAsync();
        Assert.Equal((1, 1, "442368", """{"0":"0","1":"12"}"""), ((int)dm["context"]!, (int)dm["channel"]!["type"]!, (string?)dm["app_permissions"], dm["authorizing_integration_owners"]!.ToJsonString()));
        Assert.Equal("12", (string?)dm["user"]!["id"]);
        Assert.Null(dm["member"]);
        Assert.Null(dm["guild_id"]);

        Server.PrivateChannel(99).Run(Bob, "who", new() { ["name"] = "x" });
        var channel = await ReceivedAsync();
        Assert.Equal((2, "180224", """{"1":"12"}"""), ((int)channel["context"]!, (string?)channel["app_permissions"], channel["authorizing_integration_owners"]!.ToJsonString()));

        Server.Guild(9UL << 22, "Foreign", isInstalled: false).Channel(98).Run(Bob, "mine");
        Assert.Equal("""{"1":"12"}""", (await ReceivedAsync())["authorizing_integration_owners"]!.ToJsonString());
    }

    [Fact]
    public async Task Names_in_ones_language_are_sent_as_they_were_registered()
    {
        await StartAsync();
        Channel.Run(Ann, "хто", new() { ["імя"] = "Лавров", ["kind"] = "Людина" });

        var data = (await ReceivedAsync())["data"]!;
        Assert.Equal("who", (string?)data["name"]);
        Assert.Equal("""[{"type":3,"name":"name","value":"x"},{"type":3,"name":"kind","value":"p"}]""".Replace("\"x\"", "\"Лавров\"", StringComparison.Ordinal), data["options"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task A_subcommand_is_sent_within_its_command()
    {
        await StartAsync();
        Channel.Run(Ann, "list topics", new() { ["page"] = 2 });

        Assert.Equal("""[{"type":1,"name":"topics","options":[{"type":4,"name":"page","value":2}]}]""", (await ReceivedAsync())["data"]!["options"]!.ToJsonString());
        Assert.Throws<ChoiceNotOfferedException>(() => Channel.Run(Ann, "list"));
        Assert.Throws<ChoiceNotOfferedException>(() => Channel.Run(Ann, "list others"));
    }

    [Fact]
    public async Task What_is_typed_asks_for_choices()
    {
        await StartAsync();
        var interaction = Channel.Type(Ann, "who", new() { ["name"] = "Lav", ["year"] = 2020 }, focused: "name");
        var told = await ReceivedAsync();
        Assert.Equal(4, (int)told["type"]!);
        Assert.Equal("""[{"type":3,"name":"name","value":"Lav","focused":true},{"type":4,"name":"year","value":2020}]""", told["data"]!["options"]!.ToJsonString());
        Assert.Equal("204", await Bot.RespondAsync(interaction, """{"type":8,"data":{"choices":[{"name":"Lavrov","value":"lavrov"}]}}"""));

        Assert.Equal(["Lavrov"], (await interaction.ResponseAsync(Deadline)).ChoiceNames);
        Assert.Equal("", (string?)Channel.Type(Ann, "who", null, "name").Payload["data"]!["options"]![0]!["value"]);
    }

    [Fact]
    public async Task A_message_can_be_checked()
    {
        await StartAsync();
        Channel.CheckMessage(Ann, "Check", "some text", author: Bob);

        var data = (await ReceivedAsync())["data"]!;
        var target = (string)data["target_id"]!;
        var message = data["resolved"]!["messages"]![target]!;
        Assert.Equal((3, target, "some text", "12"), ((int)data["type"]!, (string?)message["id"], (string?)message["content"], (string?)message["author"]!["id"]));
        Assert.Throws<ChoiceNotOfferedException>(() => Channel.Run(Ann, "Check"));
    }

    [Fact]
    public async Task What_is_not_offered_cannot_be_run()
    {
        await StartAsync();
        var (dm, channel, foreign) = (Server.BotDm(Ann), Server.PrivateChannel(99), Server.Guild(9UL << 22, "Foreign", isInstalled: false).Channel(98));
        string Why(Action act) => Assert.Throws<ChoiceNotOfferedException>(act).Message;

        Assert.Equal("No command \"what\" is registered.", Why(() => Channel.Run(Ann, "what")));
        Assert.Equal("The option \"name\" is required.", Why(() => Channel.Run(Ann, "who")));
        Assert.Equal("There is no option \"nome\".", Why(() => Channel.Run(Ann, "who", new() { ["name"] = "x", ["nome"] = "x" })));
        Assert.Equal("The option \"name\" does not take 7.", Why(() => Channel.Run(Ann, "who", new() { ["name"] = 7 })));
        Assert.Equal("The option \"name\" does not take \"123456789012345678901\".", Why(() => Channel.Run(Ann, "who", new() { ["name"] = "123456789012345678901" })));
        Assert.Equal("The option \"kind\" has no choice \"Thing\".", Why(() => Channel.Run(Ann, "who", new() { ["name"] = "x", ["kind"] = "Thing" })));
        Assert.Equal("The option \"year\" does not take 2026.", Why(() => Channel.Run(Ann, "who", new() { ["name"] = "x", ["year"] = 2026 })));
        Assert.Equal("The option \"private\" does not take \"yes\".", Why(() => Channel.Run(Ann, "who", new() { ["name"] = "x", ["private"] = "yes" })));
        Assert.Equal("There is no option \"year\" that asks for choices.", Why(() => Channel.Type(Ann, "who", null, "year")));
        Assert.Equal("The command \"here\" is not offered in the context BotDm.", Why(() => dm.Run(Ann, "here")));
        Assert.Equal("The command \"here\" is not offered: neither the place nor Bob has an installation that it supports.", Why(() => foreign.Run(Bob, "here")));
        Assert.Equal("The command \"who\" is not offered: neither the place nor Ann has an installation that it supports.", Why(() => channel.Run(Ann, "who", new() { ["name"] = "x" })));
        Assert.Equal("The command \"mine\" is not offered: neither the place nor Ann has an installation that it supports.", Why(() => Channel.Run(Ann, "mine")));
    }

    [Fact]
    public async Task A_button_is_pressed_by_its_label_or_identifier()
    {
        await StartAsync();
        var message = await MessageAsync(Buttons);
        Channel.Press(Bob, message, "More");

        var told = await ReceivedAsync();
        Assert.Equal("""{"id":2,"custom_id":"more","component_type":2}""", told["data"]!.ToJsonString());
        Assert.Equal((3, "12", "Hi"), ((int)told["type"]!, (string?)told["member"]!["user"]!["id"], (string?)told["message"]!["content"]));
        Assert.Equal("""{"0":"20971520"}""", told["authorizing_integration_owners"]!.ToJsonString());
        Channel.Press(Bob, message, "more");
        Assert.Equal("more", (string?)(await ReceivedAsync())["data"]!["custom_id"]);
        Assert.Equal(["More", "Never", "Source"], message.Buttons);
    }

    [Fact]
    public async Task An_option_is_chosen_by_its_label_or_value()
    {
        await StartAsync();
        var message = await MessageAsync(Buttons);
        Channel.Choose(Ann, message, "Two");

        Assert.Equal("""{"id":6,"custom_id":"pick","component_type":3,"values":["2"]}""", (await ReceivedAsync())["data"]!.ToJsonString());
        Assert.Equal("The menu takes 1 to 1 options, not 2.", Assert.Throws<ChoiceNotOfferedException>(() => Channel.Choose(Ann, message, "One", "2")).Message);
        Assert.Throws<ChoiceNotOfferedException>(() => Channel.Choose(Ann, message, "Three"));
    }

    [Fact]
    public async Task What_cannot_be_pressed_is_not_pressed()
    {
        await StartAsync();
        var message = await MessageAsync(Buttons);
        string Why(string button) => Assert.Throws<ChoiceNotOfferedException>(() => Channel.Press(Ann, message, button)).Message;

        Assert.Equal("\"Never\" is disabled.", Why("Never"));
        Assert.Equal("The button \"Source\" sends nothing to the bot: it opens https://example.com.", Why("Source"));
        Assert.Equal("The message has no button \"Less\".", Why("Less"));
    }

    [Fact]
    public async Task What_only_one_sees_no_other_presses()
    {
        await StartAsync();
        var message = await MessageAsync(Buttons.Replace("\"content\"", "\"flags\":64,\"content\"", StringComparison.Ordinal));

        Assert.True(message.IsEphemeral);
        Assert.Equal(message, Assert.Single(Channel.VisibleTo(Ann)));
        Assert.Empty(Channel.VisibleTo(Bob));
        Assert.Single(Channel.Messages);
        Channel.Press(Ann, message, "More");
        Assert.Equal($"Bob does not see the message {message.Id}.", Assert.Throws<ChoiceNotOfferedException>(() => Channel.Press(Bob, message, "More")).Message);
    }

    [Fact]
    public async Task A_hand_written_interaction_can_be_answered_too()
    {
        await StartAsync();
        var interaction = Server.SendRaw(new() { ["type"] = 2, ["channel_id"] = "77", ["user"] = new System.Text.Json.Nodes.JsonObject { ["id"] = "13", ["username"] = "eve" }, ["data"] = new System.Text.Json.Nodes.JsonObject() });
        Assert.Equal("13", (string?)(await ReceivedAsync())["user"]!["id"]);
        await Bot.SayAsync(interaction, "Hi");

        Assert.Equal("Hi", (await interaction.MessageAsync(Deadline)).Content);
    }
}
