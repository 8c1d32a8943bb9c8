using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Adapters.State;
using Bot.Discord.Logging;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// Passes sessions from a stopped process to the next one, in a file that only its owner can read. Resuming them costs none of the day's
/// session starts, and no interaction in between is lost (Gateway, Initiating a Disconnect).
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="token">The bot's token. Sessions of another token are not resumed.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The logger for problems.</param>
internal sealed partial class SavedSessionStore(StateFolder folder, string token, TimeProvider time, ILogger logger)
{
    // The file of earlier releases, which all bots shared.
    private const string OldFileName = "discord-sessions.json";

    // A shard takes a few hundred bytes.
    private const int MaxBytes = 4 << 20;

    // A session without a connection expires "after a few minutes" (Gateway, Initiating a Disconnect).
    private static readonly TimeSpan s_maxAge = TimeSpan.FromMinutes(3);

    private readonly string _name = $"discord-sessions-{Owner(token)}.json";
    private readonly string _tokenHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("sessions of " + token)))[..16];

    /// <summary>Reads the saved sessions by shard and deletes the file, so that they are used once.</summary>
    /// <param name="shards">The current number of shards. Sessions of another number are not resumed.</param>
    public IReadOnlyDictionary<int, SavedSession> Load(int shards)
    {
        try
        {
            var old = folder.PathOf(OldFileName);
            if (File.Exists(old))
            {
                File.Delete(old);
            }

            if (folder.Read(_name, MaxBytes) is not { } json)
            {
                return Nothing();
            }

            File.Delete(folder.PathOf(_name));
            return JsonSerializer.Deserialize(json, GatewayJson.Default.SavedSessionFile) is { } left && left.TokenHash == _tokenHash ? Read(left, shards) : Nothing();
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or JsonException)
        {
            LogSavedUnreadable(ex.Message);
            return Nothing();
        }
    }

    /// <summary>Saves sessions for the next process, all or none.</summary>
    public void Save(IReadOnlyList<SavedSession> sessions)
    {
        if (sessions.Count == 0)
        {
            return;
        }

        try
        {
            folder.Replace(_name, file => JsonSerializer.Serialize(file, new SavedSessionFile(_tokenHash, time.GetUtcNow(), sessions), GatewayJson.Default.SavedSessionFile));
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            LogNotSaved(ex.Message);
        }
    }

    private static Dictionary<int, SavedSession> Nothing() => [];

    // A token begins with the bot's id in base64, which stays the same when the token is reset. Two bots with one folder have a file each.
    private static string Owner(string token)
    {
        var id = new byte[token.Length];
        var first = token.Split('.')[0];
        return Convert.TryFromBase64String(first.PadRight((first.Length + 3) / 4 * 4, '='), id, out var length) && length is > 0 and <= 20 && !id.AsSpan(0, length).ContainsAnyExceptInRange((byte)'0', (byte)'9')
            ? Encoding.ASCII.GetString(id, 0, length)
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("owner of " + token)))[..16];
    }

    private Dictionary<int, SavedSession> Read(SavedSessionFile left, int shards)
    {
        var age = time.GetUtcNow() - left.Saved;
        if (age < TimeSpan.Zero || age > s_maxAge)
        {
            LogSavedExpired(age);
            return Nothing();
        }

        // The serializer does not check for null or for duplicates.
        if (left.Sessions is null || left.Sessions.Any(s => s is not { Id.Length: > 0, Sequence: > 0 }) || left.Sessions.DistinctBy(s => s.Shard).Count() != left.Sessions.Count)
        {
            throw new JsonException("The file does not hold one session per shard.");
        }

        return left.Sessions.Where(s => s.Shards == shards && s.Shard >= 0 && s.Shard < shards).ToDictionary(s => s.Shard);
    }

    [LoggerMessage(DiscordEvents.SavedSessionsExpired, LogLevel.Information, "The saved sessions are {Age} old and cannot be resumed. New ones start.")]
    private partial void LogSavedExpired(TimeSpan age);

    [LoggerMessage(DiscordEvents.SavedSessionsUnusable, LogLevel.Warning, "The saved sessions cannot be used: {Error} New ones start.")]
    private partial void LogSavedUnreadable(string error);

    [LoggerMessage(DiscordEvents.SessionsNotSaved, LogLevel.Warning, "The sessions cannot be saved in the folder of State:Folder: {Error} The next start will need new ones.")]
    private partial void LogNotSaved(string error);
}
