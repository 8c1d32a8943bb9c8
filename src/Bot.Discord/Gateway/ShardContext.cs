using Bot.Adapters.Pipeline;
using Bot.Discord.Configuration;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>What all shards of a bot share.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Services">What every adapter is given.</param>
/// <param name="Count">How many shards there are.</param>
/// <param name="Gateway">Where the gateway is.</param>
/// <param name="IdentifyLimiter">Lets sessions begin.</param>
/// <param name="Health">Takes which shards have a session.</param>
/// <param name="Logger">Takes what happens.</param>
internal sealed record ShardContext(DiscordOptions Options, AdapterServices Services, int Count, Uri Gateway, IdentifyLimiter IdentifyLimiter, ShardHealth Health, ILogger Logger)
{
    /// <summary>Takes interactions, and does not keep the caller waiting.</summary>
    public required Action<Interaction> OnInteraction { get; init; }

    /// <summary>Whether a session outlives a bot that is stopped.</summary>
    public required bool IsResumable { get; init; }
}
