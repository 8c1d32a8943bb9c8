using Bot.Discord.Wire;

namespace Bot.Discord.Gateway;

/// <summary>What a connection tells its shard.</summary>
internal interface IGatewayEvents
{
    /// <summary>The shard's number and how many there are, as Identify carries them.</summary>
    IReadOnlyList<int> ShardId { get; }

    /// <summary>The last number of an event; null before any.</summary>
    long? LastSequence { get; }

    /// <summary>Notes the number of an event.</summary>
    void RecordSequence(long sequence);

    /// <summary>Notes that a session has begun.</summary>
    void OnReady(Ready ready, long? sequence);

    /// <summary>Notes that the session goes on.</summary>
    void OnResumed();

    /// <summary>Takes an interaction, and does not keep the caller waiting.</summary>
    void OnInteraction(Interaction interaction);
}
