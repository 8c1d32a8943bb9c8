using System.Buffers;
using Telegram.Bot.Exceptions;

namespace Bot.Telegram.Api;

/// <summary>Why Telegram rejected a request, as far as the bot's next step depends on it.</summary>
internal enum RejectionKind
{
    /// <summary>Telegram should have accepted the request, or its description is unknown.</summary>
    Unexpected,

    /// <summary>Nobody is there to answer, the bot may not write there, or nothing is left to do.</summary>
    Expected,

    /// <summary>The topic that the request names no longer exists.</summary>
    TopicGone,

    /// <summary>The markup, the length or a button is not accepted.</summary>
    InvalidContent,
}

/// <summary>Recognizes the reasons of rejections. Telegram has no codes for them, and the letter case of its descriptions varies.</summary>
internal static class Rejection
{
    private static readonly SearchValues<string> s_topicGone = Phrases("message thread not found", "topic_deleted", "topic_id_invalid");

    private static readonly SearchValues<string> s_invalidContent = Phrases(
        "can't parse", "entity_", "entities_", "too long", "too_long", "button", "inline keyboard", "reply_markup", "reply markup", "wrong http url", "url host is empty", "url is invalid");

    // The chat or the user is gone or closed to the bot, the message cannot be edited any more, or the query has expired.
    private static readonly SearchValues<string> s_expected = Phrases(
        "chat not found",
        "peer_id_invalid",
        "channel_private",
        "group chat was deactivated",
        "user is deactivated",
        "user_deactivated",
        "user_is_blocked",
        "you_blocked_user",
        "bot was blocked",
        "bot was kicked",
        "bot is not a member",
        "user_banned_in_channel",
        "not enough rights",
        "have no rights",
        "need administrator rights",
        "chat_admin_required",
        "chat_write_forbidden",
        "chat_restricted",
        "chat_send_",
        "chat_guest_send_forbidden",
        "topic_closed",
        "message is not modified",
        "message_not_modified",
        "message to edit not found",
        "message_id_invalid",
        "message can't be edited",
        "query is too old",
        "query_id_invalid");

    /// <summary>Why Telegram rejected a request.</summary>
    /// <param name="rejection">The rejection.</param>
    public static RejectionKind KindOf(ApiRequestException rejection)
    {
        var description = rejection.Message.AsSpan();
        return rejection.ErrorCode == 403 || description.ContainsAny(s_expected) ? RejectionKind.Expected
            : rejection.ErrorCode != 400 ? RejectionKind.Unexpected
            : description.ContainsAny(s_topicGone) ? RejectionKind.TopicGone
            : description.ContainsAny(s_invalidContent) ? RejectionKind.InvalidContent
            : RejectionKind.Unexpected;
    }

    private static SearchValues<string> Phrases(params ReadOnlySpan<string> phrases) => SearchValues.Create(phrases, StringComparison.OrdinalIgnoreCase);
}
