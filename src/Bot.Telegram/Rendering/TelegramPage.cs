using Telegram.Bot.Types.ReplyMarkups;

namespace Bot.Telegram.Rendering;

/// <summary>A page as Telegram shows it.</summary>
/// <param name="Html">Its text.</param>
/// <param name="Keyboard">Its buttons; null when it has none.</param>
internal sealed record TelegramPage(string Html, InlineKeyboardMarkup? Keyboard);
