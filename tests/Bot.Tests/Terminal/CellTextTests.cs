using Bot.Terminal;

namespace Bot.Tests.Terminal;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("abc", 3, 10, "abc", 3)]
    [InlineData("abc", 0, 2, "ab", 0)]
    [InlineData("abcdef", 6, 3, "def", 3)]
    [InlineData("abcdef", 4, 3, "bcd", 3)]
    [InlineData("會談持續", 4, 5, "持續", 4)]
    [InlineData("會談持續", 0, 5, "會談", 0)]
    [InlineData("a👩e\u0301b", 5, 3, "👩e\u0301", 3)]
    [InlineData("", 0, 5, "", 0)]
    [InlineData("會", 1, 1, "", 0)]
    public void The_part_around_the_cursor_is_shown_without_cutting_a_character(string line, int cursor, int width, string visible, int column)
    {
        Assert.Equal((visible, column), CellText.Fit(line, cursor, width));
    }
}
