using Bot.Adapters.Monitoring;
using Bot.Discord.Configuration;
using Bot.Discord.Transport;
using Microsoft.Extensions.Logging;
#if DISCORD_NET
using Bot.Discord.Net;
#endif

namespace Bot.Configuration;

/// <summary>The ways to Discord that this build has: our own client, and Discord.Net where it was built with <c>-p:DiscordNet=true</c>.</summary>
internal static class DiscordClientFactory
{
#if DISCORD_NET
    /// <summary>What is wrong with the choice, a line each.</summary>
    public static IEnumerable<string> Problems(DiscordOptions _) => [];

    /// <summary>The client that the settings choose; null for our own.</summary>
    public static IDiscordClient? Make(DiscordOptions options, TimeProvider time, Random random, ILogger logger, Vitals vitals) =>
        options.UsesDiscordNet ? new DiscordNetClient(options, time, random, logger, vitals) : null;
#else
    /// <summary>What is wrong with the choice, a line each.</summary>
    public static IEnumerable<string> Validate(DiscordOptions options) => options is { IsEnabled: true, UsesDiscordNet: true }
        ? ["Discord:Client is 'Discord.Net', which this build does not have; build with -p:DiscordNet=true (dotnet run --project src/Bot -p:DiscordNet=true), or leave Discord:Client out"]
        : [];

    /// <summary>The client that the settings choose; null for our own.</summary>
    public static IDiscordClient? Create(DiscordOptions _, TimeProvider __, Random ___, ILogger ____, AdapterTelemetry _____) => null;
#endif
}
