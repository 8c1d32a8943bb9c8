using Bot.Discord.Logging;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Tests.Http;

/// <summary>A part of an interaction that cannot be read costs that part: the rest is answered, and it is told once.</summary>
public sealed class PartialInteractionTests : InteractionsEndpointTest
{
    [Theory]
    [InlineData("""{"id":"1","type":2,"data":{"name":"who","options":[{"name":"name","value":{}}]}}""", "$.data.options[0].value")]
    [InlineData("""{"id":"1","type":2,"data":{"name":"who","options":[{"value":"x"},{"name":"name","value":"y"}]}}""", "$.data.options[0]")]
    [InlineData("""{"id":"1","type":2,"data":{"name":"who","options":[null]}}""", "items that are null")]
    [InlineData("""{"id":"1","type":2,"data":{"name":"who","options":{"a":1}}}""", "$.data.options")]
    [InlineData("""{"id":"1","type":2,"locale":7,"member":[],"user":"u","data":{"name":"who"}}""", "$.locale, $.member, $.user")]
    [InlineData("""{"id":"1","type":2,"token":{"a":[1]},"data":{"name":"who","values":[null]}}""", "$.token")]
    [InlineData("""{"id":"1","type":2,"data":{"name":"who","target_id":"9","resolved":{"messages":{"9":{"embeds":[null]}}}}}""", "items that are null")]
    [InlineData("""{"id":"1","type":2,"data":{"name":"who","target_id":"9","resolved":{"messages":{"9":{"content":7}}}}}""", "$.data.resolved.messages.9.content")]
    [InlineData("""{"id":"1","type":2,"data":{"name":"who","target_id":"9","resolved":{"messages":{"a.b":{"content":7},"it's":{"content":[]}}}}}""", "$.data.resolved")]
    [InlineData("""{"id":"1","type":2,"message":7,"channel_id":{},"data":{"name":"who","custom_id":1,"type":"slash"}}""", "$.message")]
    public async Task What_is_left_is_answered_with_one_warning(string body, string parts)
    {
        Assert.Equal((200, """{"type":4,"data":{"content":"who"}}"""), await ReceiveAsync(Sign(body), Now, body));
        var entry = Assert.Single(Logger.Entries);
        Assert.Equal((LogLevel.Warning, DiscordEvents.InteractionReadInPart), (entry.Level, entry.Id));
        Assert.Contains("Interaction 1 ", entry.Text, StringComparison.Ordinal);
        Assert.Contains(parts, entry.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(61)]
    [InlineData(62)]
    [InlineData(65)]
    [InlineData(40_000)]
    public async Task However_deep_a_part_is_nested_the_rest_is_answered(int depth)
    {
        var deep = new string('[', depth) + new string(']', depth);
        var body = """{"x":DEEP,"id":"1","type":2,"data":{"x":DEEP,"name":"who","options":[{"name":"name","value":"Lavrov","options":DEEP}]}}""".Replace("DEEP", deep, StringComparison.Ordinal);

        Assert.Equal((200, """{"type":4,"data":{"content":"who"}}"""), await ReceiveAsync(Sign(body), Now, body));
        Assert.Equal("Lavrov", Assert.Single(Taken).Data?.Options?[0].Value);
    }

    [Theory]
    [InlineData("""{"id":"1","type":2,"data":{"name":"who","options":[{"name":"name","value":"\ud800 Lavrov"}]}}""", "\uFFFD Lavrov")]
    [InlineData("""{"id":"1","type":2,"data":{"name":"who","options":[{"name":"name","value":"Lavrov\udc00"}]},"\ud800aaaaaa":"\ud800"}""", "Lavrov\uFFFD")]
    [InlineData("""{"id":"1","type":2,"data":{"name":"who","options":[{"name":"name","value":"\ud83d\ude42 \udc00\ud800"}]}}""", "🙂 \uFFFD\uFFFD")]
    public async Task Half_a_surrogate_pair_reads_as_the_replacement_character_without_a_word(string body, string value)
    {
        Assert.Equal(200, (await ReceiveAsync(Sign(body), Now, body)).Status);
        Assert.Equal(value, Assert.Single(Taken).Data?.Options?[0].Value);
        Assert.Empty(Logger.Entries);
    }
}
