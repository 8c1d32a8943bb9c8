using Spectre.Console;
using Spectre.Console.Rendering;

namespace Bot.Terminal;

/// <summary>
/// Reads lines from a terminal, with a cursor, history and completion. A line wider than the screen scrolls sideways.
/// </summary>
/// <remarks>This is our own because the existing line editors for .NET are unmaintained or missing. All testable logic is in <see cref="LineBuffer"/>.</remarks>
/// <param name="console">The screen.</param>
/// <param name="time">The clock for polling the keys.</param>
/// <param name="complete">The completions of a line: whole lines, with the text shown for each.</param>
internal sealed class LineEditor(IAnsiConsole console, TimeProvider time, Func<string, IReadOnlyList<(string Line, string Label)>> complete)
{
    private const string Prompt = "> ";
    private static readonly TimeSpan s_pollInterval = TimeSpan.FromMilliseconds(15);

    private readonly LineBuffer _buffer = new();

    /// <summary>Reads a line; null when the reader ends the chat with Ctrl+C or Ctrl+D, or it is cancelled.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken cancellation)
    {
        Draw();
        while (true)
        {
            while (!Console.KeyAvailable)
            {
                if (cancellation.IsCancellationRequested)
                {
                    return End();
                }

                await Task.Delay(s_pollInterval, time, CancellationToken.None).ConfigureAwait(false);
            }

            // Pasted text arrives as many keys, which are read together and drawn once.
            while (Console.KeyAvailable)
            {
                var key = Console.ReadKey(intercept: true);
                var isControl = key.Modifiers.HasFlag(ConsoleModifiers.Control);
                switch (key.Key)
                {
                    case ConsoleKey.C when isControl:
                    case ConsoleKey.D when isControl && _buffer.Text.Length == 0:
                        return End();
                    case ConsoleKey.Enter:
                        console.WriteLine();
                        return _buffer.Submit();
                    case ConsoleKey.Tab:
                        Complete();
                        break;
                    default:
                        Edit(key, isControl);
                        break;
                }
            }

            Draw();
        }
    }

    private void Edit(ConsoleKeyInfo key, bool isControl)
    {
        switch (key.Key)
        {
            case ConsoleKey.Backspace:
                _buffer.Backspace();
                break;
            case ConsoleKey.Delete:
            case ConsoleKey.D when isControl:
                _buffer.Delete();
                break;
            case ConsoleKey.LeftArrow:
                _buffer.Left();
                break;
            case ConsoleKey.RightArrow:
                _buffer.Right();
                break;
            case ConsoleKey.Home:
            case ConsoleKey.A when isControl:
                _buffer.Home();
                break;
            case ConsoleKey.End:
            case ConsoleKey.E when isControl:
                _buffer.End();
                break;
            case ConsoleKey.U when isControl:
                _buffer.DeleteToStart();
                break;
            case ConsoleKey.K when isControl:
                _buffer.DeleteToEnd();
                break;
            case ConsoleKey.UpArrow:
                _buffer.Up();
                break;
            case ConsoleKey.DownArrow:
                _buffer.Down();
                break;
            default:
                if (key.KeyChar != '\0' && !char.IsControl(key.KeyChar))
                {
                    _buffer.Insert(key.KeyChar.ToString());
                }

                break;
        }
    }

    private void Complete()
    {
        var lines = complete(_buffer.Text);
        if (lines.Count == 1)
        {
            _buffer.Replace(lines[0].Line);
        }
        else if (lines.Count > 1)
        {
            var common = lines[0].Line;
            foreach (var (line, _) in lines)
            {
                common = common[..common.AsSpan().CommonPrefixLength(line)];
            }

            if (common.Length > _buffer.Text.Length && common.StartsWith(_buffer.Text, StringComparison.OrdinalIgnoreCase))
            {
                _buffer.Replace(common);
                return;
            }

            console.WriteLine();
            foreach (var (line, label) in lines)
            {
                console.MarkupLineInterpolated($"  [bold]{line.TrimEnd()}[/]  [grey]{label}[/]");
            }
        }
    }

    private string? End()
    {
        console.WriteLine();
        return null;
    }

    private void Draw()
    {
        var width = Math.Max(10, console.Profile.Width - Prompt.Length - 1);
        var start = 0;
        while (Cells(_buffer.Text[start.._buffer.Cursor]) > width)
        {
            start++;
        }

        var end = _buffer.Text.Length;
        while (Cells(_buffer.Text[start..end]) > width)
        {
            end--;
        }

        var column = Prompt.Length + Cells(_buffer.Text[start.._buffer.Cursor]);
        console.Write(new ControlCode($"\r\x1b[K{Prompt}{_buffer.Text[start..end]}\r\x1b[{column}C"));
    }

    private static int Cells(string text) => text.Length == 0 ? 0 : Segment.CellCount([new Segment(text)]);
}
