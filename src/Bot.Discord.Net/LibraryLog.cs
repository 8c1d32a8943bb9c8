using System.Text.RegularExpressions;
using Bot.Discord.Net.Logging;
using Discord;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Net;

/// <summary>
/// Passes on what Discord.Net logs. To it, any lost connection is a warning or an error; to the owner of a bot that comes back by itself
/// it is neither, and is told by the client in the bot's own words.
/// </summary>
internal static partial class LibraryLog
{
    /// <summary>The least that Discord.Net is to tell: what is below tells of every event and request.</summary>
    public const LogSeverity MinSeverity = LogSeverity.Info;

    /// <summary>Passes a line on.</summary>
    /// <param name="logger">Takes it.</param>
    /// <param name="token">The bot's token, which no line may hold.</param>
    /// <param name="message">The line.</param>
    public static Task PassOnAsync(ILogger logger, string token, LogMessage message)
    {
        var level = Level(message.Severity);
        if (logger.IsEnabled(level))
        {
            var text = message.Exception is { } ex ? $"{message.Message} {ex.Message} {ex.InnerException?.Message}".Trim() : message.Message ?? "";
            text = Response().Replace(text, "interactions/").Replace(token, "", StringComparison.Ordinal);
            Log(logger, level, message.Source, text);
        }

        return Task.CompletedTask;
    }

    private static LogLevel Level(LogSeverity severity) => severity switch
    {
        LogSeverity.Critical => LogLevel.Error,
        LogSeverity.Error => LogLevel.Warning,
        _ => LogLevel.Debug,
    };

    // The address of a response holds the interaction's token.
    [GeneratedRegex(@"interactions/\d+/[^/\s]+")]
    private static partial Regex Response();

    [LoggerMessage(EventId = DiscordNetEvents.LibraryMessage, Message = "{Source}: {Text}")]
    private static partial void Log(ILogger logger, LogLevel level, string source, string text);
}
