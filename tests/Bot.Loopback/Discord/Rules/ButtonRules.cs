using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord.Rules;

/// <summary>Which buttons a message may have (Component Reference, Button).</summary>
internal static class ButtonRules
{
    private const int Link = 5;
    private const int Premium = 6;
    private const int MaxLabelLength = 80;
    private const int MaxUrlLength = 512;

    // OpenAPI description, ComponentEmojiForRequest.
    private const int MaxEmojiLength = 32;

    /// <summary>Checks a button.</summary>
    public static void Check(Field button, ComponentIds ids)
    {
        button["label"].Text(MaxLabelLength);
        button["disabled"].Boolean();
        button["sku_id"].Snowflake();
        CheckEmoji(button["emoji"]);
        if (!button["style"].Require() || button["style"].Choice(1, 2, 3, 4, 5, 6) is not { } style)
        {
            return;
        }

        if (style == Premium)
        {
            button["sku_id"].Require();
            foreach (var name in (ReadOnlySpan<string>)["custom_id", "label", "url", "emoji"])
            {
                if (button[name].IsGiven)
                {
                    button[name].RefuseHere();
                }
            }

            return;
        }

        if (button["sku_id"].IsGiven)
        {
            button["sku_id"].RefuseHere();
        }

        if (style == Link)
        {
            CheckLink(button);
        }
        else
        {
            CheckPress(button, ids);
        }

        // Common knowledge: a button that shows nothing is refused.
        if (string.IsNullOrWhiteSpace(button["label"].PeekText()) && button["emoji"].Value is not JsonObject)
        {
            button["label"].Refuse(Codes.ButtonFace, "A label or emoji is required");
        }
    }

    /// <summary>Checks an emoji of a button or of an option, which may be absent.</summary>
    public static void CheckEmoji(Field emoji)
    {
        if (!emoji.IsObjectIfGiven())
        {
            return;
        }

        emoji["id"].Snowflake();
        emoji["animated"].Boolean();
        if (string.IsNullOrWhiteSpace(emoji["name"].Text(MaxEmojiLength)))
        {
            emoji["name"].Refuse(Codes.Emoji, "Invalid emoji");
        }
    }

    private static void CheckLink(Field button)
    {
        if (button["custom_id"].IsGiven)
        {
            button.Refuse(Codes.ButtonCustomIdAndUrl, "A custom id and url cannot both be specified");
        }
        // Common knowledge: besides pages, a link may lead into Discord's own app.
        if (button["url"].IsGiven)
        {
            Urls.Check(button["url"], MaxUrlLength, "http", "https", "discord");
        }
        else
        {
            button["url"].Refuse(Codes.ButtonUrl, "A url is required");
        }
    }

    private static void CheckPress(Field button, ComponentIds ids)
    {
        if (button["url"].IsGiven)
        {
            button.Refuse(Codes.ButtonCustomIdAndUrl, "A custom id and url cannot both be specified");
        }

        if (button["custom_id"].IsGiven)
        {
            ids.CheckCustomId(button["custom_id"]);
        }
        else
        {
            button["custom_id"].Refuse(Codes.ButtonCustomId, "A custom id is required");
        }
    }
}
