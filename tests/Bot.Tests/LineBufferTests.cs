using Bot.Terminal;

namespace Bot.Tests;

public sealed class LineBufferTests
{
    private readonly LineBuffer _line = new();

    [Fact]
    public void Text_is_typed_at_the_cursor()
    {
        _line.Insert("會");
        _line.Insert("談");
        _line.Left();
        _line.Left();
        _line.Insert("利雅得");

        Assert.Equal(("利雅得會談", 3), (_line.Text, _line.Cursor));
    }

    [Fact]
    public void The_cursor_moves_by_characters_as_people_see_them()
    {
        _line.Insert("a👩‍🚀普e\u0301🇺🇦");

        var stops = new List<int> { _line.Cursor };
        while (_line.Cursor > 0)
        {
            _line.Left();
            stops.Add(_line.Cursor);
        }

        while (_line.Cursor < _line.Text.Length)
        {
            _line.Right();
            stops.Add(_line.Cursor);
        }

        Assert.Equal([13, 9, 7, 6, 1, 0, 1, 6, 7, 9, 13], stops);
    }

    [Fact]
    public void An_emoji_typed_as_two_halves_is_deleted_as_one()
    {
        _line.Insert("京");
        _line.Insert("\ud83d");
        _line.Insert("\ude00");
        _line.Backspace();

        Assert.Equal(("京", 1), (_line.Text, _line.Cursor));
    }

    [Fact]
    public void Backspace_deletes_before_the_cursor_and_delete_at_it()
    {
        _line.Insert("普👩‍🚀京");
        _line.Left();
        _line.Backspace();
        Assert.Equal(("普京", 1), (_line.Text, _line.Cursor));

        _line.Delete();
        Assert.Equal(("普", 1), (_line.Text, _line.Cursor));
    }

    [Fact]
    public void Nothing_happens_beyond_the_ends()
    {
        _line.Backspace();
        _line.Delete();
        _line.Left();
        _line.Right();
        Assert.Equal(("", 0), (_line.Text, _line.Cursor));

        _line.Insert("а");
        _line.Right();
        _line.Delete();
        Assert.Equal(("а", 1), (_line.Text, _line.Cursor));
    }

    [Fact]
    public void Home_and_end_go_to_the_ends_and_all_before_or_after_the_cursor_can_be_deleted()
    {
        _line.Insert("скільки тривали");
        _line.Home();
        Assert.Equal(0, _line.Cursor);

        for (var i = 0; i < 7; i++)
        {
            _line.Right();
        }

        _line.DeleteToEnd();
        Assert.Equal(("скільки", 7), (_line.Text, _line.Cursor));

        _line.Left();
        _line.DeleteToStart();
        Assert.Equal(("и", 0), (_line.Text, _line.Cursor));

        _line.End();
        Assert.Equal(1, _line.Cursor);
    }

    [Theory]
    [InlineData("one two  ", "one ")]
    [InlineData("one two-three", "one ")]
    [InlineData("會談　持續", "會談　")]
    [InlineData("  ", "")]
    [InlineData("", "")]
    public void The_text_since_the_last_white_space_can_be_deleted(string typed, string left)
    {
        _line.Insert(typed);
        _line.DeleteToBlank();

        Assert.Equal((left, left.Length), (_line.Text, _line.Cursor));
    }

    [Theory]
    [InlineData("one two-three", 13, "one two-", "one two-three")]
    [InlineData("one, two", 3, ", two", "one")]
    [InlineData("будь-ласка", 5, "ласка", "будь-")]
    [InlineData("a e\u0301t\u0301", 6, "a ", "a e\u0301t\u0301")]
    [InlineData("a 👩‍🚀 b", 7, " b", "a 👩‍🚀")]
    [InlineData("", 0, "", "")]
    public void The_word_before_the_cursor_and_the_one_after_it_can_be_deleted(string typed, int cursor, string withoutBefore, string withoutAfter)
    {
        Place(typed, cursor);
        _line.DeleteWordBefore();
        Assert.Equal(withoutBefore, _line.Text);

        Place(typed, cursor);
        _line.DeleteWord();
        Assert.Equal(withoutAfter, _line.Text);
    }

    [Fact]
    public void The_cursor_moves_by_words()
    {
        _line.Insert("What did  Lavrov say?");
        Assert.Equal([17, 10, 5, 0, 0], Cursors(_line.WordLeft, 5));
        Assert.Equal([4, 8, 16, 20, 21, 21], Cursors(_line.WordRight, 6));
    }

    [Fact]
    public void A_line_of_the_history_is_found_by_a_part_of_it()
    {
        Type("who is Lavrov");
        Type("who is Putin");
        Type("help");
        Type("who is Putin");
        _line.Insert("draft");

        _line.Find("WHO", older: false);
        Assert.Equal("who is Putin", _line.Text);
        _line.Find("who", older: true);
        Assert.Equal("who is Lavrov", _line.Text);
        _line.Find("who", older: true);
        Assert.Equal("who is Lavrov", _line.Text);
        _line.ToDraft();
        Assert.Equal(("draft", 5), (_line.Text, _line.Cursor));
    }

    [Fact]
    public void A_submitted_line_is_given_away_and_an_empty_one_begins()
    {
        _line.Insert("/help");

        Assert.Equal("/help", _line.Submit());
        Assert.Equal(("", 0), (_line.Text, _line.Cursor));
    }

    [Fact]
    public void Up_and_down_go_through_the_lines_typed_before_and_back_to_the_draft()
    {
        Type("one");
        Type("two");
        _line.Insert("draft");

        Assert.Equal(["two", "one", "one"], Collect(_line.Up, 3));
        Assert.Equal(["two", "draft", "draft"], Collect(_line.Down, 3));
        Assert.Equal(5, _line.Cursor);
    }

    [Fact]
    public void A_line_from_the_history_can_be_changed_and_the_history_keeps_the_old_one()
    {
        Type("who is Lavrov");
        _line.Up();
        _line.Insert("?");
        Assert.Equal("who is Lavrov?", _line.Submit());

        Assert.Equal(["who is Lavrov?", "who is Lavrov"], Collect(_line.Up, 2));
    }

    [Fact]
    public void Empty_lines_and_repetitions_are_not_kept()
    {
        Type("one");
        Type("one");
        Type("");
        Type("two");

        Assert.Equal(["two", "one", "one"], Collect(_line.Up, 3));
    }

    [Fact]
    public void Replace_puts_the_cursor_at_the_end()
    {
        _line.Insert("/wh");
        _line.Home();
        _line.Replace("/who ");

        Assert.Equal(("/who ", 5), (_line.Text, _line.Cursor));
    }

    private void Place(string text, int cursor)
    {
        _line.Replace(text);
        while (_line.Cursor > cursor)
        {
            _line.Left();
        }
    }

    private List<int> Cursors(Action key, int times)
    {
        var seen = new List<int>();
        for (var i = 0; i < times; i++)
        {
            key();
            seen.Add(_line.Cursor);
        }

        return seen;
    }

    private void Type(string text)
    {
        _line.Insert(text);
        _line.Submit();
    }

    private List<string> Collect(Action key, int times)
    {
        var seen = new List<string>();
        for (var i = 0; i < times; i++)
        {
            key();
            seen.Add(_line.Text);
        }

        return seen;
    }
}
