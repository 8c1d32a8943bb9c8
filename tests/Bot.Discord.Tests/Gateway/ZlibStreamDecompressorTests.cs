using System.IO.Compression;
using System.Text;
using Bot.Adapters.Resilience;
using Bot.Discord.Gateway;

namespace Bot.Discord.Tests.Gateway;

public sealed class ZlibStreamDecompressorTests : IDisposable
{
    private readonly MemoryStream _compressed = new();
    private readonly ZLibStream _deflater;
    private readonly ZlibStreamDecompressor _inflater = new();

    public ZlibStreamDecompressorTests() => _deflater = new ZLibStream(_compressed, CompressionLevel.Optimal, leaveOpen: true);

    public void Dispose()
    {
        _deflater.Dispose();
        _inflater.Dispose();
    }

    [Fact]
    public void Messages_share_one_context()
    {
        var text = string.Concat(Enumerable.Range(0, 100).Select(i => $$"""{"op":0,"s":{{i}}}"""));
        byte[][] messages = [Deflate(text), Deflate(text), Deflate(text)];

        Assert.Equal([text, text, text], messages.Select(Expand));

        // The second says little more than "the same again", and nothing without the first.
        Assert.InRange(messages[1].Length, 1, messages[0].Length / 4);
        using var other = new ZlibStreamDecompressor();
        Assert.Throws<InvalidDataException>(() => other.Decompress(messages[1]));
    }

    [Fact]
    public void A_stream_that_is_broken_is_called_so()
    {
        var failure = Assert.Throws<InvalidDataException>(() => _inflater.Decompress((byte[])[0xff, 0xff, 0x00, 0x00, 0xff, 0xff]));

        Assert.Equal("The compressed stream of the gateway is broken.", ErrorSummary.Of(failure));
    }

    [Fact]
    public void Long_and_short_messages_take_turns()
    {
        var @long = string.Concat(Enumerable.Range(0, 300_000).Select(i => $"{i * 7919L % 1_000_003},"));
        string[] texts = ["{}", @long, "{}", "", "利雅得", @long, "x"];

        Assert.All(texts, text => Assert.Equal(text, Expand(Deflate(text))));
    }

    [Fact]
    public void What_was_flushed_in_pieces_is_one_message()
    {
        byte[] message = [.. Deflate("""{"op":"""), .. Deflate("11}")];

        Assert.True(ZlibStreamDecompressor.IsComplete(message));
        Assert.Equal("""{"op":11}""", Expand(message));
    }

    [Fact]
    public void A_message_is_whole_when_it_ends_with_an_empty_block()
    {
        var message = Deflate("""{"op":11}""");

        Assert.Equal([0x00, 0x00, 0xff, 0xff], message[^4..]);
        Assert.True(ZlibStreamDecompressor.IsComplete(message));
        Assert.All(Enumerable.Range(0, message.Length), length => Assert.False(ZlibStreamDecompressor.IsComplete(message.AsSpan(0, length))));
        Assert.False(ZlibStreamDecompressor.IsComplete([0x00, 0xff, 0xff]));
        Assert.False(ZlibStreamDecompressor.IsComplete([0x00, 0x00, 0xff, 0xff, 0x00]));
        Assert.True(ZlibStreamDecompressor.IsComplete([0x00, 0x00, 0xff, 0xff]));
    }

    [Theory]
    [InlineData(new byte[] { 0x00, 0x00, 0xff, 0xff })]
    [InlineData(new byte[] { 0x7b, 0x22, 0x6f, 0x70, 0x00, 0x00, 0xff, 0xff })]
    [InlineData(new byte[] { 0x78, 0x9c, 0xff, 0xff, 0xff, 0x00, 0x00, 0xff, 0xff })]
    public void Garbage_is_refused(byte[] garbage)
    {
        Assert.Throws<InvalidDataException>(() => _inflater.Decompress(garbage));
    }

    [Fact]
    public void What_grows_without_end_is_refused()
    {
        var zeros = new byte[1 << 20];
        for (var i = 0; i < 65; i++)
        {
            _deflater.Write(zeros);
        }

        Assert.Throws<InvalidDataException>(() => _inflater.Decompress(Deflate("")));
    }

    private byte[] Deflate(string text)
    {
        _deflater.Write(Encoding.UTF8.GetBytes(text));
        _deflater.Flush();
        var message = _compressed.ToArray();
        _compressed.SetLength(0);
        return message;
    }

    private string Expand(byte[] message) => Encoding.UTF8.GetString(_inflater.Decompress(message).Span);
}
