using Bot.Terminal;

namespace Bot.Tests.Terminal;

public sealed class LineEditorTests : IDisposable
{
    private readonly TestedConsole _console = new(width: 20);
    private LineEditor? _editor;

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task A_line_that_arrives_at_once_with_its_Enter_is_shown_and_so_are_the_lines_after_it()
    {
        _console.Type("one\ntwo\n");

        Assert.Equal(["one", "two"], await ReadAsync(2));
        Assert.Equal("> one\n> two\n", _console.Screen.Text);
    }

    [Fact]
    public async Task Words_are_passed_and_deleted_with_the_usual_keys()
    {
        Assert.Equal(["one two "], await ReadAsync(_console.Type("one two three-four").Control(ConsoleKey.W).Press(ConsoleKey.Enter)));
        Assert.Equal(["one two-"], await ReadAsync(_console.Type("one two-three").Alt(ConsoleKey.Backspace).Press(ConsoleKey.Enter)));
        Assert.Equal(["one xtwo"], await ReadAsync(_console.Type("one two").Alt(ConsoleKey.B).Type("x\n")));
        Assert.Equal([" two"], await ReadAsync(_console.Type("one two").Control(ConsoleKey.A).Alt(ConsoleKey.D).Press(ConsoleKey.Enter)));
        Assert.Equal(["onex two"], await ReadAsync(_console.Type("one two").Press(ConsoleKey.Home).Alt(ConsoleKey.F).Type("x\n")));
        Assert.Equal(["xone"], await ReadAsync(_console.Type("one").Control(ConsoleKey.LeftArrow).Type("x\n")));
    }

    [Fact]
    public async Task Keys_without_a_meaning_type_nothing()
    {
        _console.Type("a").Alt(ConsoleKey.X, ConsoleKey.Q).Control(ConsoleKey.Z, ConsoleKey.O, ConsoleKey.S).Press(ConsoleKey.F1, ConsoleKey.Enter);

        Assert.Equal(["a"], await ReadAsync(1));
    }

    [Fact]
    public async Task Ctrl_C_clears_a_line_and_ends_on_an_empty_one()
    {
        _console.Type("one").Control(ConsoleKey.C).Type("two\n").Control(ConsoleKey.C);

        Assert.Equal(["two", null], await ReadAsync(2));
        Assert.Equal("> one\n> two\n>\n", _console.Screen.Text);
    }

    [Fact]
    public async Task Ctrl_D_deletes_in_a_line_and_ends_on_an_empty_one()
    {
        _console.Type("one").Press(ConsoleKey.Home).Control(ConsoleKey.D).Press(ConsoleKey.Enter).Control(ConsoleKey.D);

        Assert.Equal(["ne", null], await ReadAsync(2));
    }

    [Fact]
    public async Task Ctrl_L_leaves_only_the_line_on_the_screen()
    {
        _console.Type("one\nhalf").Control(ConsoleKey.L).Type("x\n");

        await ReadAsync(2);
        Assert.Equal("> halfx\n", _console.Screen.Text);
    }

    [Fact]
    public async Task Ctrl_R_looks_for_lines_typed_before()
    {
        _console.Type("who is Lavrov\nwho is Putin\nhelp\n");
        await ReadAsync(3);

        Assert.Equal(["who is Putin"], await ReadAsync(_console.Control(ConsoleKey.R).Type("WHO\n")));
        Assert.Equal(["who is Lavrov"], await ReadAsync(_console.Control(ConsoleKey.R).Type("who").Control(ConsoleKey.R).Press(ConsoleKey.Enter)));
        Assert.Equal(["who is Lavrovx"], await ReadAsync(_console.Control(ConsoleKey.R).Type("lavx").Press(ConsoleKey.Backspace, ConsoleKey.End).Type("x\n")));
        Assert.Equal(["draft"], await ReadAsync(_console.Type("draft").Control(ConsoleKey.R).Type("who").Control(ConsoleKey.G).Press(ConsoleKey.Enter)));
    }

    [Fact]
    public async Task The_text_that_is_looked_for_stands_before_the_line()
    {
        await ReadAsync(_console.Type("who is Lavrov\n"));
        var read = Editor.ReadLineAsync(TestContext.Current.CancellationToken);
        _console.Control(ConsoleKey.R).Type("lav");
        await MoveUntilAsync(() => _console.Screen.Text.EndsWith("\n(lav) who is Lavrov", StringComparison.Ordinal));
        _console.Press(ConsoleKey.Enter);
        await MoveUntilAsync(() => read.IsCompleted);

        Assert.Equal("> who is Lavrov\n> who is Lavrov\n", _console.Screen.Text);
    }

    [Fact]
    public async Task Escape_and_a_letter_at_once_are_the_letter_with_Alt()
    {
        Assert.Equal(["one xtwo"], await ReadAsync(_console.Type("one two").Press(ConsoleKey.Escape).Type("bx\n")));
    }

    [Fact]
    public async Task A_character_that_comes_as_two_halves_is_one()
    {
        Assert.Equal(["a"], await ReadAsync(_console.Type("a😀").Press(ConsoleKey.Backspace, ConsoleKey.Enter)));
    }

    [Fact]
    public async Task A_tab_in_pasted_text_is_a_space()
    {
        Assert.Equal(["a b"], await ReadAsync(_console.Type("a\tb\n")));
    }

    [Fact]
    public async Task On_ten_columns_a_long_line_scrolls_and_its_end_is_seen()
    {
        _console.Resize(10, 5);

        Assert.Equal(["會談持續了多久？"], await ReadAsync(_console.Type("會談持續了多久？\n")));
        Assert.Equal("> 多久？\n", _console.Screen.Text);
    }

    [Fact]
    public async Task On_two_columns_the_line_takes_the_place_of_the_prompt()
    {
        _console.Resize(2, 5);

        Assert.Equal(["abc"], await ReadAsync(_console.Type("abc\n")));
        Assert.Equal("c\n", _console.Screen.Text);
    }

    [Fact]
    public async Task A_line_is_drawn_for_the_new_width_when_the_screen_changes()
    {
        var read = Editor.ReadLineAsync(TestContext.Current.CancellationToken);
        _console.Type("abcdefghijkl");
        await MoveUntilAsync(() => _console.Console.Output.Contains("abcdefghijkl", StringComparison.Ordinal));
        _console.Resize(10, 5);
        await MoveUntilAsync(() => _console.Console.Output.EndsWith("\r\e[J> fghijkl\r\e[9C", StringComparison.Ordinal));
        _console.Press(ConsoleKey.Enter);
        await MoveUntilAsync(() => read.IsCompleted);

        Assert.Equal("abcdefghijkl", await read);
    }

    [Fact]
    public async Task What_is_written_meanwhile_stands_above_the_line_and_the_line_below_it()
    {
        var read = Editor.ReadLineAsync(TestContext.Current.CancellationToken);
        _console.Type("half");
        await MoveUntilAsync(() => _console.Console.Output.Contains("half", StringComparison.Ordinal));
        using var log = new AbovePromptWriter(_console.Prompt, _console.Console.Profile.Out.Writer);
        log.Write("info: 1\n      reloaded\n");

        Assert.Equal("info: 1\n      reloaded\n> half", _console.Screen.Text);
        Assert.Equal((2, 6), _console.Screen.Cursor);

        _console.Press(ConsoleKey.Enter);
        await MoveUntilAsync(() => read.IsCompleted);
        log.Write("info: 2\n");
        Assert.Equal("info: 1\n      reloaded\n> half\ninfo: 2\n", _console.Screen.Text);
    }

    [Fact]
    public async Task Completions_are_listed_above_the_line()
    {
        _editor = new LineEditor(_console.Console, _console.Prompt, _console.Keyboard, line => line == "/w" ? [("/who ", "a"), ("/why ", "b")] : [("/who Lavrov", "")]);
        var read = _editor.ReadLineAsync(TestContext.Current.CancellationToken);
        _console.Type("/w");
        await MoveUntilAsync(() => _console.Console.Output.Contains("/w", StringComparison.Ordinal));
        _console.Type("\t");
        await MoveUntilAsync(() => _console.Console.Output.Contains("/wh", StringComparison.Ordinal));
        _console.Type("\t");
        await MoveUntilAsync(() => _console.Console.Output.Contains("Lavrov", StringComparison.Ordinal));
        _console.Press(ConsoleKey.Enter);
        await MoveUntilAsync(() => read.IsCompleted);

        Assert.Equal("/who Lavrov", await read);
    }

    private LineEditor Editor => _editor ??= new LineEditor(_console.Console, _console.Prompt, _console.Keyboard, _ => []);

    private async Task MoveUntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            _console.Time.Advance(TimeSpan.FromMilliseconds(15));
            await Task.Yield();
        }
    }

    private Task<List<string?>> ReadAsync(TestedConsole _) => ReadAsync(1);

    private async Task<List<string?>> ReadAsync(int count)
    {
        var lines = new List<string?>();
        for (var i = 0; i < count; i++)
        {
            lines.Add(await Editor.ReadLineAsync(TestContext.Current.CancellationToken));
        }

        return lines;
    }
}
