using System.Text.Json.Nodes;
using Bot.Discord.Wire;

namespace Bot.Discord.Net.Tests;

public sealed class ResponseMappingTests(ConnectedLibrary library) : IClassFixture<ConnectedLibrary>
{
    private const string Command = """{"type":2,"data":{"id":"2","name":"who","type":1}}""";
    private const string Typing = """{"type":4,"data":{"id":"2","name":"who","type":1,"options":[{"name":"name","type":3,"value":"Lav","focused":true}]}}""";

    private const string Press = """
        {"type":3,"data":{"custom_id":"f1 who","component_type":2},"message":{"id":"900","type":0,"channel_id":"77","content":"","author":{"id":"62","username":"bot","discriminator":"0"},
        "attachments":[],"mentions":[],"embeds":[],"components":[],"timestamp":"2025-02-18T12:00:00.000000+00:00","flags":0}}
        """;

    private static readonly Component s_answer = Component.Container(
        0x2e7d32,
        [
            Component.Text("### Sergey Lavrov"),
            Component.Text("Foreign minister"),
            Component.Row(Component.Button(ButtonStyle.Primary, "Show to all", "b1")),
            Component.Row(Component.Select("Ask next", "menu", [new SelectOption("Ushakov", "w1")])),
        ]);

    [Fact]
    public async Task A_private_message_is_ephemeral_notifies_nobody_and_shows_its_container_as_an_embed_with_buttons_and_menus()
    {
        var response = InteractionResponse.ForMessage(CallbackType.ChannelMessage, isPrivate: true, [Component.Text("Hello @everyone"), s_answer]);

        var sent = await SendAsync(Command, response);

        Assert.Equal((4, 64, "Hello @everyone"), ((int)sent["type"]!, (int)sent["data"]!["flags"]!, (string)sent["data"]!["content"]!));
        Assert.Empty(sent["data"]!["allowed_mentions"]!["parse"]!.AsArray());
        var embed = sent["data"]!["embeds"]![0]!;
        Assert.Equal(("### Sergey Lavrov\nForeign minister", 0x2e7d32), ((string)embed["description"]!, (int)embed["color"]!));
        var button = sent["data"]!["components"]![0]!["components"]![0]!;
        Assert.Equal((2, 1, "Show to all", "b1"), ((int)button["type"]!, (int)button["style"]!, (string)button["label"]!, (string)button["custom_id"]!));
        var menu = sent["data"]!["components"]![1]!["components"]![0]!;
        Assert.Equal((3, "Ask next", "menu", "Ushakov", "w1"),
            ((int)menu["type"]!, (string)menu["placeholder"]!, (string)menu["custom_id"]!, (string)menu["options"]![0]!["label"]!, (string)menu["options"]![0]!["value"]!));
    }

    [Fact]
    public async Task A_public_message_is_not_ephemeral()
    {
        var sent = await SendAsync(Command, InteractionResponse.ForMessage(CallbackType.ChannelMessage, isPrivate: false, [s_answer]));

        Assert.Equal((4, 0), ((int)sent["type"]!, (int?)sent["data"]!["flags"] ?? 0));
    }

    [Fact]
    public async Task A_notice_is_a_line_that_the_asker_alone_sees()
    {
        var sent = await SendAsync(Command, InteractionResponse.ForNotice("Hello"));

        Assert.Equal((4, 64, "Hello"), ((int)sent["type"]!, (int?)sent["data"]!["flags"] ?? 0, (string)sent["data"]!["content"]!));
    }

    [Fact]
    public async Task An_update_replaces_the_message_of_the_button()
    {
        var sent = await SendAsync(Press, InteractionResponse.ForMessage(CallbackType.UpdateMessage, isPrivate: false, [Component.Text("Page 2"), Component.Container(0, [Component.Text("### Sergey Lavrov")])]));

        Assert.Equal((7, "Page 2", "### Sergey Lavrov"), ((int)sent["type"]!, (string)sent["data"]!["content"]!, (string)sent["data"]!["embeds"]![0]!["description"]!));
        Assert.Empty(sent["data"]!["components"]!.AsArray());
        Assert.Empty(sent["data"]!["allowed_mentions"]!["parse"]!.AsArray());
    }

    [Theory]
    [InlineData(32768, 0)]
    [InlineData(32832, 64)]
    public async Task A_message_of_components_is_not_replaced_but_followed_by_another_for_the_same_readers(int flags, int sentFlags)
    {
        var press = Press.Replace("\"flags\":0", $"\"flags\":{flags}", StringComparison.Ordinal);
        var sent = await SendAsync(press, InteractionResponse.ForMessage(CallbackType.UpdateMessage, isPrivate: false, [s_answer]));

        Assert.Equal((4, sentFlags), ((int)sent["type"]!, (int?)sent["data"]!["flags"] ?? 0));
        Assert.Equal("### Sergey Lavrov\nForeign minister", (string)sent["data"]!["embeds"]![0]!["description"]!);
    }

    [Fact]
    public async Task A_press_without_an_answer_is_deferred()
    {
        Assert.Equal(6, (int)(await SendAsync(Press, new InteractionResponse(CallbackType.DeferredUpdate)))["type"]!);
    }

    [Fact]
    public async Task Choices_keep_their_names_values_and_order()
    {
        var sent = await SendAsync(Typing, new InteractionResponse(CallbackType.Autocomplete, new ResponseData { Choices = [new Choice("Lavrov", "lavrov"), new Choice("Лавров", "lavrov-ru")] }));

        Assert.Equal(8, (int)sent["type"]!);
        Assert.Equal([("Lavrov", "lavrov"), ("Лавров", "lavrov-ru")], sent["data"]!["choices"]!.AsArray().Select(c => ((string)c!["name"]!, (string)c["value"]!)));
    }

    [Fact]
    public async Task A_response_that_the_interaction_cannot_have_is_an_error_of_the_program()
    {
        var (_, received) = await library.SendAsync(Command);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            ResponseMapping.SendAsync(received, new InteractionResponse(CallbackType.DeferredUpdate), LibraryRequests.Options(3000, TestContext.Current.CancellationToken)));
    }

    private async Task<JsonObject> SendAsync(string interaction, InteractionResponse response)
    {
        var (sent, received) = await library.SendAsync(interaction);
        await ResponseMapping.SendAsync(received, response, LibraryRequests.Options(3000, TestContext.Current.CancellationToken));
        return (await sent.ResponseAsync(TestContext.Current.CancellationToken)).Json;
    }
}
