using Bot.Discord.Wire;
using Bot.Loopback.Discord.Rules;

namespace Bot.Discord.Tests;

/// <summary>The check of a message reads like no verdict, and says which message it is about.</summary>
public sealed class CheckedMessageTests
{
    private const int Private = ResponseData.ComponentsV2 | ResponseData.Ephemeral;
    private const int BlueGrey = 0x455A64;
    private const string Heading = "Closest fact, no verdict on the message";
    private const string Link = "https://discord.com/channels/31/41/1300000000000000009";
    private const string False = """{"content":"The talks in Riyadh lasted 12 hours."}""";

    private readonly InteractionHandler _handler = new(Some.Services(SampleBase.Answerer));

    [Fact]
    public async Task A_false_claim_gets_the_closest_fact_without_status_or_colour_and_a_link_to_the_message()
    {
        var response = await CheckAsync(False);

        Assert.Equal((CallbackType.ChannelMessage, Private), (response.Type, response.Data!.Flags));
        Assert.Equal(BlueGrey, response.Data.Components![0].AccentColor);
        Assert.Equal(["### " + Heading, Link], response.Texts().Take(2));
        Assert.Contains("lasted about 4.5 hours", response.Texts()[2], StringComparison.Ordinal);
        Assert.DoesNotContain("✓", string.Join('\n', response.Texts()), StringComparison.Ordinal);
        Assert.DoesNotContain("12 hours", response.Json().ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_reads_the_same_when_it_is_shown_to_all()
    {
        var response = await CheckAsync(False);
        var shown = await PressAsync(response, "Show to all");

        Assert.Equal((CallbackType.ChannelMessage, ResponseData.ComponentsV2), (shown.Type, shown.Data!.Flags));
        Assert.Equal(BlueGrey, shown.Data.Components![0].AccentColor);
        Assert.Equal(response.Texts(), shown.Texts());
    }

    [Fact]
    public async Task Its_details_keep_the_heading_and_the_link()
    {
        var details = await PressAsync(await CheckAsync(False), "Details");

        Assert.Equal((CallbackType.UpdateMessage, BlueGrey), (details.Type, details.Data!.Components![0].AccentColor));
        Assert.Equal(["### " + Heading, Link], details.Texts().Take(2));
        Assert.StartsWith("**Sources**\n", details.Texts()[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("31", "41", Link)]
    [InlineData(null, "41", "https://discord.com/channels/@me/41/1300000000000000009")]
    [InlineData("x](https://evil.example", "41", "https://discord.com/channels/@me/41/1300000000000000009")]
    [InlineData("31", "x](https://evil.example", null)]
    [InlineData("31", null, null)]
    public async Task The_link_consists_of_ids_alone(string? guild, string? channel, string? link)
    {
        var response = await RespondAsync(In(Some.Check(False), guild, channel));

        Assert.Equal(link, response.Texts().SingleOrDefault(t => t.StartsWith("https:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_link_is_that_of_the_place_where_it_is_shown_although_the_page_is_shared()
    {
        await CheckAsync(False);

        Assert.Contains("https://discord.com/channels/31/42/1300000000000000009", (await RespondAsync(In(Some.Check(False), "31", "42"))).Texts());
    }

    [Fact]
    public async Task A_message_that_no_fact_comes_close_to_says_so_to_the_asker_alone()
    {
        var response = await CheckAsync("""{"content":"qwertyuiop"}""");

        Assert.Equal(Private, response.Data!.Flags);
        Assert.Equal(["### " + Heading, Link, "The base has no fact close to this message."], response.Texts());
        Assert.DoesNotContain(response.Components(), c => c.Type == ComponentType.Button);
    }

    [Theory]
    [InlineData("""{"content":""}""", "en-US", "This message has no text that could be compared with the base.")]
    [InlineData("""{"content":" ","attachments":[{"id":"1","filename":"a.png"}]}""", "ru", "В этом сообщении нет текста, который можно сравнить с базой.")]
    public async Task A_message_without_text_gets_one_line_without_components(string message, string locale, string text)
    {
        var response = await RespondAsync(In(Some.Check(message, locale), "31", "41"));

        Assert.Equal("""{"type":4,"data":{"content":"TEXT","flags":64,"allowed_mentions":{"parse":[]}}}""".Replace("TEXT", text, StringComparison.Ordinal), Unescaped(response));
        Assert.Equal("", ResponseRules.Check(response.Json(), InteractionKind.Command).ToString());
    }

    private static string Unescaped(InteractionResponse response) =>
        response.Json().ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static Interaction In(Interaction interaction, string? guild, string? channel) => interaction with { GuildId = guild, ChannelId = channel };

    private Task<InteractionResponse> CheckAsync(string message) => RespondAsync(In(Some.Check(message), "31", "41"));

    private async Task<InteractionResponse> RespondAsync(Interaction interaction) => await _handler.RespondAsync(interaction, TestContext.Current.CancellationToken);

    private Task<InteractionResponse> PressAsync(InteractionResponse on, string label) =>
        RespondAsync(In(Some.Press(on.Components().Single(c => c.Label == label).CustomId!, "en-US", isEphemeral: true), "31", "41"));
}
