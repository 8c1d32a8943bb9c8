namespace Bot.Configuration;

/// <summary>What the process says when it ends: a promise to scripts.</summary>
internal static class ExitCode
{
    /// <summary>Answered, or ended as asked.</summary>
    public const int Ok = 0;

    /// <summary>Nothing known.</summary>
    public const int NotAnswered = 1;

    /// <summary>The command line, a setting or the request was at fault.</summary>
    public const int InvalidUsage = 2;

    /// <summary>The base is broken or missing.</summary>
    public const int InvalidBase = 3;

    /// <summary>Every platform that is configured has refused its settings for good.</summary>
    public const int Refused = 4;
}
