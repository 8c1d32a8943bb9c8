namespace Bot.Loopback.Tests.Discord;

/// <summary>Messages of components alone: what an update of one, or of an older message, must say.</summary>
public sealed class ComponentUpdateTests : InteractionTest
{
    private const string Row = """{"type":1,"components":[{"type":2,"style":2,"label":"Next","custom_id":"next"}]}""";
    private const string Embeds = $$"""{"content":"Old","embeds":[{"title":"Title"}],"components":[{{Row}}]}""";
    private const string Texts = $$"""{"flags":32768,"components":[{"type":17,"components":[{"type":10,"content":"Text"},{{Row}}]}]}""";
    private const string NewTexts = """{"type":10,"content":"New"}""";

    [Theory]
    [InlineData("""{"flags":32768,"content":null,"embeds":[],"components":[@]}""", "")]
    [InlineData("""{"flags":32768,"content":null,"components":[@]}""", "embeds")]
    [InlineData("""{"flags":32768,"embeds":[],"components":[@]}""", "content")]
    public async Task A_message_with_embeds_becomes_one_of_components_when_it_loses_all_else(string data, string refused)
    {
        var answer = await UpdateAsync(Embeds, data);

        if (refused.Length == 0)
        {
            Assert.Equal("204", answer);
            Assert.Equal(["New"], Channel.Messages[0].Texts);
            Assert.Empty(Channel.Messages[0].Embeds);
            return;
        }

        Assert.StartsWith("400 ", answer);
        Assert.Contains($$"""{"{{refused}}":{"_errors":[{"code":"MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2""", answer);
        Assert.Equal("Old", Channel.Messages[0].Content);
    }

    [Theory]
    [InlineData("""{"flags":0,"components":[]}""", "MessageFlags.IS_COMPONENTS_V2 cannot be removed")]
    [InlineData("""{"components":[@]}""", "UNION_TYPE_CHOICES")]
    [InlineData("""{"content":"Old again"}""", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2")]
    [InlineData("""{"embeds":[{"title":"Title"}]}""", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2")]
    public async Task A_message_of_components_stays_one(string data, string error)
    {
        var answer = await UpdateAsync(Texts, data);

        Assert.StartsWith("400 ", answer);
        Assert.Contains(error, answer);
        Assert.Equal(["Text"], Channel.Messages[0].Texts);
    }

    [Theory]
    [InlineData(3386, 1, "204")]
    [InlineData(3387, 1, "500")]
    [InlineData(3386, 2, "500")]
    public async Task Discord_fails_when_the_texts_take_too_many_bytes(int characters, int texts, string status)
    {
        // 3,386 Chinese characters take 10,158 bytes, and each text 12 more.
        await StartAsync();
        var interaction = Channel.Run(Ann, "who", new() { ["name"] = "x" });
        var components = Enumerable.Range(0, texts).Select(_ => $$"""{"type":10,"content":"{{new string('中', characters / texts)}}"}""");

        var answer = await Bot.RespondAsync(interaction, $$$"""{"type":4,"data":{"flags":32768,"components":[{{{string.Join(',', components)}}}]}}""");

        Assert.StartsWith(status, answer);
        Assert.Equal(status == "204" ? 1 : 0, Channel.Messages.Count);
    }

    [Fact]
    public async Task A_text_of_a_component_notifies_those_whom_it_names_unless_that_is_forbidden()
    {
        await StartAsync();

        Assert.True((await MessageAsync("""{"flags":32768,"components":[{"type":10,"content":"@everyone"}]}""")).MentionsEveryone);
        Assert.False((await MessageAsync("""{"flags":32768,"components":[{"type":10,"content":"@everyone"}],"allowed_mentions":{"parse":[]}}""")).MentionsEveryone);
    }

    private async Task<string> UpdateAsync(string before, string data)
    {
        await StartAsync();
        var message = await MessageAsync(before);
        var press = Channel.Press(Ann, message, "Next");
        await ReceivedAsync();
        return await Bot.RespondAsync(press, $$$"""{"type":7,"data":{{{data.Replace("@", NewTexts, StringComparison.Ordinal)}}}}""");
    }
}
