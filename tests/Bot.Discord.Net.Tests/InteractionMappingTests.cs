using Bot.Discord.Wire;

namespace Bot.Discord.Net.Tests;

public sealed class InteractionMappingTests(ConnectedLibrary library) : IClassFixture<ConnectedLibrary>
{
    [Fact]
    public async Task A_slash_command_keeps_its_asker_its_language_and_its_options_as_text()
    {
        var (sent, received) = await library.SendAsync(
            """
            {"type":2,"data":{"id":"2","name":"who","type":1,"options":[{"name":"name","type":3,"value":"Lavrov"},{"name":"private","type":5,"value":true},{"name":"page","type":4,"value":2}]}}
            """);

        var mapped = InteractionMapping.Map(received);

        Assert.Equal((sent.Id, InteractionType.Command, sent.Token, "uk", "77", "61"), (mapped.Id, mapped.Type, mapped.Token, mapped.Locale, mapped.ChannelId, mapped.User!.Id));
        Assert.Equal(("who", CommandType.Slash), (mapped.Data!.Name, mapped.Data.Type));
        Assert.Equal([("name", "Lavrov"), ("private", "true"), ("page", "2")], mapped.Data.Options!.Select(o => (o.Name, o.Value)));
    }

    [Fact]
    public async Task An_autocompletion_says_which_option_is_being_typed()
    {
        var (_, received) = await library.SendAsync(
            """
            {"type":4,"data":{"id":"2","name":"who","type":1,"options":[{"name":"private","type":5,"value":true},{"name":"name","type":3,"value":"Lav","focused":true}]}}
            """);

        var mapped = InteractionMapping.Map(received);

        Assert.Equal((InteractionType.Autocomplete, "who"), (mapped.Type, mapped.Data!.Name));
        Assert.Equal([("private", "true", false), ("name", "Lav", true)], mapped.Data.Options!.Select(o => (o.Name, o.Value, o.Focused)));
    }

    [Fact]
    public async Task A_message_command_keeps_all_texts_of_its_message_and_of_the_forwarded_one()
    {
        var (_, received) = await library.SendAsync(
            """
            {"type":2,"data":{"id":"2","name":"Check against the facts","type":3,"target_id":"900","resolved":{"messages":{"900":{"id":"900","type":0,"channel_id":"77","content":"The talks lasted 12 hours.",
            "author":{"id":"62","username":"sue","discriminator":"0"},"attachments":[{"id":"1","filename":"a.png","size":9,"url":"https://cdn.example/a.png","proxy_url":"https://cdn.example/a.png","description":"Lavrov in Riyadh"}],"mentions":[],
            "embeds":[{"type":"rich","author":{"name":"Sue"},"title":"Riyadh","description":"Talks","fields":[{"name":"Day","value":"18 February","inline":true}],"footer":{"text":"Saudi Arabia"}}],
            "poll":{"question":{"text":"How long?"},"answers":[{"answer_id":1,"poll_media":{"text":"4 hours"}}],"expiry":"2025-02-19T12:00:00.000000+00:00","allow_multiselect":false,"layout_type":1},
            "timestamp":"2025-02-18T12:00:00.000000+00:00","flags":0,
            "message_snapshots":[{"message":{"content":"Lavrov was there.","type":0,"embeds":[],"attachments":[],"mentions":[],"timestamp":"2025-02-18T12:00:00.000000+00:00","flags":0}}]}}}}}
            """);

        var mapped = InteractionMapping.Map(received);

        Assert.Equal((CommandType.Message, "900"), (mapped.Data!.Type, mapped.Data.TargetId));
        var target = mapped.Data.Resolved!.Messages!["900"];
        Assert.Equal("The talks lasted 12 hours.", target.Content);
        Assert.Equal([("Sue", "Riyadh", "Talks", "Saudi Arabia")], target.Embeds!.Select(e => (e.Author!.Name, e.Title, e.Description, e.Footer!.Text)));
        Assert.Equal([("Day", "18 February")], target.Embeds![0].Fields!.Select(f => (f.Name, f.Value)));
        Assert.Equal(["Lavrov in Riyadh"], target.Attachments!.Select(a => a.Description));
        Assert.Equal(("How long?", "4 hours"), (target.Poll!.Question!.Text, target.Poll.Answers!.Single().PollMedia!.Text));
        Assert.Equal(["Lavrov was there."], target.MessageSnapshots!.Select(s => s.Message!.Content));
    }

    [Theory]
    [InlineData("""{"custom_id":"f1 who","component_type":2}""", 0, "f1 who", null, false)]
    [InlineData("""{"custom_id":"menu","component_type":3,"values":["f1 who"]}""", 64, "menu", "f1 who", true)]
    public async Task A_press_keeps_its_custom_id_its_choice_and_whether_only_the_asker_sees_the_message(string data, int flags, string customId, string? value, bool isEphemeral)
    {
        var (_, received) = await library.SendAsync(
            $$$"""
            {"type":3,"data":{{{data}}},"message":{"id":"900","type":0,"channel_id":"77","content":"","author":{"id":"62","username":"bot","discriminator":"0"},"attachments":[],"mentions":[],"embeds":[],
            "components":[],"timestamp":"2025-02-18T12:00:00.000000+00:00","flags":{{{flags}}} }}
            """);

        var mapped = InteractionMapping.Map(received);

        Assert.Equal((InteractionType.Component, customId, isEphemeral), (mapped.Type, mapped.Data!.CustomId, mapped.Message!.IsEphemeral));
        Assert.Equal(value, mapped.Data.Values?.SingleOrDefault());
    }
}
