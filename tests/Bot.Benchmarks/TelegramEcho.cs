using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Bot.Benchmarks;

/// <summary>What a bare Telegram.Bot bot does: one text with one keyboard for every message, without looking at what it asks.</summary>
internal static class TelegramEcho
{
    public static async Task<int> RunAsync(string url, string token, string textFile, string keyboardFile)
    {
        var text = await File.ReadAllTextAsync(textFile).ConfigureAwait(false);
        var keyboard = JsonSerializer.Deserialize<InlineKeyboardMarkup>(await File.ReadAllTextAsync(keyboardFile).ConfigureAwait(false), JsonBotAPI.Options);
        var bot = new TelegramBotClient(new TelegramBotClientOptions(token, url));
        for (var offset = 0; ;)
        {
            foreach (var update in await bot.GetUpdates(offset, limit: 100, timeout: 50, allowedUpdates: [UpdateType.Message]).ConfigureAwait(false))
            {
                offset = update.Id + 1;
                _ = bot.SendMessage(update.Message!.Chat.Id, text, ParseMode.Html, replyParameters: update.Message.Id, replyMarkup: keyboard);
            }
        }
    }
}
