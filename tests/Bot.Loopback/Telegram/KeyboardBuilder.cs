using System.Text;
using System.Text.Json;

namespace Bot.Loopback.Telegram;

/// <summary>Reads a <c>reply_markup</c> and refuses what the real server refuses.</summary>
internal static class KeyboardBuilder
{
    private const int MaxButtons = 100;
    private const int MaxData = 64;
    private const int MaxMarkup = 10_000;

    /// <summary>The rows of an inline keyboard; none for a markup of another kind.</summary>
    public static IReadOnlyList<IReadOnlyList<Button>> Read(JsonElement? markup)
    {
        if (markup is not { } json)
        {
            return [];
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Refusal.BadRequest("object expected as reply markup");
        }

        if (!json.TryGetProperty("inline_keyboard", out var keyboard))
        {
            return [];
        }

        if (keyboard.ValueKind != JsonValueKind.Array || keyboard.EnumerateArray().Any(r => r.ValueKind != JsonValueKind.Array))
        {
            throw Refusal.BadRequest("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
        }

        var rows = keyboard.EnumerateArray()
            .Select(IReadOnlyList<Button> (r) => [.. r.EnumerateArray().Select(ReadButton)])
            .Where(r => r.Count > 0)
            .ToList();
        if (rows.Sum(r => r.Count) > MaxButtons || json.GetRawText().Length > MaxMarkup)
        {
            throw Refusal.BadRequest("reply markup is too long");
        }

        return rows;
    }

    private static Button ReadButton(JsonElement button)
    {
        if (button.ValueKind != JsonValueKind.Object)
        {
            throw Refusal.BadRequest("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
        }

        var text = Optional(button, "text") ?? throw Refusal.BadRequest("can't parse inline keyboard button: Can't find field \"text\"");
        var data = Optional(button, "callback_data");
        var url = Optional(button, "url");
        if (string.IsNullOrEmpty(data) && string.IsNullOrEmpty(url) && !HasOtherAction(button))
        {
            throw Refusal.BadRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        }

        if (text.Trim().Length == 0)
        {
            throw Refusal.BadRequest("inline keyboard button text must be non-empty");
        }

        if (!string.IsNullOrEmpty(url) && Links.User(url) is null && Links.Checked(url) is null)
        {
            throw Refusal.BadRequest($"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL");
        }

        if (data is not null && Encoding.UTF8.GetByteCount(data) > MaxData)
        {
            throw Refusal.BadRequest("BUTTON_DATA_INVALID");
        }

        return new(text, data, url, button.GetRawText());
    }

    private static bool HasOtherAction(JsonElement button) =>
        button.EnumerateObject().Any(m => m.Name is "web_app" or "login_url" or "switch_inline_query" or "switch_inline_query_current_chat" or "switch_inline_query_chosen_chat" or "copy_text" or "callback_game" or "pay");

    private static string? Optional(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
