namespace Bot.Terminal;

/// <summary>The keys that edit a line, as in GNU Readline.</summary>
internal static class EditingKeys
{
    /// <summary>Edits the line as a key says. Keys without a meaning do nothing.</summary>
    public static void Apply(ConsoleKeyInfo key, LineBuffer line)
    {
        var (isControl, isAlt) = (key.Modifiers.HasFlag(ConsoleModifiers.Control), key.Modifiers.HasFlag(ConsoleModifiers.Alt));

        // On Windows, the AltGr key is both, and types.
        var edit = isControl && isAlt ? null : isAlt ? WithAlt(key.Key, line) : isControl ? WithControl(key.Key, line) : Plain(key.Key, line);
        if (edit is not null)
        {
            edit();
        }
        else if (IsText(key) && isControl == isAlt)
        {
            line.Insert(key.KeyChar.ToString());
        }
    }

    /// <summary>Whether a key types a character.</summary>
    public static bool IsText(ConsoleKeyInfo key) => key.KeyChar != '\0' && !char.IsControl(key.KeyChar);

    private static Action? Plain(ConsoleKey key, LineBuffer line) => key switch
    {
        ConsoleKey.Backspace => line.Backspace,
        ConsoleKey.Delete => line.Delete,
        ConsoleKey.LeftArrow => line.Left,
        ConsoleKey.RightArrow => line.Right,
        ConsoleKey.Home => line.Home,
        ConsoleKey.End => line.End,
        ConsoleKey.UpArrow => line.Up,
        ConsoleKey.DownArrow => line.Down,
        _ => null,
    };

    private static Action? WithControl(ConsoleKey key, LineBuffer line) => key switch
    {
        ConsoleKey.A => line.Home,
        ConsoleKey.B => line.Left,
        ConsoleKey.D => line.Delete,
        ConsoleKey.E => line.End,
        ConsoleKey.F => line.Right,
        ConsoleKey.H => line.Backspace,
        ConsoleKey.K => line.DeleteToEnd,
        ConsoleKey.N => line.Down,
        ConsoleKey.P => line.Up,
        ConsoleKey.U => line.DeleteToStart,
        ConsoleKey.W => line.DeleteToBlank,
        ConsoleKey.LeftArrow => line.WordLeft,
        ConsoleKey.RightArrow => line.WordRight,
        _ => Plain(key, line),
    };

    private static Action? WithAlt(ConsoleKey key, LineBuffer line) => key switch
    {
        ConsoleKey.B or ConsoleKey.LeftArrow => line.WordLeft,
        ConsoleKey.F or ConsoleKey.RightArrow => line.WordRight,
        ConsoleKey.D => line.DeleteWord,
        ConsoleKey.Backspace => line.DeleteWordBefore,
        _ => null,
    };
}
