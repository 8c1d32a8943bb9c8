using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Parsing;

/// <summary>Which updates are asked for, and where they belong.</summary>
internal static class UpdateRouting
{
    /// <summary>The kinds of updates that are asked for (Bot API, getUpdates: allowed_updates).</summary>
    public static readonly UpdateType[] AllowedUpdates = [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.InlineQuery, UpdateType.GuestMessage];

    /// <summary>Where an update comes from: those with the same number are handled in order. One that names no place has 0.</summary>
    public static long ChatIdOf(Update update) =>
        (update.Message ?? update.GuestMessage ?? update.CallbackQuery?.Message)?.Chat?.Id
        ?? update.CallbackQuery?.From?.Id
        ?? update.InlineQuery?.From?.Id
        ?? 0;
}
