namespace Bot.Facts.Model;

/// <summary>A sentence of the base that answers about facts of some time carry, such as that few reports were looked at.</summary>
/// <param name="When">The time.</param>
/// <param name="Text">The sentence, of at most 160 UTF-16 units.</param>
public sealed record DatedRemark(FactDate When, LocalizedText Text)
{
    /// <summary>Whether it belongs to a fact of a date. What goes on is of the time in which it began.</summary>
    public bool IsOn(FactDate date) => date.Precision is DatePrecision.From or DatePrecision.Before ? When.Overlaps(FactDate.Day(date.SortDay)) : When.Overlaps(date);
}
