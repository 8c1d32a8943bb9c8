using System.Text.RegularExpressions;
using Bot.Discord.Net.Logging;
using Discord;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Net;

/// <summary>
/// Forwards Discord.Net's log. The library logs every lost connection as a warning or an error. To the owner of a bot that reconnects by
/// itself it is neither, and the client logs it in its own words.
/// </summary>
internal static partial class LibraryLog
{
    /// <summary>The lowest severity requested from Discord.Net. Lower ones report every event and request.</summary>
    public const LogSeverity MinSeverity = LogSeverity.Info;

    /// <summary>Forwards a line.</summary>
    /// <param name="logger">The logger that receives it.</param>
    /// <param name="token">The bot's token, which no line may contain.</param>
    /// <param name="message">The line.</param>
    public static Task ForwardAsync(ILogger logger, string token, LogMessage message)
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

    /// <summary>Logs what answers lose with the library, once at the start.</summary>
    /// <param name="logger">The logger that receives it.</param>
    [LoggerMessage(DiscordNetEvents.LibraryLimits, LogLevel.Information, "With Discord.Net, answers are embeds instead of components, with the same text and buttons, and the check of a message does not read its components.")]
    public static partial void LogLimits(ILogger logger);

    private static LogLevel Level(LogSeverity severity) => severity switch
    {
        LogSeverity.Critical => LogLevel.Error,
        LogSeverity.Error => LogLevel.Warning,
        _ => LogLevel.Debug,
    };

    // The address of a response contains the interaction's token.
    [GeneratedRegex(@"interactions/\d+/[^/\s]+")]
    private static partial Regex Response();

    [LoggerMessage(EventId = DiscordNetEvents.LibraryMessage, Message = "{Source}: {Text}")]
    private static partial void Log(ILogger logger, LogLevel level, string source, string text);
}
