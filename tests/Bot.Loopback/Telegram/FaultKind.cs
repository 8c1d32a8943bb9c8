namespace Bot.Loopback.Telegram;

/// <summary>What a fault does to the answer.</summary>
internal enum FaultKind
{
    /// <summary>It is an error.</summary>
    Error,

    /// <summary>It never comes.</summary>
    Cut,

    /// <summary>It breaks off.</summary>
    CutInAnswer,

    /// <summary>It is broken JSON.</summary>
    TruncatedJson,

    /// <summary>It is no JSON.</summary>
    Garbage,

    /// <summary>It is late.</summary>
    Slow,
}
