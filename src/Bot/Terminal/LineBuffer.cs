using System.Globalization;
using System.Text;

namespace Bot.Terminal;

/// <summary>A line that is being typed, with its cursor and the history. It is independent of the screen.</summary>
internal sealed class LineBuffer
{
    private readonly List<string> _history = [];
    private int _inHistory;
    private string _draft = "";

    /// <summary>The text typed so far.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The position of the cursor in <see cref="Text"/>, in UTF-16 units, never within a character.</summary>
    public int Cursor { get; private set; }

    /// <summary>Types text at the cursor.</summary>
    public void Insert(string text)
    {
        Text = Text.Insert(Cursor, text);
        Cursor += text.Length;
    }

    /// <summary>Replaces the line; the cursor is at its end.</summary>
    public void Replace(string text) => (Text, Cursor) = (text, text.Length);

    /// <summary>Deletes the character before the cursor.</summary>
    public void Backspace()
    {
        var start = Before(Cursor);
        Text = Text.Remove(start, Cursor - start);
        Cursor = start;
    }

    /// <summary>Deletes the character at the cursor.</summary>
    public void Delete() => Text = Text.Remove(Cursor, After(Cursor) - Cursor);

    /// <summary>Deletes the text before the cursor.</summary>
    public void DeleteToStart() => (Text, Cursor) = (Text[Cursor..], 0);

    /// <summary>Deletes the text after the cursor.</summary>
    public void DeleteToEnd() => Text = Text[..Cursor];

    /// <summary>Deletes the word before the cursor, back to the last white space, with any white space after it.</summary>
    public void DeleteToBlank()
    {
        var start = Cursor;
        while (start > 0 && char.IsWhiteSpace(Text[start - 1]))
        {
            start--;
        }

        while (start > 0 && !char.IsWhiteSpace(Text[start - 1]))
        {
            start--;
        }

        DeleteFrom(start);
    }

    /// <summary>Deletes the text from the beginning of the word before the cursor on.</summary>
    public void DeleteWordBefore() => DeleteFrom(WordStart());

    /// <summary>Deletes the text up to the end of the word after the cursor.</summary>
    public void DeleteWord() => Text = Text.Remove(Cursor, WordEnd() - Cursor);

    /// <summary>Moves the cursor to the beginning of the word before it. A word is of letters and digits.</summary>
    public void WordLeft() => Cursor = WordStart();

    /// <summary>Moves the cursor to the end of the word after it.</summary>
    public void WordRight() => Cursor = WordEnd();

    /// <summary>Moves the cursor one character to the left.</summary>
    public void Left() => Cursor = Before(Cursor);

    /// <summary>Moves the cursor one character to the right.</summary>
    public void Right() => Cursor = After(Cursor);

    /// <summary>Moves the cursor to the start.</summary>
    public void Home() => Cursor = 0;

    /// <summary>Moves the cursor to the end.</summary>
    public void End() => Cursor = Text.Length;

    /// <summary>Goes back one line in the history.</summary>
    public void Up()
    {
        if (_inHistory > 0)
        {
            GoTo(_inHistory - 1);
        }
    }

    /// <summary>Goes forward one line in the history, in the end to the line that was being typed.</summary>
    public void Down()
    {
        if (_inHistory < _history.Count)
        {
            GoTo(_inHistory + 1);
        }
    }

    /// <summary>Goes to the last line of the history that contains a text; nothing happens when there is none.</summary>
    /// <param name="text">The text, in any letter case.</param>
    /// <param name="older">Whether to look only before the line at which it is, for a different one.</param>
    public void Find(string text, bool older)
    {
        for (var at = (older ? _inHistory : _history.Count) - 1; at >= 0; at--)
        {
            if (_history[at].Contains(text, StringComparison.OrdinalIgnoreCase) && !(older && _history[at] == Text))
            {
                GoTo(at);
                return;
            }
        }
    }

    /// <summary>Goes to the line that was being typed.</summary>
    public void ToDraft() => GoTo(_history.Count);

    /// <summary>Returns the line and starts an empty one.</summary>
    public string Submit()
    {
        var line = Text;
        if (line.Length > 0 && (_history.Count == 0 || _history[^1] != line))
        {
            _history.Add(line);
        }

        (Text, Cursor, _inHistory, _draft) = ("", 0, _history.Count, "");
        return line;
    }

    private void GoTo(int position)
    {
        _draft = _inHistory == _history.Count ? Text : _draft;
        _inHistory = position;
        Replace(position == _history.Count ? _draft : _history[position]);
    }

    private void DeleteFrom(int start) => (Text, Cursor) = (Text.Remove(start, Cursor - start), start);

    private int WordStart()
    {
        var at = Cursor;
        while (at > 0 && !IsOfWord(Before(at)))
        {
            at = Before(at);
        }

        while (at > 0 && IsOfWord(Before(at)))
        {
            at = Before(at);
        }

        return at;
    }

    private int WordEnd()
    {
        var at = Cursor;
        while (at < Text.Length && !IsOfWord(at))
        {
            at = After(at);
        }

        while (at < Text.Length && IsOfWord(at))
        {
            at = After(at);
        }

        return at;
    }

    private bool IsOfWord(int position) => Rune.TryGetRuneAt(Text, position, out var rune) && Rune.IsLetterOrDigit(rune);

    private int Before(int position)
    {
        var starts = StringInfo.ParseCombiningCharacters(Text);
        var at = Array.BinarySearch(starts, position);
        at = at < 0 ? ~at : at;
        return at == 0 ? 0 : starts[at - 1];
    }

    private int After(int position) =>
        position >= Text.Length ? Text.Length : position + StringInfo.GetNextTextElementLength(Text, position);
}
