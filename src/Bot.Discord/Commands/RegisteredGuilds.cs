using System.Text.Json;
using Bot.Adapters.State;
using Bot.Discord.Logging;
using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Commands;

/// <summary>
/// The servers in which an app's commands were registered, remembered over restarts: Discord does not list them, and commands that stay there
/// are shown beside those that are registered everywhere.
/// </summary>
/// <param name="folder">The folder; null when no state is saved, so that nothing is remembered.</param>
/// <param name="application">The app's id, which is in the name of the file.</param>
/// <param name="logger">The logger for problems.</param>
internal sealed partial class RegisteredGuilds(StateFolder? folder, ulong application, ILogger logger)
{
    // A server takes twenty bytes.
    private const int MaxBytes = 1 << 20;

    private readonly string _name = $"discord-commands-{application}.json";
    private readonly ILogger _logger = logger;

    /// <summary>The ids of the servers; empty when the file is missing or unreadable, which is logged.</summary>
    public IReadOnlyList<ulong> Load()
    {
        try
        {
            return folder?.Read(_name, MaxBytes) is { } json ? JsonSerializer.Deserialize(json, RestJson.Default.IReadOnlyListUInt64) ?? [] : [];
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or JsonException)
        {
            LogUnusable(ex.Message);
            return [];
        }
    }

    /// <summary>Remembers a server. Called before its commands are registered, so that a crash leaves none unknown.</summary>
    public void Add(ulong guild)
    {
        var guilds = Load();
        if (!guilds.Contains(guild))
        {
            Save([.. guilds, guild]);
        }
    }

    /// <summary>Forgets a server.</summary>
    public void Remove(ulong guild) => Save([.. Load().Where(g => g != guild)]);

    private void Save(IReadOnlyList<ulong> guilds)
    {
        try
        {
            folder?.Replace(_name, file => JsonSerializer.Serialize(file, guilds, RestJson.Default.IReadOnlyListUInt64));
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            LogNotSaved(ex.Message);
        }
    }

    [LoggerMessage(DiscordEvents.RegisteredGuildsUnusable, LogLevel.Warning, "The saved list of servers with commands cannot be used: {Error} Commands that an earlier start registered in one of them stay there.")]
    private partial void LogUnusable(string error);

    [LoggerMessage(DiscordEvents.RegisteredGuildsNotSaved, LogLevel.Warning, "The list of servers with commands cannot be saved in the folder of State:Folder: {Error} A later start will not remove the commands from them.")]
    private partial void LogNotSaved(string error);
}
