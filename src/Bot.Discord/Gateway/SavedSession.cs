using System.Text.Json.Serialization;

namespace Bot.Discord.Gateway;

/// <summary>A session that the next process can resume.</summary>
/// <param name="Shard">The number of its shard.</param>
/// <param name="Shards">The number of shards.</param>
/// <param name="Id">The id.</param>
/// <param name="ResumeUrl">The address for resuming; empty: the gateway's address.</param>
/// <param name="Sequence">The sequence number of the last event.</param>
internal sealed record SavedSession(int Shard, int Shards, string Id, string ResumeUrl, long Sequence);

/// <summary>The file of saved sessions. Its property names are those of earlier releases.</summary>
/// <param name="TokenHash">Identifies the bot that the sessions belong to.</param>
/// <param name="Saved">When the sessions were saved.</param>
/// <param name="Sessions">The sessions.</param>
internal sealed record SavedSessionFile([property: JsonPropertyName("of")] string TokenHash, DateTimeOffset Saved, IReadOnlyList<SavedSession> Sessions);
