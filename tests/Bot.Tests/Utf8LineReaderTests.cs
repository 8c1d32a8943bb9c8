using Bot.Terminal;

namespace Bot.Tests;

public sealed class Utf8LineReaderTests
{
    private const int MaxBytes = StandardInput.MaxLineBytes;

    private static ReadOnlySpan<byte> Mark => [0xef, 0xbb, 0xbf];

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
    public void A_carriage_return_ends_a_line_with_or_without_a_line_feed()
    {
        Assert.Equal(["a", "b", "c", "", "d"], Lines("a\rb\r\nc\n\rd"u8.ToArray()));
        Assert.Equal(["a", "b"], Lines("a\rb\r"u8.ToArray()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_carriage_return_and_a_line_feed_end_one_line_wherever_the_reads_cut_them(int portion)
    {
        Assert.Equal(["a", "", "b", "c", ""], Lines("a\r\n\r\nb\r\nc\n\r\n"u8.ToArray(), portion));
    }

    [Fact]
    public void A_line_that_a_carriage_return_ended_is_given_before_anything_follows()
    {
        using var portions = new Portions("a\r\nb\r"u8.ToArray(), 2);
        var reader = new Utf8LineReader(portions, MaxBytes);

        Assert.Equal("a", reader.ReadLine()?.Text);
        Assert.Equal(1, portions.Reads);
        Assert.False(reader.HasLine);
        Assert.Equal("b", reader.ReadLine()?.Text);
        Assert.Null(reader.ReadLine());
    }

    [Fact]
    public void Bytes_that_are_no_utf_8_become_replacement_characters()
    {
        Assert.Equal(["\ufffd\ufffdhello", "b\ufffd"], Lines([0xff, 0xfe, .. "hello\nb"u8, 0xd0]));
    }

    [Fact]
    public void A_byte_order_mark_before_any_line_is_no_part_of_it()
    {
        Assert.Equal(["a", "b\ufeff", "", "c"], Lines([.. Mark, .. "a\n"u8, .. Mark, .. Mark, .. "b"u8, .. Mark, .. "\r\n"u8, .. Mark, .. "\r"u8, .. Mark, .. "c"u8]));
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

    [Theory]
    [InlineData("x", 16)]
    [InlineData("\u0449", 7)]
    [InlineData("\u5229", 5)]
    [InlineData("\ud83d\ude42", 3)]
    public void Of_a_line_that_is_too_long_whole_characters_are_kept_and_the_rest_is_skipped(string character, int kept)
    {
        var line = string.Concat(Enumerable.Repeat(character, 100_000));
        using var stream = new MemoryStream(BotProcess.Utf8.GetBytes($"{line}\ny\n{line}"));
        var reader = new Utf8LineReader(stream, maxBytes: 16);
        var beginning = string.Concat(Enumerable.Repeat(character, kept));

        Assert.Equal([new InputLine(beginning, true), new InputLine("y", false), new InputLine(beginning, true)], [reader.ReadLine(), reader.ReadLine(), reader.ReadLine()]);
        Assert.Null(reader.ReadLine());
    }

    [Fact]
    public void A_line_as_long_as_may_be_is_not_cut()
    {
        using var stream = new MemoryStream("0123456789abcdef\r\n0123456789abcdef"u8.ToArray());
        var reader = new Utf8LineReader(stream, maxBytes: 16);

        Assert.Equal([new InputLine("0123456789abcdef", false), new InputLine("0123456789abcdef", false)], [reader.ReadLine(), reader.ReadLine()]);
    }

    [Fact]
    public void A_gigabyte_without_a_line_end_takes_no_more_memory_than_a_line()
    {
        using var endless = new Endless(1L << 30);
        var reader = new Utf8LineReader(endless, MaxBytes);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var line = reader.ReadLine();

        Assert.Equal((true, MaxBytes), (line?.IsCut, line?.Text.Length));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
        Assert.Equal(0, endless.Left);
    }

    [Fact]
    public void It_tells_whether_another_line_is_there_without_reading_for_it()
    {
        using var portions = new Portions("one\ntwo\nthr"u8.ToArray(), 11);
        var reader = new Utf8LineReader(portions, MaxBytes);

        Assert.False(reader.HasLine);
        Assert.Equal("one", reader.ReadLine()?.Text);
        Assert.True(reader.HasLine);
        Assert.Equal("two", reader.ReadLine()?.Text);
        Assert.False(reader.HasLine);
        Assert.Equal(1, portions.Reads);
    }

    private static List<string> Lines(byte[] bytes, int portion = 4096)
    {
        using var portions = new Portions(bytes, portion);
        var reader = new Utf8LineReader(portions, MaxBytes);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line.Text);
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

    /// <summary>So many letters, without an end of a line.</summary>
    private sealed class Endless(long count) : MemoryStream
    {
        public long Left { get; private set; } = count;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var length = (int)Math.Min(Left, count);
            buffer.AsSpan(offset, length).Fill((byte)'y');
            Left -= length;
            return length;
        }
    }
}
