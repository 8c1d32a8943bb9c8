using Bot.Answers.Model;
using Telegram.Bot.Types.ReplyMarkups;

namespace Bot.Telegram.Rendering;

/// <summary>A page of an answer, ready to be sent.</summary>
/// <param name="Answer">The page.</param>
/// <param name="Html">Its text.</param>
/// <param name="Keyboard">Its buttons; null when it has none.</param>
internal sealed record ShownAnswer(Answer Answer, string Html, InlineKeyboardMarkup? Keyboard);
