using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Parsing;

/// <summary>The requested kinds of updates, and the chat that an update belongs to.</summary>
internal static class UpdateRouting
{
    /// <summary>The requested kinds of updates (Bot API, getUpdates: allowed_updates).</summary>
    public static readonly UpdateType[] AllowedUpdates = [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.InlineQuery, UpdateType.GuestMessage];

    /// <summary>The origin of an update. Updates of the same origin are handled in order. An update that names no chat has 0.</summary>
    public static long ChatIdOf(Update update) =>
        (update.Message ?? update.GuestMessage ?? update.CallbackQuery?.Message)?.Chat?.Id
        ?? update.CallbackQuery?.From?.Id
        ?? update.InlineQuery?.From?.Id
        ?? 0;
}
