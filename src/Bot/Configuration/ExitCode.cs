namespace Bot.Configuration;

/// <summary>The exit codes. Scripts rely on them.</summary>
internal static class ExitCode
{
    /// <summary>Answered, or stopped on request.</summary>
    public const int Ok = 0;

    /// <summary>The base does not have the answer.</summary>
    public const int NotAnswered = 1;

    /// <summary>The command line, a setting or the request is wrong, or a standard stream does not work.</summary>
    public const int InvalidUsage = 2;

    /// <summary>The base is broken or missing.</summary>
    public const int InvalidBase = 3;

    /// <summary>Every configured platform has rejected its settings for good.</summary>
    public const int Refused = 4;

    /// <summary>The bot itself has failed: a bug, which the log describes. A restart may help.</summary>
    public const int Failed = 5;
}
