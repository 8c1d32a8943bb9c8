using Bot.Terminal;
using Spectre.Console;

namespace Bot.Tests.Terminal;

public sealed class ScreenPagerTests : IDisposable
{
    private const string More = "-- more --";

    private readonly TestedConsole _console = new(width: 20, height: 4);

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task What_fits_is_shown_at_once()
    {
        await ShowAsync(3);

        Assert.Equal("1\n2\n3\n", _console.Screen.Text);
    }

    [Theory]
    [InlineData(ConsoleKey.Spacebar)]
    [InlineData(ConsoleKey.Enter)]
    [InlineData(ConsoleKey.PageDown)]
    public async Task A_key_shows_the_next_page(ConsoleKey key)
    {
        var shown = ShowAsync(8);
        Assert.Equal("1\n2\n3\n-- more --", _console.Screen.Text);

        await PressAsync(key, "4\n5\n6\n-- more --");
        await PressAsync(ConsoleKey.X, "4\n5\n6\n-- more --");
        await PressAsync(key, "6\n7\n8\n");
        await shown;
    }

    [Theory]
    [InlineData(ConsoleKey.Q, false)]
    [InlineData(ConsoleKey.Escape, false)]
    [InlineData(ConsoleKey.C, true)]
    [InlineData(ConsoleKey.D, true)]
    public async Task A_key_ends_it(ConsoleKey key, bool isControl)
    {
        var shown = ShowAsync(8);
        _console.Console.Input.PushKey(new ConsoleKeyInfo('\0', key, shift: false, alt: false, isControl));
        await MoveUntilAsync(() => shown.IsCompleted);

        Assert.Equal("1\n2\n3\n", _console.Screen.Text);
    }

    [Fact]
    public async Task Who_has_typed_on_does_not_wait_for_pages()
    {
        _console.Type("next\n");
        await ShowAsync(8);

        Assert.Equal("1\n2\n3\n4\n5\n6\n7\n8\n", _console.Written);
        Assert.True(_console.Keyboard.HasKey);
    }

    private async Task PressAsync(ConsoleKey key, string screen)
    {
        _console.Press(key);
        await MoveUntilAsync(() => !_console.Keyboard.HasKey && _console.Screen.Text == screen);
    }

    private async Task MoveUntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            _console.Time.Advance(TimeSpan.FromMilliseconds(15));
            await Task.Yield();
        }
    }

    private Task ShowAsync(int lines) => new ScreenPager(_console.Console, _console.Prompt, _console.Keyboard)
        .ShowAsync(new Rows(Enumerable.Range(1, lines).Select(i => new Text($"{i}"))), More, TestContext.Current.CancellationToken);
}
