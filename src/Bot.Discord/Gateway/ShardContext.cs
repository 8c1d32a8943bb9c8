using Bot.Adapters.Pipeline;
using Bot.Discord.Configuration;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>The state that all shards of a bot share.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Services">The services that every adapter uses.</param>
/// <param name="Count">The number of shards.</param>
/// <param name="Gateway">The gateway's address.</param>
/// <param name="IdentifyLimiter">Limits how fast sessions start.</param>
/// <param name="Health">The health of the shards.</param>
/// <param name="Logger">The logger.</param>
internal sealed record ShardContext(DiscordOptions Options, AdapterServices Services, int Count, Uri Gateway, IdentifyLimiter IdentifyLimiter, ShardHealth Health, ILogger Logger)
{
    /// <summary>Receives the interactions. It must not block the caller.</summary>
    public required Action<Interaction> OnInteraction { get; init; }

    /// <summary>Whether sessions are saved when the bot stops.</summary>
    public required bool IsResumable { get; init; }
}
