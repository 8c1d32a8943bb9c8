using System.Collections.Immutable;

namespace Bot.Facts.Model;

/// <summary>The kind of a party.</summary>
public enum PartyKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A country, region or city.</summary>
    Place,

    /// <summary>An organisation.</summary>
    Organisation,
}

/// <summary>A person, place or organisation that facts are by or about.</summary>
public sealed record Party
{
    /// <summary>The stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Its kind.</summary>
    public required PartyKind Kind { get; init; }

    /// <summary>The id of the party whose side it is on; null when it is on no side.</summary>
    public string? Side { get; init; }

    /// <summary>The id of the country that it belongs to; null for countries themselves and international bodies.</summary>
    public string? Country { get; init; }

    /// <summary>The full name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The name as running text uses it.</summary>
    public required LocalizedText ShortName { get; init; }

    /// <summary>Every spelling that means this party: its names in all languages and regions, and its aliases.</summary>
    public required ImmutableArray<string> Spellings { get; init; }

    /// <summary>Longer names that contain one of the spellings and mean something else.</summary>
    public required ImmutableArray<string> ExcludedPhrases { get; init; }

    /// <summary>The offices that the person held, earliest first.</summary>
    public required ImmutableArray<Role> Roles { get; init; }

    /// <summary>Whether it belongs to a state: is on its side, or of its country. No state belongs to itself.</summary>
    public bool IsOf(Party state) => state.Kind == PartyKind.Place && this != state && (Side == state.Id || Country == state.Id);
}

/// <summary>An office that a person held.</summary>
/// <param name="Title">The office.</param>
/// <param name="Words">Words that mean whoever holds the office, in all languages; may be empty.</param>
/// <param name="From">The first day; null when the base does not say.</param>
/// <param name="Until">The last day; null when the base does not say or the term had not ended.</param>
/// <param name="Sources">The sources that document it; at least one.</param>
public sealed record Role(LocalizedText Title, ImmutableArray<string> Words, DateOnly? From, DateOnly? Until, ImmutableArray<Source> Sources)
{
    /// <summary>Whether the person may have held it on some day of a date.</summary>
    public bool IsHeld(FactDate date) => (From is not { } from || from <= date.Last) && (Until is not { } until || date.First <= until);
}
