using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord.Rules;

/// <summary>Which messages may answer an interaction (Receiving and Responding, Interaction Callback Data Structure; OpenAPI description, IncomingWebhookInteractionRequest).</summary>
/// <remarks>A poll is not read beyond being an object, as the bot sends none.</remarks>
internal static class MessageRules
{
    /// <summary>Only the user sees the message.</summary>
    public const long Ephemeral = 1 << 6;

    /// <summary>The message consists of components alone.</summary>
    public const long ComponentsV2 = 1 << 15;

    /// <summary>What a message may have: SUPPRESS_EMBEDS, EPHEMERAL, SUPPRESS_NOTIFICATIONS, IS_VOICE_MESSAGE and IS_COMPONENTS_V2.</summary>
    public const long Any = (1 << 2) | Ephemeral | (1 << 12) | (1 << 13) | ComponentsV2;

    private const int MaxContentLength = 2000;
    private const int MaxAttachments = 10;
    private const int MaxAttachmentTextLength = 1024;

    /// <summary>Checks a message.</summary>
    /// <param name="message">The message, which may be absent.</param>
    /// <param name="allowedFlags">The flags that it may have.</param>
    public static void Check(Field message, long allowedFlags)
    {
        if (!message.IsObjectIfGiven())
        {
            return;
        }

        message["content"].Text(MaxContentLength);
        message["tts"].Boolean();
        EmbedRules.Check(message["embeds"]);
        MentionRules.Check(message["allowed_mentions"]);
        CheckAttachments(message["attachments"]);
        message["poll"].IsObjectIfGiven();

        var flags = message["flags"].Integer(0, long.MaxValue) ?? 0;
        if ((flags & ~allowedFlags) != 0)
        {
            message["flags"].Refuse(Codes.Flags, "Only some flags can be set here");
        }
        // An update too must name the flag again, or its new components are not known (common knowledge).
        var isV2 = (flags & ComponentsV2) != 0;
        ComponentRules.Check(message["components"], isV2);
        if (isV2)
        {
            CheckLegacyFields(message);
        }
    }

    /// <summary>Whether a new message shows nothing (Message, Create Message: at least one of these is required).</summary>
    public static bool IsEmpty(Field message) =>
        string.IsNullOrWhiteSpace(message["content"].PeekText()) && !HasItems(message["embeds"]) && !HasItems(message["components"]) && !HasItems(message["attachments"]) && !message["poll"].IsGiven;

    /// <summary>Whether an update takes away all that a message shows. Files that it keeps are not known here, as the bot sends none.</summary>
    public static bool IsEmptied(Field message) =>
        message.Value is JsonObject json && json.ContainsKey("content") && json.ContainsKey("embeds") && json.ContainsKey("components") && IsEmpty(message);

    /// <summary>Checks that a message which consists of components alone has nothing else.</summary>
    public static void CheckLegacyFields(Field message)
    {
        if (message["content"].PeekText() is { Length: > 0 })
        {
            RefuseLegacy(message["content"]);
        }

        if (HasItems(message["embeds"]))
        {
            RefuseLegacy(message["embeds"]);
        }

        if (message["poll"].IsGiven)
        {
            RefuseLegacy(message["poll"]);
        }
    }

    private static void RefuseLegacy(Field field) =>
        field.Refuse(Codes.LegacyField, $"The '{field.Name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");

    private static void CheckAttachments(Field attachments)
    {
        foreach (var attachment in attachments.Items(0, MaxAttachments))
        {
            if (!attachment.IsObject() || !attachment["id"].Require())
            {
                continue;
            }
            // "Snowflake or number" (Message, Attachment Request Structure).
            if (attachment["id"].PeekText() is null)
            {
                attachment["id"].Integer(0, long.MaxValue);
            }
            else
            {
                attachment["id"].Snowflake();
            }

            attachment["filename"].Text(MaxAttachmentTextLength, 1);
            attachment["description"].Text(MaxAttachmentTextLength);
        }
    }

    private static bool HasItems(Field list) => list.Value is JsonArray { Count: > 0 };
}
