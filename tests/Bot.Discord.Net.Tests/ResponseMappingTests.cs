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

    private static readonly Embed s_embed = new() { Title = "Sergey Lavrov", Description = "Foreign minister", Color = 0x2e7d32, Footer = new EmbedFooter("As of 18 February") };

    [Fact]
    public async Task A_private_message_is_ephemeral_notifies_nobody_and_keeps_embeds_buttons_and_menus()
    {
        var response = InteractionResponse.ForMessage(CallbackType.ChannelMessage, isPrivate: true, "Hello @everyone", [s_embed],
            [Component.Row(Component.Button(ButtonStyle.Primary, "Show to all", "b1")), Component.Row(Component.Select("Ask next", "menu", [new SelectOption("Ushakov", "w1")]))]);

        var sent = await SendAsync(Command, response);

        Assert.Equal((4, 64, "Hello @everyone"), ((int)sent["type"]!, (int)sent["data"]!["flags"]!, (string)sent["data"]!["content"]!));
        Assert.Empty(sent["data"]!["allowed_mentions"]!["parse"]!.AsArray());
        var embed = sent["data"]!["embeds"]![0]!;
        Assert.Equal(("Sergey Lavrov", "Foreign minister", 0x2e7d32, "As of 18 February"), ((string)embed["title"]!, (string)embed["description"]!, (int)embed["color"]!, (string)embed["footer"]!["text"]!));
        var button = sent["data"]!["components"]![0]!["components"]![0]!;
        Assert.Equal((2, 1, "Show to all", "b1"), ((int)button["type"]!, (int)button["style"]!, (string)button["label"]!, (string)button["custom_id"]!));
        var menu = sent["data"]!["components"]![1]!["components"]![0]!;
        Assert.Equal((3, "Ask next", "menu", "Ushakov", "w1"),
            ((int)menu["type"]!, (string)menu["placeholder"]!, (string)menu["custom_id"]!, (string)menu["options"]![0]!["label"]!, (string)menu["options"]![0]!["value"]!));
    }

    [Fact]
    public async Task A_public_message_is_not_ephemeral()
    {
        var sent = await SendAsync(Command, InteractionResponse.ForMessage(CallbackType.ChannelMessage, isPrivate: false, "Hello", [], []));

        Assert.Equal((4, 0), ((int)sent["type"]!, (int?)sent["data"]!["flags"] ?? 0));
    }

    [Fact]
    public async Task An_update_replaces_the_message_of_the_button()
    {
        var sent = await SendAsync(Press, InteractionResponse.ForMessage(CallbackType.UpdateMessage, isPrivate: false, "Page 2", [s_embed], []));

        Assert.Equal((7, "Page 2", "Sergey Lavrov"), ((int)sent["type"]!, (string)sent["data"]!["content"]!, (string)sent["data"]!["embeds"]![0]!["title"]!));
        Assert.Empty(sent["data"]!["components"]!.AsArray());
        Assert.Empty(sent["data"]!["allowed_mentions"]!["parse"]!.AsArray());
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
