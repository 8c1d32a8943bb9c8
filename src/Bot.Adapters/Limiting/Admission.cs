namespace Bot.Adapters.Limiting;

/// <summary>Whether a question is answered.</summary>
public enum AdmissionResult
{
    /// <summary>It is.</summary>
    Admitted,

    /// <summary>It is not, and whoever asked is told so.</summary>
    Rejected,

    /// <summary>It is not, as was said before.</summary>
    RejectedAgain,
}

/// <summary>What becomes of a question.</summary>
/// <param name="Result">Whether it is answered.</param>
/// <param name="Seconds">When it may be asked again, if it is not.</param>
public readonly record struct Admission(AdmissionResult Result, int Seconds = 0)
{
    /// <summary>Whether it is answered.</summary>
    public bool IsAdmitted => Result == AdmissionResult.Admitted;
}
