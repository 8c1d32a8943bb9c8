namespace Bot.Loopback.Discord;

/// <summary>What a fault does to the answer.</summary>
internal enum FaultKind
{
    /// <summary>It is another.</summary>
    Reply,

    /// <summary>It never comes.</summary>
    Cut,

    /// <summary>It breaks off.</summary>
    CutInAnswer,

    /// <summary>It is broken JSON.</summary>
    TruncatedJson,

    /// <summary>It is late.</summary>
    Slow,
}
