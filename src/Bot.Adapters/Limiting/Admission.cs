namespace Bot.Adapters.Limiting;

/// <summary>The result of an admission check.</summary>
public enum AdmissionResult
{
    /// <summary>The question is answered.</summary>
    Admitted,

    /// <summary>The question is not answered, and the user is notified.</summary>
    Rejected,

    /// <summary>The question is not answered, and the user has already been notified.</summary>
    RejectedAgain,
}

/// <summary>The decision whether a question is answered.</summary>
/// <param name="Result">The result.</param>
/// <param name="Seconds">The seconds until the user may ask again; 0 when it is answered.</param>
public readonly record struct Admission(AdmissionResult Result, int Seconds = 0)
{
    /// <summary>Whether it is answered.</summary>
    public bool IsAdmitted => Result == AdmissionResult.Admitted;
}
