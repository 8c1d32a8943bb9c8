using Bot.Adapters.Pipeline;
using Bot.Discord.Configuration;
using Bot.Discord.Transport;
#if DISCORD_NET
using Bot.Discord.Net;
#endif

namespace Bot.Configuration;

/// <summary>Creates the Discord client of the settings: our own or, in a build with <c>-p:DiscordNet=true</c>, Discord.Net.</summary>
internal static class DiscordClientFactory
{
#if DISCORD_NET
    /// <summary>The problems with the chosen client, a line each.</summary>
    public static IEnumerable<string> Validate(DiscordOptions _) => [];

    /// <summary>Creates the chosen client; null for our own.</summary>
    public static IDiscordClient? Create(DiscordOptions options, AdapterServices services) =>
        options.UsesDiscordNet ? new DiscordNetClient(options, services) : null;
#else
    /// <summary>The problems with the chosen client, a line each.</summary>
    public static IEnumerable<string> Validate(DiscordOptions options) => options is { IsEnabled: true, UsesDiscordNet: true }
        ? ["Discord:Client is 'Discord.Net', which this build does not have; build with -p:DiscordNet=true (dotnet run --project src/Bot -p:DiscordNet=true), or leave Discord:Client out"]
        : [];

    /// <summary>Creates the chosen client; null for our own.</summary>
    public static IDiscordClient? Create(DiscordOptions _, AdapterServices __) => null;
#endif
}
