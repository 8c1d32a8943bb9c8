using Bot.Adapters.Pipeline;
using Bot.Discord.Configuration;
using Bot.Discord.Transport;
#if DISCORD_NET
using Bot.Discord.Net;
#endif

namespace Bot.Configuration;

/// <summary>The ways to Discord that this build has: our own client, and Discord.Net where it was built with <c>-p:DiscordNet=true</c>.</summary>
internal static class DiscordClientFactory
{
#if DISCORD_NET
    /// <summary>What is wrong with the choice, a line each.</summary>
    public static IEnumerable<string> Validate(DiscordOptions _) => [];

    /// <summary>The client that the settings choose; null for our own.</summary>
    public static IDiscordClient? Create(DiscordOptions options, AdapterServices services) =>
        options.UsesDiscordNet ? new DiscordNetClient(options, services) : null;
#else
    /// <summary>What is wrong with the choice, a line each.</summary>
    public static IEnumerable<string> Validate(DiscordOptions options) => options is { IsEnabled: true, UsesDiscordNet: true }
        ? ["Discord:Client is 'Discord.Net', which this build does not have; build with -p:DiscordNet=true (dotnet run --project src/Bot -p:DiscordNet=true), or leave Discord:Client out"]
        : [];

    /// <summary>The client that the settings choose; null for our own.</summary>
    public static IDiscordClient? Create(DiscordOptions _, AdapterServices __) => null;
#endif
}
