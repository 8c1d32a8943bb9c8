using System.Text.Json.Serialization;

namespace Bot.Discord.Gateway;

/// <summary>A session that the next process can go on with.</summary>
/// <param name="Shard">The number of its shard.</param>
/// <param name="Shards">How many shards there were.</param>
/// <param name="Id">Its id.</param>
/// <param name="ResumeUrl">Where it can be resumed; empty: where the gateway is.</param>
/// <param name="Sequence">The last number of an event.</param>
internal sealed record SavedSession(int Shard, int Shards, string Id, string ResumeUrl, long Sequence);

/// <summary>What a process saves for the next. The names in the file are those of earlier releases.</summary>
/// <param name="TokenHash">What tells whose the sessions are.</param>
/// <param name="Saved">When they were saved.</param>
/// <param name="Sessions">The sessions.</param>
internal sealed record SavedSessionFile([property: JsonPropertyName("of")] string TokenHash, DateTimeOffset Saved, IReadOnlyList<SavedSession> Sessions);
