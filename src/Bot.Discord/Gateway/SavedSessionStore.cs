using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Adapters.State;
using Bot.Discord.Logging;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// Sessions from a process that was stopped to the one that is started next, in a file that only its owner can read: going on with
/// them costs none of the day's, and what people did in between is not missed (Gateway, Initiating a Disconnect).
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="token">The bot's token: sessions of another one are not gone on with.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Takes faults.</param>
internal sealed partial class SavedSessionStore(StateFolder folder, string token, TimeProvider time, ILogger logger)
{
    private const string FileName = "discord-sessions.json";

    // A session without a connection times out "after a few minutes" (Gateway, Initiating a Disconnect).
    private static readonly TimeSpan s_maxAge = TimeSpan.FromMinutes(3);

    private readonly string _path = folder.PathOf(FileName);
    private readonly string _tokenHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("sessions of " + token)))[..16];

    /// <summary>The sessions that were left, once: the file goes.</summary>
    /// <param name="shards">How many shards there are now: sessions of another number are not gone on with.</param>
    public IReadOnlyList<SavedSession> Load(int shards)
    {
        try
        {
            if (!File.Exists(_path))
            {
                return [];
            }

            var json = File.ReadAllBytes(_path);
            File.Delete(_path);
            if (JsonSerializer.Deserialize(json, GatewayJson.Default.SavedSessionFile) is not { } left || left.TokenHash != _tokenHash)
            {
                return [];
            }

            var age = time.GetUtcNow() - left.Saved;
            if (age < TimeSpan.Zero || age > s_maxAge)
            {
                LogSavedExpired(age);
                return [];
            }

            return [.. left.Sessions.Where(s => s.Shards == shards && s is { Id.Length: > 0, Sequence: > 0 })];
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or JsonException)
        {
            LogSavedUnreadable(ex.Message);
            return [];
        }
    }

    /// <summary>Leaves sessions to the next process, all or none.</summary>
    public void Save(IReadOnlyList<SavedSession> sessions)
    {
        if (sessions.Count == 0)
        {
            return;
        }

        try
        {
            folder.Replace(FileName, file => JsonSerializer.Serialize(file, new SavedSessionFile(_tokenHash, time.GetUtcNow(), sessions), GatewayJson.Default.SavedSessionFile));
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            LogNotSaved(ex.Message);
        }
    }

    [LoggerMessage(DiscordEvents.SavedSessionsExpired, LogLevel.Information, "The saved sessions are {Age} old; new ones begin.")]
    private partial void LogSavedExpired(TimeSpan age);

    [LoggerMessage(DiscordEvents.SavedSessionsUnusable, LogLevel.Warning, "The saved sessions cannot be used: {Error} New ones begin.")]
    private partial void LogSavedUnreadable(string error);

    [LoggerMessage(DiscordEvents.SessionsNotSaved, LogLevel.Warning, "The sessions cannot be saved for the next start in the folder of State:Folder: {Error} It begins new ones.")]
    private partial void LogNotSaved(string error);
}
