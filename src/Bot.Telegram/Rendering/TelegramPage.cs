using Telegram.Bot.Types.ReplyMarkups;

namespace Bot.Telegram.Rendering;

/// <summary>A page of an answer on Telegram.</summary>
/// <param name="Html">The text in Telegram's HTML.</param>
/// <param name="Keyboard">The buttons; null: none.</param>
internal sealed record TelegramPage(string Html, InlineKeyboardMarkup? Keyboard);
