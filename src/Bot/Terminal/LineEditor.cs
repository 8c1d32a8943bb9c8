using Spectre.Console;

namespace Bot.Terminal;

/// <summary>
/// Reads lines from a terminal, with a cursor, history and completion. A line wider than the screen scrolls sideways.
/// </summary>
/// <remarks>
/// This is our own because the line editors for .NET are unmaintained or, as RadLine, previews. What a key does to the line is in
/// <see cref="EditingKeys"/> and <see cref="LineBuffer"/>.
/// </remarks>
/// <param name="console">The screen.</param>
/// <param name="prompt">The line that is typed, on the screen.</param>
/// <param name="keyboard">The keys.</param>
/// <param name="complete">The completions of a line: whole lines, with the text shown for each.</param>
internal sealed class LineEditor(IAnsiConsole console, PromptLine prompt, Keyboard keyboard, Func<string, IReadOnlyList<(string Line, string Label)>> complete)
{
    private const string Mark = "> ";

    private readonly LineBuffer _line = new();
    private int _width;

    // The text that is searched for in the history; null outside a search.
    private string? _sought;

    private bool IsSearching => _sought is not null;

    /// <summary>Reads a line; null when the reader ends the chat with Ctrl+D or Ctrl+C on an empty line, or it is cancelled.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken cancellation)
    {
        Draw();
        while (await keyboard.ReadKeyAsync(RedrawIfResized, cancellation).ConfigureAwait(false) is { } key)
        {
            if (IsEnd(key))
            {
                break;
            }

            if (key.Key == ConsoleKey.Enter)
            {
                _sought = null;
                Draw();
                prompt.Leave();
                return _line.Submit();
            }

            Handle(key);

            // Pasted text is drawn once.
            if (!keyboard.HasKey)
            {
                Draw();
            }
        }

        prompt.Leave();
        return null;
    }

    private static bool IsControl(ConsoleKeyInfo key, ConsoleKey letter) => key.Key == letter && key.Modifiers.HasFlag(ConsoleModifiers.Control);

    private bool IsEnd(ConsoleKeyInfo key) => _line.Text.Length == 0 && !IsSearching && (IsControl(key, ConsoleKey.C) || IsControl(key, ConsoleKey.D));

    private void Handle(ConsoleKeyInfo key)
    {
        if (IsControl(key, ConsoleKey.R))
        {
            Search(_sought ?? "", older: IsSearching);
        }
        else if (!IsSearching || !HandleInSearch(key))
        {
            _sought = null;
            HandleInLine(key);
        }
    }

    private void HandleInLine(ConsoleKeyInfo key)
    {
        if (IsControl(key, ConsoleKey.C))
        {
            Draw();
            prompt.Leave();
            _line.Replace("");
        }
        else if (IsControl(key, ConsoleKey.L))
        {
            prompt.Remove();
            console.Write(new ControlCode("\e[H\e[2J"));
        }
        else if (key.Key == ConsoleKey.Tab && !keyboard.HasKey)
        {
            Complete();
        }
        else if (key.Key == ConsoleKey.Tab)
        {
            // In pasted text it is a space.
            _line.Insert(" ");
        }
        else
        {
            EditingKeys.Apply(key, _line);
        }
    }

    // False for a key that ends the search and then has its usual effect.
    private bool HandleInSearch(ConsoleKeyInfo key)
    {
        if (key.Key == ConsoleKey.Escape || IsControl(key, ConsoleKey.G) || IsControl(key, ConsoleKey.C))
        {
            _line.ToDraft();
            _sought = null;
        }
        else if (key.Key == ConsoleKey.Backspace)
        {
            Search(_sought is { Length: > 0 } sought ? sought[..^1] : "", older: false);
        }
        else if (EditingKeys.IsText(key) && (key.Modifiers & (ConsoleModifiers.Control | ConsoleModifiers.Alt)) == 0)
        {
            Search(_sought + key.KeyChar, older: false);
        }
        else
        {
            return false;
        }

        return true;
    }

    private void Search(string sought, bool older)
    {
        _sought = sought;
        if (sought.Length > 0)
        {
            _line.Find(sought, older);
        }
    }

    private void Complete()
    {
        var lines = complete(_line.Text);
        if (LineCompletion.Replace(_line.Text, lines) is { } line)
        {
            _line.Replace(line);
        }
        else if (lines.Count > 1)
        {
            prompt.Leave();
            foreach (var (other, label) in lines)
            {
                console.MarkupLineInterpolated($"  [bold]{other.TrimEnd()}[/]  [grey]{label}[/]");
            }
        }
    }

    private void RedrawIfResized()
    {
        if (console.Profile.Width != _width)
        {
            Draw();
        }
    }

    private void Draw()
    {
        _width = console.Profile.Width;
        var mark = IsSearching ? $"({_sought}) " : Mark;

        // The last column stays free for the cursor. Without room for both, the line comes first.
        var room = _width - 1 - CellText.Count(mark);
        (mark, room) = room < 2 ? ("", Math.Max(1, _width - 1)) : (mark, room);
        var (visible, column) = CellText.Fit(_line.Text, _line.Cursor, room);
        prompt.Show(mark + visible, CellText.Count(mark) + column);
    }
}
