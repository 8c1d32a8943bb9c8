namespace Bot.Logging;

/// <summary>The log events of the host. Operators filter by these ids, so an id is never changed or reused.</summary>
public static class HostEvents
{
    /// <summary>The host listens for HTTP requests.</summary>
    public const int Listening = 200;

    /// <summary>An adapter threw an exception while no other was running.</summary>
    public const int AdapterFailed = 201;

    /// <summary>systemd's notification socket does not work.</summary>
    public const int SystemdUnreachable = 202;

    /// <summary>Changed facts are served.</summary>
    public const int FactsReloaded = 203;

    /// <summary>Changed facts have problems, and the previous ones stay in service.</summary>
    public const int FactsRejected = 204;

    /// <summary>The state folder is not writable, or other users have access to it.</summary>
    public const int StateFolder = 205;

    /// <summary>The folder of the facts does not answer.</summary>
    public const int FactsStalled = 206;

    /// <summary>The folder of the facts answers again.</summary>
    public const int FactsResumed = 207;

    /// <summary>An adapter threw an exception and will be restarted.</summary>
    public const int AdapterRestarting = 208;

    /// <summary>Questions are matched by their words alone, because the table of word vectors is missing or is a different one.</summary>
    public const int NoVectors = 209;

    /// <summary>The trained classifier cannot be saved, and the next start will train it again.</summary>
    public const int ClassifierNotSaved = 210;
}
