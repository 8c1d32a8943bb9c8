using System.Collections.Immutable;

namespace Bot.Facts.Authoring;

/// <summary>The form of the values that a field takes.</summary>
public enum EntryFieldForm
{
    /// <summary>One value.</summary>
    Value,

    /// <summary>Ids or other words, which commas separate.</summary>
    Words,

    /// <summary>Phrases, each given on its own, because they may have commas.</summary>
    Phrases,

    /// <summary>A text for each language.</summary>
    Text,

    /// <summary>Phrases for each language.</summary>
    Texts,
}

/// <summary>A value that a curator can give for something new.</summary>
/// <param name="Name">Its name: the key in the file, except for what says where it is written.</param>
/// <param name="Description">Its meaning.</param>
/// <param name="Form">The form of its values.</param>
/// <param name="IsRequired">Whether it must be given. A text that is left out becomes a stub.</param>
/// <param name="IsAsked">Whether a curator who has not given it is asked for it.</param>
/// <param name="Choices">The words that it takes; empty where it takes others.</param>
/// <param name="Default">The value where none is given; null when there is none.</param>
public sealed record EntryField(string Name, string Description, EntryFieldForm Form, bool IsRequired, bool IsAsked, ImmutableArray<string> Choices, string? Default)
{
    /// <summary>Whether it may be given more than once.</summary>
    public bool IsRepeatable => Form != EntryFieldForm.Value;

    /// <summary>Whether it has a text in each language, and a stub where none is given.</summary>
    public bool IsLocalized => Form is EntryFieldForm.Text or EntryFieldForm.Texts;
}
