namespace Bot.Discord.Wire;

/// <summary>The kinds of components that the bot shows (Component Reference, Component Types).</summary>
public enum ComponentType
{
    /// <summary>A row of others.</summary>
    ActionRow = 1,

    /// <summary>A button.</summary>
    Button = 2,

    /// <summary>A menu.</summary>
    StringSelect = 3,
}

/// <summary>How a button looks (Component Reference, Button Styles).</summary>
public enum ButtonStyle
{
    /// <summary>The most important in its group.</summary>
    Primary = 1,

    /// <summary>One of several.</summary>
    Secondary = 2,
}

/// <summary>A row, a button or a menu under a message (Component Reference).</summary>
public sealed record Component
{
    /// <summary>The most rows under a message, and buttons in a row (Component Reference, Action Row).</summary>
    public const int MaxPerRow = 5;

    /// <summary>The most characters of a custom id, of an option's value, and of its label (Component Reference).</summary>
    public const int MaxCustomIdLength = 100;

    /// <summary>The most options of a menu (Component Reference, String Select Structure).</summary>
    public const int MaxOptions = 25;

    /// <summary>The kind.</summary>
    public required ComponentType Type { get; init; }

    /// <summary>What a row holds.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>What a button or menu sends; no other of the message sends the same.</summary>
    public string? CustomId { get; init; }

    /// <summary>How a button looks.</summary>
    public ButtonStyle? Style { get; init; }

    /// <summary>What a button says.</summary>
    public string? Label { get; init; }

    /// <summary>What a menu says before anything is chosen.</summary>
    public string? Placeholder { get; init; }

    /// <summary>What can be chosen from a menu.</summary>
    public IReadOnlyList<SelectOption>? Options { get; init; }

    /// <summary>A row of buttons, or of one menu.</summary>
    public static Component Row(params IReadOnlyList<Component> components) => new() { Type = ComponentType.ActionRow, Components = components };

    /// <summary>A button.</summary>
    public static Component Button(ButtonStyle style, string label, string customId) =>
        new() { Type = ComponentType.Button, Style = style, Label = label, CustomId = customId };

    /// <summary>A menu.</summary>
    public static Component Select(string placeholder, string customId, IReadOnlyList<SelectOption> options) =>
        new() { Type = ComponentType.StringSelect, Placeholder = placeholder, CustomId = customId, Options = options };
}

/// <summary>Something to choose from a menu.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Value">What it sends; no other of the menu sends the same.</param>
public sealed record SelectOption(string Label, string Value);
