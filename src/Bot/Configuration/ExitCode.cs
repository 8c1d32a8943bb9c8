namespace Bot.Configuration;

/// <summary>What the process says when it ends: a promise to scripts.</summary>
internal static class ExitCode
{
    /// <summary>Answered, or ended as asked.</summary>
    public const int Ok = 0;

    /// <summary>Nothing known.</summary>
    public const int NotAnswered = 1;

    /// <summary>The command line, a setting or the request is wrong, or a standard stream does not work.</summary>
    public const int InvalidUsage = 2;

    /// <summary>The base is broken or missing.</summary>
    public const int InvalidBase = 3;

    /// <summary>Every platform that is configured has refused its settings for good.</summary>
    public const int Refused = 4;

    /// <summary>The bot itself has failed: a bug, which the log tells of. A new start may help.</summary>
    public const int Failed = 5;
}
