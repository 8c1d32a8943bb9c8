using System.Text;
using System.Text.Json;
using Bot.Discord.Gateway;

namespace Bot.Discord.Tests.Gateway;

public sealed class GatewayPayloadTests
{
    [Theory]
    [InlineData("""{"op":0,"s":7,"t":"READY","d":{"v":10}}""")]
    [InlineData("""{"t":"READY","s":7,"op":0,"d":{"v":10}}""")]
    [InlineData("""{"d":{"v":10},"t":"READY","op":0,"s":7}""")]
    [InlineData(" {\n \"d\" : {\"v\":10} , \"t\" : \"READY\", \"s\" : 7, \"op\" : 0 }\n")]
    [InlineData("""{"new":{"op":9,"d":[{}]},"op":0,"s":7,"list":[1,[2,{"s":8}]],"t":"READY","d":{"v":10},"none":null}""")]
    [InlineData("""{"\u006fp":0,"\u0073":7,"t":"READY","\u0064":{"v":10}}""")]
    public void Keys_stand_in_any_order_and_others_are_skipped(string json)
    {
        Assert.Equal((GatewayOpcode.Dispatch, 7L, "READY", """{"v":10}"""), Read(json));
    }

    [Theory]
    [InlineData("""{"op":11}""", 11, "")]
    [InlineData("""{"op":11,"d":null,"s":null,"t":null}""", 11, "null")]
    [InlineData("""{"t":null,"s":null,"op":9,"d":false}""", 9, "false")]
    [InlineData("""{"op":9,"d":true}""", 9, "true")]
    [InlineData("""{"op":1,"d":251}""", 1, "251")]
    [InlineData("""{"op":99,"d":[ 1, 2 ]}""", 99, "[ 1, 2 ]")]
    public void What_is_no_event_has_neither_number_nor_name(string json, int opcode, string data)
    {
        Assert.Equal(((GatewayOpcode)opcode, null, "", data), Read(json));
    }

    [Theory]
    [InlineData("""{"op":9,"s":1,"t":"X","d":{"d":[{"op":1}]}}""")]
    [InlineData("""{"name":"\"}\\ \u007b ] , \"d\":"}""")]
    [InlineData("""{"name":"利雅得 — 🙂"}""")]
    [InlineData("""  "d}"  """)]
    public void Data_is_given_as_it_stands(string data)
    {
        Assert.Equal((GatewayOpcode.Dispatch, 2L, "Ä", data.Trim()), Read($$"""{"op":0,"t":"Ä","d":{{data}},"s":2}"""));
    }

    [Theory]
    [InlineData(9007199254740993)]
    [InlineData(9223372036854775807)]
    [InlineData(0)]
    public void Numbers_of_events_may_be_huge(long sequence)
    {
        Assert.Equal(sequence, Read($$"""{"op":0,"s":{{sequence}}}""").Sequence);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"op\"")]
    [InlineData("[]")]
    [InlineData("""[{"op":0}]""")]
    [InlineData("{}")]
    [InlineData("""{"d":{"op":0},"s":1,"t":"READY"}""")]
    [InlineData("""{"OP":0}""")]
    [InlineData("""{"op":"0"}""")]
    [InlineData("""{"op":null}""")]
    [InlineData("""{"op":1.5}""")]
    [InlineData("""{"op":2147483648}""")]
    [InlineData("""{"op":0,"s":"1"}""")]
    [InlineData("""{"op":0,"s":1.5}""")]
    [InlineData("""{"op":0,"s":9223372036854775808}""")]
    [InlineData("""{"op":0,"t":1}""")]
    [InlineData("""{"op":0,"t":["READY"]}""")]
    [InlineData("""{"op":0,}""")]
    [InlineData("""{"op":0 "s":1}""")]
    [InlineData("""{op:0}""")]
    [InlineData("""{"op":0,"d":nul}""")]
    [InlineData("""{"op":0,"d":{"a":1]}""")]
    [InlineData("""<html>502 Bad Gateway</html>""")]
    public void What_is_no_message_of_the_gateway_is_not_read(string json)
    {
        Assert.ThrowsAny<JsonException>(() => Read(json));
    }

    [Fact]
    public void A_message_that_was_cut_is_not_read_wherever_it_was_cut()
    {
        const string Whole = """{"t":"READY","s":7,"op":0,"x":[1,{"y":"z"}],"d":{"v":10,"user":{"id":"1"}}}""";

        Assert.Equal(GatewayOpcode.Dispatch, Read(Whole).Opcode);
        Assert.All(Enumerable.Range(0, Whole.Length), length => Assert.ThrowsAny<JsonException>(() => Read(Whole[..length])));
    }

    [Theory]
    [InlineData(65)]
    [InlineData(100_000)]
    public void However_deep_the_data_is_nested_the_rest_is_read(int depth)
    {
        var deep = new string('[', depth) + new string(']', depth);

        Assert.Equal((GatewayOpcode.Dispatch, 7L, "X", deep), Read($$"""{"op":0,"d":{{deep}},"x":{{deep}},"s":7,"t":"X"}"""));
    }

    [Theory]
    [InlineData("""{"\ud800aaaaaa":1,"op":0,"\ud800":2,"s":7}""")]
    [InlineData("""{"op":0,"d":{"\ud800aaaaaa":"\udc00"},"s":7}""")]
    public void Half_a_surrogate_pair_in_a_name_costs_nothing(string json)
    {
        Assert.Equal(7, Read(json.Replace(@"\\", @"\", StringComparison.Ordinal)).Sequence);
    }

    [Fact]
    public void What_follows_a_message_begins_behind_its_end_and_the_space_behind_it()
    {
        var two = """ {"op":11} {"op":1,"d":5}"""u8;
        var first = GatewayPayload.Read(two);

        Assert.Equal(11, first.Length);
        Assert.Equal(GatewayOpcode.Heartbeat, GatewayPayload.Read(two[first.Length..]).Opcode);
        Assert.Equal(13, GatewayPayload.Read("{\"op\":11}  \r\n"u8).Length);
    }

    private static (GatewayOpcode Opcode, long? Sequence, string Event, string Data) Read(string json)
    {
        var frame = GatewayPayload.Read(Encoding.UTF8.GetBytes(json));
        return (frame.Opcode, frame.Sequence, Encoding.UTF8.GetString(frame.Event), Encoding.UTF8.GetString(frame.Data));
    }
}
