using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord;

/// <summary>What the gateway refuses of an Identify, with the close code ("Opcodes and Status Codes", Gateway Close Event Codes).</summary>
internal static class IdentifyRules
{
    // "Gateway", List of Intents: bits 0 to 16, 20, 21, 24 and 25.
    private const long Known = 0x1FFFF | 1L << 20 | 1L << 21 | 1L << 24 | 1L << 25;

    // "Gateway", Privileged Intents: GUILD_MEMBERS, GUILD_PRESENCES and MESSAGE_CONTENT.
    private const long Privileged = 1L << 1 | 1L << 8 | 1L << 15;

    /// <summary>The close code and the reason; null if nothing is wrong.</summary>
    public static (int Code, string Reason)? Refusal(JsonObject? data, string token, DiscordServerOptions options, out (int Id, int Count) shard)
    {
        shard = (0, 1);
        if (data is null || data.String("token") is not { } given || data["properties"] is not JsonObject)
        {
            return (4002, "Error while decoding payload.");
        }

        if (given != token)
        {
            return (4004, "Authentication failed.");
        }

        if (data["shard"] is { } node && !IsShard(node, out shard))
        {
            return (4010, "Invalid shard.");
        }

        if (shard.Count % options.ShardMultiple != 0)
        {
            return (4010, "Invalid shard.");
        }

        if (options.ShardingRequired && shard.Count < options.Shards)
        {
            return (4011, "Sharding required.");
        }

        // "Intents are required as of v8"; that their absence is 4013 is common knowledge.
        if (data.Integer("intents") is not { } intents || (intents & ~Known) != 0)
        {
            return (4013, "Invalid intent(s).");
        }

        if ((intents & Privileged & ~options.PrivilegedIntents) != 0)
        {
            return (4014, "Disallowed intent(s).");
        }

        return null;
    }

    /// <summary>What the gateway lets pass, but a test should know.</summary>
    public static IEnumerable<string> Problems(JsonObject data, bool isCompressed)
    {
        var properties = (JsonObject)data["properties"]!;
        foreach (var name in (string[])["os", "browser", "device"])
        {
            if (properties.String(name) is null)
            {
                yield return properties.String("$" + name) is null ? $"Identify names no {name}" : $"Identify names ${name}, which is deprecated";
            }
        }

        if (isCompressed && data.IsTrue("compress"))
        {
            yield return "Identify asks for payload compression over transport compression";
        }

        if (data["large_threshold"] is { } threshold && threshold.AsInteger() is not (>= 50 and <= 250))
        {
            yield return "large_threshold of Identify is not between 50 and 250";
        }
    }

    private static bool IsShard(JsonNode node, out (int Id, int Count) shard)
    {
        shard = (0, 1);
        if (node is not JsonArray { Count: 2 } pair || pair[0].AsInteger() is not { } id || pair[1].AsInteger() is not { } count)
        {
            return false;
        }

        shard = ((int)id, (int)count);
        return id >= 0 && id < count && count <= int.MaxValue;
    }
}
