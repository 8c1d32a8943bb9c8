namespace Bot.Testing;

/// <summary>Gives one number only, so that waits are known beforehand.</summary>
/// <param name="value">From 0 to below 1.</param>
internal sealed class FixedRandom(double value = 0) : Random
{
    public override double NextDouble() => value;
}
