using System.Text.Json.Nodes;
using Bot.Adapters.Pipeline;
using Bot.Discord.Configuration;
using Bot.Discord.Logging;
using Bot.Discord.Transport;
#if DISCORD_NET
using Bot.Discord.Net.Logging;
#endif

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>A way to Discord that the same tests are made of, and by what Discord sees which it is.</summary>
internal abstract class DiscordClientKind
{
    /// <summary>Our own client.</summary>
    public static DiscordClientKind Own { get; } = new OwnClient();

#if DISCORD_NET
    /// <summary>Discord.Net.</summary>
    public static DiscordClientKind Net { get; } = new DiscordNet();
#endif

    /// <summary>The header that says who calls.</summary>
    public abstract string UserAgent { get; }

    /// <summary>How a message says that it notifies nobody.</summary>
    public abstract string NoMentions { get; }

    /// <summary>The event of the log that is this client's for one of our own client; those of the adapter are the same for all.</summary>
    /// <param name="id">The id of our own client's.</param>
    /// <param name="values">What its message must contain.</param>
    public abstract LoggedEvent Logged(int id, params IReadOnlyList<string> values);

    /// <summary>The event that a response did not reach Discord.</summary>
    /// <param name="values">What its message must contain.</param>
    public abstract LoggedEvent ResponseFailed(params IReadOnlyList<string> values);

    /// <summary>Whether the stand-in's complaint is of what this client always does.</summary>
    public abstract bool IsKnownFor(string problem);

    /// <summary>What was sent, without what this client says though it goes without saying, and in the order of what was approved.</summary>
    public abstract JsonNode Bare(JsonObject sent, JsonNode? approved);

    /// <summary>Makes the client; null for the adapter's own.</summary>
    public abstract IDiscordClient? Make(DiscordOptions options, AdapterServices services);

    private sealed class OwnClient : DiscordClientKind
    {
        public override string UserAgent => @"^DiscordBot \(https://\S+, \d+\.\d+\.\d+\)$";

        public override string NoMentions => """{"parse":[]}""";

        public override LoggedEvent Logged(int id, params IReadOnlyList<string> values) => LoggedEvent.OfDiscord(id, values);

        public override LoggedEvent ResponseFailed(params IReadOnlyList<string> values) => LoggedEvent.OfDiscord(DiscordEvents.RequestFailed, ["response to an interaction", .. values]);

        public override bool IsKnownFor(string problem) => false;

        public override JsonNode Bare(JsonObject sent, JsonNode? approved) => sent;

        public override IDiscordClient? Make(DiscordOptions options, AdapterServices services) => null;
    }

#if DISCORD_NET
    private sealed class DiscordNet : DiscordClientKind
    {
        public override string UserAgent => @"^DiscordBot \(https://\S+, v\d+\.\d+\.\d+\S*\)$";

        public override string NoMentions => """{"parse":[],"roles":[],"users":[]}""";

        public override LoggedEvent Logged(int id, params IReadOnlyList<string> values) => LoggedEvent.OfDiscord(
            id switch
            {
                DiscordEvents.RequestFailed => DiscordNetEvents.RequestFailed,
                DiscordEvents.InteractionTimedOut => DiscordNetEvents.InteractionTimedOut,
                DiscordEvents.InteractionExpired => DiscordNetEvents.InteractionExpired,
                DiscordEvents.InteractionAlreadyAnswered => DiscordNetEvents.InteractionAlreadyAnswered,
                DiscordEvents.ResponseRejected => DiscordNetEvents.ResponseRejected,
                DiscordEvents.ConnectionLost or DiscordEvents.HeartbeatUnacknowledged => DiscordNetEvents.ConnectionLost,
                DiscordEvents.ConnectionClosed => DiscordNetEvents.ConnectionClosed,
                DiscordEvents.ShardRejected => DiscordNetEvents.ShardRejected,
                DiscordEvents.SessionStartLimitReached => DiscordNetEvents.SessionStartLimitReached,
                DiscordEvents.Disconnected or DiscordEvents.TokenRejected or DiscordEvents.InteractionsSentElsewhere => id,
                DiscordEvents.CommandsRegistered or DiscordEvents.CommandsUpToDate or DiscordEvents.CommandsRejected => id,
                DiscordEvents.InteractionsDropped or DiscordEvents.InteractionFailed => id,
                _ => throw new ArgumentOutOfRangeException(nameof(id), id, "It is not known which event of Discord.Net's client is the same."),
            },
            values);

        public override LoggedEvent ResponseFailed(params IReadOnlyList<string> values) => LoggedEvent.OfDiscord(DiscordNetEvents.ResponseFailed, values);

        // It calls the properties of Identify by their old names, and its first heartbeat comes before it, with a number that is no event's.
        public override bool IsKnownFor(string problem) =>
            problem.Contains("Identify names $", StringComparison.Ordinal) || problem.Contains("a heartbeat before Identify carried", StringComparison.Ordinal);

        // What shows the same is as approved, though this client shows a container as an embed.
        public override JsonNode Bare(JsonObject sent, JsonNode? approved)
        {
            if (approved is null)
            {
                return sent;
            }

            var expected = WithEmbeds(approved.AsObject());
            var bare = Like(sent, expected)!;
            return JsonNode.DeepEquals(bare, expected) ? approved : bare;
        }

        private static JsonObject WithEmbeds(JsonObject approved)
        {
            var copy = approved.DeepClone().AsObject();
            if (copy["data"]?["components"] is not JsonArray { Count: > 0 } components)
            {
                return copy;
            }

            var container = components[^1]!.AsObject();
            var parts = container["components"]!.AsArray();
            var data = copy["data"]!.AsObject();
            data["content"] = components.Count > 1 ? components[0]!["content"]!.DeepClone() : "";
            data["embeds"] = new JsonArray(new JsonObject
            {
                ["description"] = string.Join('\n', parts.Where(p => p!["type"]!.GetValue<int>() == 10).Select(p => p!["content"]!.GetValue<string>())),
                ["color"] = container["accent_color"]!.DeepClone(),
            });
            data["components"] = new JsonArray([.. parts.Where(p => p!["type"]!.GetValue<int>() == 1).Select(p => p!.DeepClone())]);
            if ((data["flags"]!.GetValue<int>() & ~(1 << 15)) is not 0 and var flags)
            {
                data["flags"] = flags;
            }
            else
            {
                data.Remove("flags");
            }

            return copy;
        }

        public override IDiscordClient Make(DiscordOptions options, AdapterServices services) => new Bot.Discord.Net.DiscordNetClient(options, services);

        private static JsonNode? Like(JsonNode? sent, JsonNode? model)
        {
            switch (sent, model)
            {
                case (JsonArray list, JsonArray models):
                    return new JsonArray([.. list.Select((item, i) => Like(item, i < models.Count ? models[i] : null))]);
                case (JsonObject of, JsonObject like):
                    var known = like.Where(m => of.ContainsKey(m.Key)).Select(m => KeyValuePair.Create(m.Key, Like(of[m.Key], m.Value)));
                    var others = of.Where(m => !like.ContainsKey(m.Key) && !GoesWithoutSaying(m.Key, m.Value)).Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()));
                    return new JsonObject([.. known, .. others]);
                default:
                    return sent?.DeepClone();
            }
        }

        private static bool GoesWithoutSaying(string name, JsonNode? value) =>
            (name, value?.ToJsonString()) is (_, null or "[]" or "false") or ("type", "\"rich\"") or ("min_values" or "max_values", "1");
    }
#endif
}
