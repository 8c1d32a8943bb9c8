namespace Bot.Adapters.Limiting;

/// <summary>Whether a question is answered.</summary>
public enum Verdict
{
    /// <summary>It is.</summary>
    Admitted,

    /// <summary>It is not, and whoever asked is told so.</summary>
    RefusedFirst,

    /// <summary>It is not, as was said before.</summary>
    RefusedSilently,
}

/// <summary>What becomes of a question.</summary>
/// <param name="Verdict">Whether it is answered.</param>
/// <param name="Seconds">When it may be asked again, if it is not.</param>
public readonly record struct Admission(Verdict Verdict, int Seconds = 0)
{
    /// <summary>Whether it is answered.</summary>
    public bool IsAdmitted => Verdict == Verdict.Admitted;
}
