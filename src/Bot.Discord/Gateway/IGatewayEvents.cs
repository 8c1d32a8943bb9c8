using Bot.Discord.Wire;

namespace Bot.Discord.Gateway;

/// <summary>The events that a connection reports to its shard.</summary>
internal interface IGatewayEvents
{
    /// <summary>The shard's number and the number of shards, as sent in Identify.</summary>
    IReadOnlyList<int> ShardId { get; }

    /// <summary>The last sequence number received; null before the first.</summary>
    long? LastSequence { get; }

    /// <summary>Records a sequence number.</summary>
    void RecordSequence(long sequence);

    /// <summary>Called when a session has started.</summary>
    void OnReady(Ready ready, long? sequence);

    /// <summary>Called when the session has resumed.</summary>
    void OnResumed();

    /// <summary>Called with an interaction. It must not block the caller.</summary>
    void OnInteraction(Interaction interaction);
}
