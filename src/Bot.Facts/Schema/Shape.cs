using Bot.Facts.Model;

namespace Bot.Facts.Schema;

/// <summary>What a value in the base's files has to look like. The checks and the JSON Schemas both come from it.</summary>
internal abstract record Shape;

/// <summary>What an id names.</summary>
internal enum IdKind
{
    Party,
    Topic,
    Source,
    Event,
    Fact,
    Chapter,
    Matter,
}

/// <summary>A text that is not blank, of at most <see cref="MaxLength"/> UTF-16 units.</summary>
internal sealed record TextShape(int MaxLength = 400) : Shape;

/// <summary>The id of the thing that it stands in.</summary>
internal sealed record IdShape(IdKind Kind) : Shape;

/// <summary>The id of a thing that stands elsewhere.</summary>
internal sealed record ReferenceShape(IdKind Kind) : Shape;

/// <summary>The number of a statement of the article, such as S41.</summary>
internal sealed record StatementShape : Shape;

/// <summary>A day, yyyy-MM-dd.</summary>
internal sealed record DayShape : Shape;

/// <summary>A date in one of the forms of <see cref="When.TryParse"/>.</summary>
internal sealed record WhenShape : Shape;

/// <summary>A whole number, from 1.</summary>
internal sealed record NumberShape : Shape;

/// <summary>From one whole number to another, such as <c>50 to 80</c>.</summary>
internal sealed record BoundsShape : Shape;

/// <summary>An http or https address.</summary>
internal sealed record AddressShape : Shape;

/// <summary>One of a few words.</summary>
internal sealed record WordShape(params string[] Words) : Shape
{
    public bool Equals(WordShape? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A list of values of one shape, with at least one.</summary>
internal sealed record ListShape(Shape Item) : Shape;

/// <summary>A value for each of the five languages.</summary>
internal sealed record LocalShape(Shape Each) : Shape;

/// <summary>Keys with values.</summary>
internal sealed record MapShape(string Name, params Key[] Keys) : Shape
{
    public Key? Find(string key) => Array.Find(Keys, k => k.Name == key);

    public bool Equals(MapShape? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A key of a map.</summary>
/// <param name="Name">The word that is written.</param>
/// <param name="Shape">What its value looks like.</param>
/// <param name="Meaning">What it means: shown by editors.</param>
/// <param name="Required">Whether it must be there.</param>
internal sealed record Key(string Name, Shape Shape, string Meaning, bool Required = true);
