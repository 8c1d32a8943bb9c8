namespace Bot.Logging;

/// <summary>What the host logs. Operators filter by these ids: a number stays with its event and is never given to another.</summary>
public static class HostEvents
{
    /// <summary>The host listens for HTTP requests.</summary>
    public const int Listening = 200;

    /// <summary>An adapter threw an exception while no other was at work.</summary>
    public const int AdapterFailed = 201;

    /// <summary>systemd's notification socket takes nothing.</summary>
    public const int SystemdUnreachable = 202;

    /// <summary>Facts that have changed are served.</summary>
    public const int FactsReloaded = 203;

    /// <summary>Facts that have changed have problems, and the old ones are served.</summary>
    public const int FactsRejected = 204;

    /// <summary>The state folder cannot be written, or others may enter it.</summary>
    public const int StateFolder = 205;

    /// <summary>The folder of the facts does not answer.</summary>
    public const int FactsStalled = 206;

    /// <summary>The folder of the facts answers again.</summary>
    public const int FactsResumed = 207;

    /// <summary>An adapter threw an exception, and is started again.</summary>
    public const int AdapterRestarting = 208;
}
