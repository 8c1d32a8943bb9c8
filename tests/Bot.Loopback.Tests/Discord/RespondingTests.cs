using System.Text.Json.Nodes;
using Bot.Loopback.Discord;

namespace Bot.Loopback.Tests.Discord;

public sealed class RespondingTests : InteractionTest
{
    private const string UnknownInteraction = """404 {"message":"Unknown interaction","code":10062}""";
    private const string UnknownWebhook = """404 {"message":"Unknown Webhook","code":10015}""";
    private const string BadToken = """401 {"message":"Invalid Webhook Token","code":50027}""";
    private const string UnknownMessage = """404 {"message":"Unknown Message","code":10008}""";

    private async Task<Interaction> RunAsync()
    {
        await StartAsync();
        return Channel.Run(Ann, "who", new() { ["name"] = "x" });
    }

    [Fact]
    public async Task A_response_makes_a_message()
    {
        var interaction = await RunAsync();
        Time.Advance(TimeSpan.FromSeconds(1));
        await Bot.SayAsync(interaction, "Hi");

        var response = await interaction.ResponseAsync(Deadline);
        Assert.Equal((4, TimeSpan.FromSeconds(1)), (response.Type, response.After));
        var message = response.Message!;
        Assert.Equal(("Hi", 0, 20), (message.Content, message.Flags, (int)message.Json["type"]!));
        Assert.Equal("who", (string?)message.Json["interaction_metadata"]!["name"]);
        Assert.Equal(message, Assert.Single(Channel.Messages));
    }

    [Fact]
    public async Task A_response_can_be_told_with_its_message()
    {
        var interaction = await RunAsync();
        var answer = await Bot.RespondAsync(interaction, """{"type":4,"data":{"content":"Hi","flags":64}}""", "?with_response=true");

        Assert.StartsWith("200 ", answer);
        var json = JsonNode.Parse(answer[4..])!;
        var message = Assert.Single(Channel.Messages);
        Assert.Equal(
            $$$"""{"id":"{{{interaction.Id}}}","type":2,"response_message_id":"{{{message.Id}}}","response_message_loading":false,"response_message_ephemeral":true}""",
            json["interaction"]!.ToJsonString());
        Assert.Equal((4, "Hi"), ((int)json["resource"]!["type"]!, (string?)json["resource"]!["message"]!["content"]));
    }

    [Fact]
    public async Task One_may_respond_only_once()
    {
        var interaction = await RunAsync();
        await Bot.SayAsync(interaction, "Hi");

        Assert.Equal("""400 {"message":"Interaction has already been acknowledged.","code":40060}""", await Bot.RespondAsync(interaction, """{"type":4,"data":{"content":"Hi"}}"""));
        Assert.Single(Channel.Messages);
    }

    [Fact]
    public async Task One_must_respond_in_3_seconds()
    {
        var interaction = await RunAsync();
        Time.Advance(TimeSpan.FromSeconds(3));
        Assert.False(interaction.HasFailed);
        Time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(interaction.HasFailed);
        Assert.Equal(UnknownInteraction, await Bot.RespondAsync(interaction, """{"type":4,"data":{"content":"Hi"}}"""));
        Assert.Equal(UnknownWebhook, await Bot.WebhookAsync("POST", interaction, "", """{"content":"Hi"}"""));
    }

    [Fact]
    public async Task Another_token_or_identifier_is_unknown()
    {
        var interaction = await RunAsync();

        Assert.Equal(UnknownInteraction, await Bot.TextAsync("POST", $"interactions/{interaction.Id}/x/callback", "{}"));
        Assert.Equal(UnknownInteraction, await Bot.TextAsync("POST", $"interactions/1/{interaction.Token}/callback", "{}"));
        Assert.Equal(UnknownInteraction, await Bot.TextAsync("POST", $"interactions/x/{interaction.Token}/callback", "{}"));
    }

    [Fact]
    public async Task No_token_of_the_bot_is_needed_but_none_may_be_wrong()
    {
        var interaction = await RunAsync();
        Bot.Http.DefaultRequestHeaders.Remove("Authorization");
        Bot.Http.DefaultRequestHeaders.Add("Authorization", "Bot wrong");
        Assert.StartsWith("401", await Bot.RespondAsync(interaction, """{"type":4,"data":{"content":"Hi"}}"""));
        Bot.Http.DefaultRequestHeaders.Remove("Authorization");

        await Bot.SayAsync(interaction, "Hi");
    }

    [Fact]
    public async Task A_refused_response_can_be_corrected()
    {
        var interaction = await RunAsync();
        var refusal = await Bot.RespondAsync(interaction, $$$"""{"type":4,"data":{"content":"{{{new string('x', 2001)}}}"}}""");
        Assert.Contains("\"data\":{\"content\":{\"_errors\":[{\"code\":\"BASE_TYPE_", refusal, StringComparison.Ordinal);
        Assert.StartsWith($"interaction {interaction.Id}: the response was refused: ", Assert.Single(Server.Problems));

        await Bot.SayAsync(interaction, "Hi");
    }

    [Fact]
    public async Task What_is_deferred_is_loading_until_it_is_edited()
    {
        var interaction = await RunAsync();
        Assert.Equal("204", await Bot.RespondAsync(interaction, """{"type":5,"data":{"flags":64}}"""));
        Assert.True(interaction.Message!.IsLoading);
        Assert.StartsWith("200", await Bot.WebhookAsync("PATCH", interaction, "/messages/@original", """{"content":"Hi"}"""));

        var message = await interaction.MessageAsync(Deadline);
        Assert.Equal(("Hi", true, false, false), (message.Content, message.IsEphemeral, message.IsLoading, message.IsEdited));
    }

    [Fact]
    public async Task A_follow_up_fills_what_is_deferred()
    {
        var interaction = await RunAsync();
        await Bot.RespondAsync(interaction, """{"type":5}""");
        Assert.StartsWith("200", await Bot.WebhookAsync("POST", interaction, "", """{"content":"Hi","flags":64}"""));

        Assert.Equal(("Hi", false), (Assert.Single(Channel.Messages).Content, interaction.Message!.IsEphemeral));
    }

    [Fact]
    public async Task A_message_is_edited_in_part()
    {
        var interaction = await RunAsync();
        await Bot.RespondAsync(interaction, """{"type":4,"data":{"content":"Hi","embeds":[{"title":"T"}]}}""");
        Assert.StartsWith("200", await Bot.WebhookAsync("PATCH", interaction, "/messages/@original", """{"content":null}"""));

        var message = interaction.Message!;
        Assert.Equal(("", "T", true), (message.Content, (string?)message.Embeds[0]!["title"], message.IsEdited));
        Assert.Contains("\"errors\":{\"content\":", await Bot.WebhookAsync("PATCH", interaction, "/messages/@original", $$"""{"content":"{{new string('x', 2001)}}"}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_follow_and_are_edited_and_deleted()
    {
        var interaction = await RunAsync();
        Assert.Equal(UnknownWebhook, await Bot.WebhookAsync("POST", interaction, "", """{"content":"Hi"}"""));
        await Bot.SayAsync(interaction, "Hi");
        var second = JsonNode.Parse((await Bot.WebhookAsync("POST", interaction, "", """{"content":"Again","flags":64}"""))[4..])!;
        var path = $"/messages/{second["id"]}";

        Assert.Equal("Again", Assert.Single(await interaction.FollowUpsAsync(1, Deadline)).Content);
        Assert.StartsWith("200", await Bot.WebhookAsync("PATCH", interaction, path, """{"content":"Once more"}"""));
        Assert.Equal(("Once more", true), (interaction.FollowUps[0].Content, interaction.FollowUps[0].IsEphemeral));
        Assert.Contains("Once more", await Bot.WebhookAsync("GET", interaction, path), StringComparison.Ordinal);
        Assert.Equal("204", await Bot.WebhookAsync("DELETE", interaction, path));
        Assert.Equal(UnknownMessage, await Bot.WebhookAsync("GET", interaction, path));
        Assert.Equal("204", await Bot.WebhookAsync("DELETE", interaction, "/messages/@original"));
        Assert.Equal(UnknownMessage, await Bot.WebhookAsync("PATCH", interaction, "/messages/@original", """{"content":"x"}"""));
        Assert.Empty(Channel.Messages);
    }

    [Fact]
    public async Task A_token_lives_15_minutes()
    {
        var interaction = await RunAsync();
        await Bot.SayAsync(interaction, "Hi");
        Time.Advance(TimeSpan.FromMinutes(15));
        Assert.StartsWith("200", await Bot.WebhookAsync("POST", interaction, "", """{"content":"Again"}"""));
        Time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(BadToken, await Bot.WebhookAsync("POST", interaction, "", """{"content":"Again"}"""));
        Assert.Equal(UnknownInteraction, await Bot.RespondAsync(interaction, """{"type":4,"data":{"content":"Hi"}}"""));
        Assert.Equal(UnknownWebhook, await Bot.TextAsync("POST", $"webhooks/7/{interaction.Token}", """{"content":"Again"}"""));
    }

    [Fact]
    public async Task An_app_of_its_user_alone_has_5_follow_ups()
    {
        await StartAsync();
        var interaction = Server.PrivateChannel(99).Run(Bob, "who", new() { ["name"] = "x" });
        await Bot.SayAsync(interaction, "Hi");
        for (var i = 0; i < 5; i++)
        {
            Assert.StartsWith("200", await Bot.WebhookAsync("POST", interaction, "", """{"content":"Again"}"""));
        }

        Assert.Equal("""400 {"message":"This interaction has hit the maximum number of follow up messages","code":40094}""", await Bot.WebhookAsync("POST", interaction, "", """{"content":"Again"}"""));
    }

    [Fact]
    public async Task A_button_may_change_its_message_or_do_nothing_to_it()
    {
        await StartAsync();
        var message = await MessageAsync("""{"content":"Hi","components":[{"type":1,"components":[{"type":2,"style":1,"label":"More","custom_id":"more"}]}]}""");
        var update = Channel.Press(Bob, message, "More");
        Assert.Equal("204", await Bot.RespondAsync(update, """{"type":7,"data":{"content":"More","components":[]}}"""));
        Assert.Equal(("More", 0), (Assert.Single(Channel.Messages).Content, Channel.Messages[0].Components.Count));
        Assert.Equal(message.Id, (await update.ResponseAsync(Deadline)).Message!.Id);
        Assert.Throws<ChoiceNotOfferedException>(() => Channel.Press(Bob, message, "More"));

        var other = await MessageAsync("""{"content":"Hi","components":[{"type":1,"components":[{"type":2,"style":1,"label":"More","custom_id":"more"}]}]}""");
        var silent = Channel.Press(Bob, other, "More");
        Assert.Equal("204", await Bot.RespondAsync(silent, """{"type":6}"""));
        Assert.Null((await silent.ResponseAsync(Deadline)).Message);
        Assert.StartsWith("200", await Bot.WebhookAsync("PATCH", silent, "/messages/@original", """{"content":"Later"}"""));
        Assert.Equal("Later", Channel.Find(other.Id)!.Content);
    }

    [Theory]
    [InlineData("", "11 12", true)]
    [InlineData(""", "allowed_mentions":{"parse":[]}""", "", false)]
    [InlineData(""", "allowed_mentions":{"parse":["everyone"]}""", "", true)]
    [InlineData(""", "allowed_mentions":{"users":["12"]}""", "12", false)]
    public async Task Mentions_count_as_far_as_they_are_allowed(string allowed, string mentioned, bool everyone)
    {
        await StartAsync();
        _ = Server.BotDm(Bob);
        var message = await MessageAsync($$"""{"content":"@everyone <@11> <@!12>"{{allowed}}}""");

        Assert.Equal((mentioned, everyone), (string.Join(' ', message.Mentions), message.MentionsEveryone));
    }
}
