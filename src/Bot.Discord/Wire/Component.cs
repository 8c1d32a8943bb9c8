namespace Bot.Discord.Wire;

/// <summary>The types of the bot's components (Component Reference, Component Types).</summary>
public enum ComponentType
{
    /// <summary>A row of components.</summary>
    ActionRow = 1,

    /// <summary>A button.</summary>
    Button = 2,

    /// <summary>A menu.</summary>
    StringSelect = 3,

    /// <summary>A text in markdown.</summary>
    TextDisplay = 10,

    /// <summary>A box with a coloured edge.</summary>
    Container = 17,
}

/// <summary>The styles of a button (Component Reference, Button Styles).</summary>
public enum ButtonStyle
{
    /// <summary>The main action of a group.</summary>
    Primary = 1,

    /// <summary>One of several equal actions.</summary>
    Secondary = 2,
}

/// <summary>A part of a message: a container, a text, a row, a button or a menu (Component Reference).</summary>
public sealed record Component
{
    /// <summary>The maximum number of rows in a message, and of buttons in a row (Component Reference, Action Row).</summary>
    public const int MaxPerRow = 5;

    /// <summary>The maximum length of a custom id, of an option's value, and of its label, in characters (Component Reference).</summary>
    public const int MaxCustomIdLength = 100;

    /// <summary>The maximum number of options in a menu (Component Reference, String Select Structure).</summary>
    public const int MaxOptions = 25;

    /// <summary>The type.</summary>
    public required ComponentType Type { get; init; }

    /// <summary>The colour of a container's edge, 0xRRGGBB.</summary>
    public int? AccentColor { get; init; }

    /// <summary>The components of a container or a row.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>The text of a text display, in markdown.</summary>
    public string? Content { get; init; }

    /// <summary>The id that a button or menu sends, unique in the message.</summary>
    public string? CustomId { get; init; }

    /// <summary>The style of a button.</summary>
    public ButtonStyle? Style { get; init; }

    /// <summary>The label of a button.</summary>
    public string? Label { get; init; }

    /// <summary>The text of a menu before anything is chosen.</summary>
    public string? Placeholder { get; init; }

    /// <summary>The options of a menu.</summary>
    public IReadOnlyList<SelectOption>? Options { get; init; }

    /// <summary>A box with a coloured edge.</summary>
    public static Component Container(int accentColor, IReadOnlyList<Component> components) =>
        new() { Type = ComponentType.Container, AccentColor = accentColor, Components = components };

    /// <summary>A text in markdown.</summary>
    public static Component Text(string content) => new() { Type = ComponentType.TextDisplay, Content = content };

    /// <summary>A row of buttons, or of one menu.</summary>
    public static Component Row(params IReadOnlyList<Component> components) => new() { Type = ComponentType.ActionRow, Components = components };

    /// <summary>A button.</summary>
    public static Component Button(ButtonStyle style, string label, string customId) =>
        new() { Type = ComponentType.Button, Style = style, Label = label, CustomId = customId };

    /// <summary>A menu.</summary>
    public static Component Select(string placeholder, string customId, IReadOnlyList<SelectOption> options) =>
        new() { Type = ComponentType.StringSelect, Placeholder = placeholder, CustomId = customId, Options = options };
}

/// <summary>An option of a menu.</summary>
/// <param name="Label">The label.</param>
/// <param name="Value">The value that is sent, unique in the menu.</param>
public sealed record SelectOption(string Label, string Value);
