using System.Globalization;
using Spectre.Console.Rendering;

namespace Bot.Terminal;

/// <summary>Texts as a terminal shows them: a wide character takes two cells, a combining one none.</summary>
internal static class CellText
{
    /// <summary>The number of cells that a text takes.</summary>
    public static int Count(string text) => text.Length == 0 ? 0 : Segment.CellCount([new Segment(text)]);

    /// <summary>The part of a line around the cursor that fits in some cells, and the cell of the cursor in it. No character is cut.</summary>
    /// <param name="line">The line, without control characters.</param>
    /// <param name="cursor">The position of the cursor in the line, in UTF-16 units.</param>
    /// <param name="width">The maximum number of cells.</param>
    public static (string Visible, int Column) Fit(string line, int cursor, int width)
    {
        var starts = StringInfo.ParseCombiningCharacters(line);
        var first = Array.FindIndex(starts, s => s >= cursor) is >= 0 and var found ? found : starts.Length;
        var (column, last) = (0, first);
        while (first > 0 && column + Cells(first - 1) <= width)
        {
            column += Cells(--first);
        }

        for (var used = column; last < starts.Length && used + Cells(last) <= width; last++)
        {
            used += Cells(last);
        }

        return (first == last ? "" : line[starts[first]..End(last - 1)], column);

        int End(int character) => character + 1 < starts.Length ? starts[character + 1] : line.Length;

        int Cells(int character) => Count(line[starts[character]..End(character)]);
    }
}
