using System.Globalization;
using Bot.Terminal;

namespace Bot.Tests.Terminal;

/// <summary>The text that a terminal shows after what was written to it: rows of cells, and the control codes that the chat uses (ECMA-48).</summary>
internal sealed class ScreenText(int width, int height)
{
    private readonly List<string[]> _rows = [.. Enumerable.Range(0, height).Select(_ => Blank(width))];
    private int _row;
    private int _column;

    /// <summary>The cursor's row and column, from 0.</summary>
    public (int Row, int Column) Cursor => (_row, Math.Min(_column, width - 1));

    /// <summary>The rows down to the last with text or the cursor, without spaces at their ends.</summary>
    public string Text
    {
        get
        {
            var lines = _rows.ConvertAll(r => string.Concat(r).TrimEnd());
            var last = Math.Max(_row, lines.FindLastIndex(l => l.Length > 0));
            return string.Join('\n', lines.Take(last + 1));
        }
    }

    /// <summary>What a screen shows after an output.</summary>
    public static ScreenText After(string output, int width, int height)
    {
        var screen = new ScreenText(width, height);
        screen.Write(output);
        return screen;
    }

    private static string[] Blank(int width) => [.. Enumerable.Repeat(" ", width)];

    private void Write(string output)
    {
        for (var at = 0; at < output.Length;)
        {
            switch (output[at])
            {
                case '\r':
                    _column = 0;
                    at++;
                    break;
                case '\n':
                    NextRow();
                    at++;
                    break;
                case '\e' when at + 1 < output.Length && output[at + 1] == '[':
                    at = Control(output, at + 2);
                    break;
                case '\e':
                    at += 2;
                    break;
                default:
                    var element = StringInfo.GetNextTextElement(output, at);
                    Put(element);
                    at += element.Length;
                    break;
            }
        }
    }

    private void Put(string character)
    {
        var cells = CellText.Count(character);
        if (cells == 0 || char.IsControl(character[0]))
        {
            return;
        }

        if (_column + cells > width)
        {
            NextRow();
        }

        _rows[_row][_column] = character;
        for (var i = 1; i < cells; i++)
        {
            _rows[_row][_column + i] = "";
        }

        _column += cells;
    }

    private void NextRow()
    {
        _column = 0;
        if (++_row == height)
        {
            _row--;
            _rows.RemoveAt(0);
            _rows.Add(Blank(width));
        }
    }

    private int Control(string output, int at)
    {
        var end = at;
        while (end < output.Length && output[end] is < '@' or > '~')
        {
            end++;
        }

        var number = int.TryParse(output.AsSpan(at, end - at), CultureInfo.InvariantCulture, out var given) ? given : 0;
        switch (output[end])
        {
            case 'C':
                _column = Math.Min(width - 1, _column + Math.Max(1, number));
                break;
            case 'H':
                (_row, _column) = (0, 0);
                break;
            case 'J':
                Erase(number == 2 ? 0 : _row, number == 2 ? 0 : _column);
                break;
        }

        return end + 1;
    }

    private void Erase(int row, int column)
    {
        for (; row < height; row++, column = 0)
        {
            Array.Fill(_rows[row], " ", column, width - column);
        }
    }
}
