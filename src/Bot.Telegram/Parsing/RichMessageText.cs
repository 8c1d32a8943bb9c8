using System.Text;
using System.Text.Json;
using Bot.Telegram.Api;
using Telegram.Bot.Types;

namespace Bot.Telegram.Parsing;

/// <summary>
/// The text of a rich message. It is collected from the message's JSON, in which blocks of every kind, also of those that are newer than the
/// client library, keep their text under the same few names.
/// </summary>
internal static class RichMessageText
{
    /// <summary>The text, a block a line; empty when there is no message.</summary>
    public static string Of(RichMessage? message)
    {
        if (message is null)
        {
            return "";
        }

        using var json = JsonDocument.Parse(BotApiJson.Write(message));
        var text = new StringBuilder();
        if (json.RootElement.TryGetProperty("blocks", out var blocks))
        {
            AddBlock(blocks, text);
        }

        return text.ToString();
    }

    // Within a block, "text", "summary" and the like are rich texts; "blocks", "items" and "cells" hold further blocks.
    private static void AddBlock(JsonElement block, StringBuilder text)
    {
        if (block.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in block.EnumerateArray())
            {
                AddBlock(item, text);
            }
        }
        else if (block.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in block.EnumerateObject())
            {
                switch (property.Name)
                {
                    case "caption" when property.Value.ValueKind == JsonValueKind.Object && !property.Value.TryGetProperty("type", out _):
                    case "blocks" or "items" or "cells":
                        AddBlock(property.Value, text);
                        break;
                    case "text" or "summary" or "caption" or "credit" or "expression":
                        AddText(property.Value, text);
                        text.Append('\n');
                        break;
                }
            }
        }
    }

    // A rich text is a string, a list of rich texts, or an object that marks one up.
    private static void AddText(JsonElement rich, StringBuilder text)
    {
        switch (rich.ValueKind)
        {
            case JsonValueKind.String:
                text.Append(rich.GetString());
                break;
            case JsonValueKind.Array:
                foreach (var part in rich.EnumerateArray())
                {
                    AddText(part, text);
                }

                break;
            case JsonValueKind.Object when rich.TryGetProperty("text", out var marked) || rich.TryGetProperty("expression", out marked):
                AddText(marked, text);
                break;
        }
    }
}
