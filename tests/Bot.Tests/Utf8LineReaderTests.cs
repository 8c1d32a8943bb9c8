using Bot.Terminal;

namespace Bot.Tests;

public sealed class Utf8LineReaderTests
{
    [Fact]
    public void Lines_end_at_line_feeds_and_the_last_needs_none()
    {
        Assert.Equal(["one", "", "двє", "三"], Lines("one\n\nдвє\n三"u8.ToArray()));
    }

    [Fact]
    public void Nothing_has_no_lines_and_a_line_feed_alone_has_an_empty_one()
    {
        Assert.Empty(Lines([]));
        Assert.Equal([""], Lines("\n"u8.ToArray()));
    }

    [Fact]
    public void A_carriage_return_counts_only_before_a_line_feed()
    {
        Assert.Equal(["a\rb", "c"], Lines("a\rb\r\nc\r\n"u8.ToArray()));
    }

    [Fact]
    public void Bytes_that_are_no_utf_8_become_replacement_characters()
    {
        Assert.Equal(["\ufffd\ufffdhello", "b\ufffd"], Lines([0xff, 0xfe, .. "hello\nb"u8, 0xd0]));
    }

    [Fact]
    public void A_byte_order_mark_before_the_first_line_is_no_part_of_it()
    {
        Assert.Equal(["a", "\ufeffb"], Lines([0xef, 0xbb, 0xbf, .. "a\n"u8, 0xef, 0xbb, 0xbf, .. "b"u8]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1 << 20)]
    public void Lines_are_whole_however_the_bytes_arrive(int portion)
    {
        var text = string.Concat(Enumerable.Range(0, 300).Select(i => new string('щ', i * 3) + "利\n"));

        Assert.Equal(text.Split('\n')[..^1], Lines(BotProcess.Utf8.GetBytes(text), portion));
    }

    [Fact]
    public void A_line_may_be_longer_than_any_buffer()
    {
        var line = new string('x', 1_000_000);

        Assert.Equal([line, "y"], Lines(BotProcess.Utf8.GetBytes(line + "\ny\n")));
    }

    [Fact]
    public void It_tells_whether_another_line_is_there_without_reading_for_it()
    {
        using var portions = new Portions("one\ntwo\nthr"u8.ToArray(), 11);
        var reader = new Utf8LineReader(portions);

        Assert.False(reader.HasLine);
        Assert.Equal("one", reader.ReadLine());
        Assert.True(reader.HasLine);
        Assert.Equal("two", reader.ReadLine());
        Assert.False(reader.HasLine);
        Assert.Equal(1, portions.Reads);
    }

    private static List<string> Lines(byte[] bytes, int portion = 4096)
    {
        using var portions = new Portions(bytes, portion);
        var reader = new Utf8LineReader(portions);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        Assert.Null(reader.ReadLine());
        return lines;
    }

    private sealed class Portions(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public int Reads { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Reads++;
            return base.Read(buffer, offset, Math.Min(count, size));
        }
    }
}
