using Spectre.Console;

namespace Bot.Terminal;

/// <summary>The last line of the screen, on which the reader types. Other output meanwhile goes above it. Safe for any number of threads.</summary>
/// <param name="console">The screen.</param>
internal sealed class PromptLine(IAnsiConsole console)
{
    private readonly Lock _lock = new();
    private string? _shown;

    /// <summary>Shows the line, or changes it.</summary>
    /// <param name="text">The text, which fits on the screen's width.</param>
    /// <param name="column">The column of the cursor, from 0.</param>
    public void Show(string text, int column)
    {
        lock (_lock)
        {
            // If a narrower screen has wrapped the line, the rows below the cursor are removed too.
            _shown = $"\r\e[J{text}\r{(column > 0 ? $"\e[{column}C" : "")}";
            console.Write(new ControlCode(_shown));
        }
    }

    /// <summary>Leaves the line as it is; what follows is written below it.</summary>
    public void Leave() => End("\n");

    /// <summary>Removes the line.</summary>
    public void Remove() => End("\r\e[J");

    /// <summary>Writes whole lines above the line.</summary>
    public void WriteAbove(Action write)
    {
        lock (_lock)
        {
            if (_shown is not null)
            {
                console.Write(new ControlCode("\r\e[J"));
            }

            write();
            if (_shown is not null)
            {
                console.Write(new ControlCode(_shown));
            }
        }
    }

    private void End(string code)
    {
        lock (_lock)
        {
            if (_shown is not null)
            {
                console.Write(new ControlCode(code));
            }

            _shown = null;
        }
    }
}
