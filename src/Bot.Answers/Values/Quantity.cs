namespace Bot.Answers.Values;

/// <summary>What a number counts.</summary>
internal enum Unit
{
    /// <summary>Time, in minutes.</summary>
    Minutes,

    /// <summary>A share, in percent.</summary>
    Percent,

    /// <summary>People.</summary>
    People,

    /// <summary>Countries.</summary>
    Countries,

    /// <summary>Things counted by the thousand, whatever they are.</summary>
    Many,
}

/// <summary>A number with its unit, as it is written in a text.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Value">The number, in that unit.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Quantity(Unit Unit, double Value, int Start, int End)
{
    // "Nearly an hour and a half" and "85 minutes" are the same to a reader.
    private const double Tolerance = 0.1;

    /// <summary>Whether two quantities of the same unit agree, give or take a tenth.</summary>
    public bool Agrees(Quantity other) => Math.Abs(Value - other.Value) <= Tolerance * Math.Max(Value, other.Value);
}
