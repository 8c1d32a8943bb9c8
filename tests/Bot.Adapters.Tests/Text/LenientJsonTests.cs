using System.Text;
using System.Text.Json;
using Bot.Adapters.Text;

namespace Bot.Adapters.Tests.Text;

public sealed class LenientJsonTests
{
    [Theory]
    [InlineData("\"Lavrov\"", "Lavrov")]
    [InlineData("\"\"", "")]
    [InlineData("""
                "\"\\\/\b\f\n\r\t\u0041 \u041b\u0430\u0432\u0440\u043E\u0432"
                """, "\"\\/\b\f\n\r\tA Лавров")]
    [InlineData("""
                "\ud83d\ude00 \ud800 Lavrov"
                """, "\U0001F600 \uFFFD Lavrov")]
    [InlineData("""
                "\ude00\ud83d"
                """, "\uFFFD\uFFFD")]
    [InlineData("""
                "\ud800\ud83d\ude00"
                """, "\uFFFD\U0001F600")]
    public void A_text_is_read_and_half_a_surrogate_pair_is_the_replacement_character(string json, string text)
    {
        Assert.Equal(text, Read(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void What_is_not_UTF_8_is_the_replacement_character()
    {
        Assert.Equal("a\uFFFDb\n", Read([(byte)'"', (byte)'a', 0xFF, (byte)'b', (byte)'\\', (byte)'n', (byte)'"']));
    }

    [Fact]
    public void A_name_is_compared_whatever_it_has_in_it()
    {
        var reader = new Utf8JsonReader("""{"\ud800aaaaaa":1,"update_id":2}"""u8);
        Assert.True(reader.Read() && reader.Read());
        Assert.False(LenientJson.IsName(ref reader, "update_id"u8));
        Assert.True(reader.Read() && reader.Read());
        Assert.True(LenientJson.IsName(ref reader, "update_id"u8));
    }

    [Fact]
    public void A_document_of_a_million_levels_is_read_to_its_end()
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(new string('[', 1_000_000) + new string(']', 1_000_000)), LenientJson.AnyDepth);
        Assert.True(reader.Read());
        reader.Skip();
        Assert.Equal((JsonTokenType.EndArray, 2_000_000), (reader.TokenType, reader.BytesConsumed));
    }

    private static string Read(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        Assert.True(reader.Read());
        return LenientJson.Text(ref reader);
    }
}
