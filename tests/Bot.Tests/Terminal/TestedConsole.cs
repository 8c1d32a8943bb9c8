using Bot.Terminal;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console.Testing;

namespace Bot.Tests.Terminal;

/// <summary>A screen and a keyboard without a terminal. All keys are pressed before anything is read, unless a test moves the clock.</summary>
internal sealed class TestedConsole : IDisposable
{
    private readonly TestConsole _console = new();
    private int _height = 24;

    public TestedConsole(int width = 40, int height = 24)
    {
        Resize(width, height);
        _console.Profile.Capabilities.Ansi = true;
        _console.EmitAnsiSequences = true;
        _console.Profile.Capabilities.Interactive = true;
        Prompt = new PromptLine(_console);
        Keyboard = new Keyboard(_console.Input, Time);
    }

    public TestConsole Console => _console;

    public PromptLine Prompt { get; }

    public Keyboard Keyboard { get; }

    public FakeTimeProvider Time { get; } = new();

    /// <summary>What the screen shows.</summary>
    public ScreenText Screen => ScreenText.After(_console.Output, _console.Profile.Width, _height);

    /// <summary>Everything that was written, on a screen so high that nothing has left it.</summary>
    public string Written => ScreenText.After(_console.Output, _console.Profile.Width, 500).Text;

    public void Resize(int width, int height) => (_console.Profile.Width, _console.Profile.Height, _height) = (width, height, height);

    /// <summary>Types a text, where a line feed is Enter and a tab is Tab.</summary>
    public TestedConsole Type(string text)
    {
        foreach (var c in text)
        {
            _console.Input.PushKey(c switch
            {
                '\n' => new ConsoleKeyInfo('\r', ConsoleKey.Enter, shift: false, alt: false, control: false),
                '\t' => new ConsoleKeyInfo('\t', ConsoleKey.Tab, shift: false, alt: false, control: false),
                _ => new ConsoleKeyInfo(c, c is >= 'a' and <= 'z' ? ConsoleKey.A + (c - 'a') : c == ' ' ? ConsoleKey.Spacebar : ConsoleKey.None, shift: false, alt: false, control: false),
            });
        }

        return this;
    }

    /// <summary>Presses keys with Control.</summary>
    public TestedConsole Control(params ConsoleKey[] keys) => Press(keys, alt: false, control: true);

    /// <summary>Presses keys with Alt.</summary>
    public TestedConsole Alt(params ConsoleKey[] keys) => Press(keys, alt: true, control: false);

    /// <summary>Presses keys.</summary>
    public TestedConsole Press(params ConsoleKey[] keys) => Press(keys, alt: false, control: false);

    public void Dispose() => _console.Dispose();

    private TestedConsole Press(ConsoleKey[] keys, bool alt, bool control)
    {
        foreach (var key in keys)
        {
            var letter = key is >= ConsoleKey.A and <= ConsoleKey.Z;
            var character = letter && control ? (char)(key - ConsoleKey.A + 1) : letter && alt ? (char)('a' + (key - ConsoleKey.A)) : '\0';
            _console.Input.PushKey(new ConsoleKeyInfo(character, key, shift: false, alt, control));
        }

        return this;
    }
}
