using Bot.Loopback.Telegram;

namespace Bot.EndToEnd.Tests.Fuzzing;

/// <summary>An update as Telegram sends it (Bot API, Update), with everything in it that its kind usually has.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Json">The update without its id. <see cref="Number"/> stands for the id of the message or query.</param>
/// <param name="Needed">The paths that must be intact for an answer; none when there is no answer.</param>
internal sealed record RecordedUpdate(string Kind, string Json, params string[] Needed)
{
    /// <summary>What stands for the id of the message or query.</summary>
    public const string Number = "987654321";

    private const string Ann = """{"id":11,"is_bot":false,"first_name":"Ann","last_name":"Lee","username":"ann","language_code":"en","is_premium":true}""";
    private const string Bob = """{"id":12,"is_bot":false,"first_name":"Bob","language_code":"uk"}""";
    private const string Me = """{"id":4242,"is_bot":true,"first_name":"Talks","username":"loopback_bot"}""";
    private const string Private = """{"id":11,"first_name":"Ann","last_name":"Lee","username":"ann","type":"private"}""";
    private const string Group = """{"id":-1001000000200,"title":"Group","type":"supergroup","is_forum":true}""";

    /// <summary>The chats that the updates come from.</summary>
    public const long GroupId = -1001000000200;

    private static readonly string[] s_message = ["message.message_id", "message.chat.id", "message.chat.type", "message.from.id", "message.from.is_bot", "message.date"];

    /// <summary>An update of every kind that a bot meets.</summary>
    public static IReadOnlyList<RecordedUpdate> All { get; } =
    [
        new("private message", Fill("""{"message":{"message_id":%Number%,"from":%Ann%,"chat":%Private%,"date":1739880000,"text":"How long did the Riyadh talks last?","entities":[{"offset":17,"length":6,"type":"bold"}],"link_preview_options":{"is_disabled":true}}}"""), [.. s_message, "message.text"]),
        new("command", Fill("""{"message":{"message_id":%Number%,"from":%Ann%,"chat":%Private%,"date":1739880000,"text":"/who Lavrov","entities":[{"offset":0,"length":4,"type":"bot_command"}]}}"""), [.. s_message, "message.text"]),
        new("mention in a group", Fill("""{"message":{"message_id":%Number%,"message_thread_id":5,"is_topic_message":true,"from":%Ann%,"chat":%Group%,"date":1739880000,"text":"@loopback_bot who is Lavrov?","entities":[{"offset":0,"length":13,"type":"mention"}]}}"""), [.. s_message, "message.text"]),
        new("reply", Fill("""{"message":{"message_id":8,"from":%Ann%,"chat":%Group%,"date":1739880000,"text":"/ask@loopback_bot","entities":[{"offset":0,"length":17,"type":"bot_command"}],"reply_to_message":{"message_id":%Number%,"from":%Bob%,"chat":%Group%,"date":1739879000,"text":"The talks lasted 12 hours.","entities":[{"offset":17,"length":8,"type":"italic"}]},"quote":{"text":"12 hours","position":17,"is_manual":true}}}"""), [.. s_message, "message.text", "message.reply_to_message.message_id", "message.reply_to_message.text", "message.quote.text"]),
        new("forward", Fill("""{"message":{"message_id":%Number%,"from":%Ann%,"chat":%Private%,"date":1739880000,"forward_origin":{"type":"user","date":1739879000,"sender_user":%Bob%},"text":"Rubio met Lavrov in Riyadh."}}"""), [.. s_message, "message.text"]),
        new("forward of a channel's post", Fill("""{"message":{"message_id":%Number%,"from":%Ann%,"chat":%Private%,"date":1739880000,"forward_origin":{"type":"channel","date":1739879000,"chat":{"id":-1001000000300,"title":"News","type":"channel"},"message_id":99,"author_signature":"Ed"},"text":"Rubio met Lavrov in Riyadh."}}"""), [.. s_message, "message.text"]),
        new("reply to another chat", Fill("""{"message":{"message_id":%Number%,"from":%Ann%,"chat":%Private%,"date":1739880000,"text":"Is that so?","external_reply":{"origin":{"type":"hidden_user","date":1739879000,"sender_user_name":"X"},"chat":%Group%,"message_id":4},"quote":{"text":"The talks lasted 12 hours.","position":0}}}"""), [.. s_message, "message.text"]),
        new("photo with a caption", Fill("""{"message":{"message_id":%Number%,"from":%Ann%,"chat":%Private%,"date":1739880000,"photo":[{"file_id":"AgAC","file_unique_id":"AQAD","file_size":1234,"width":90,"height":51},{"file_id":"AgAD","file_unique_id":"AQAE","width":320,"height":180}],"caption":"Was Lavrov in Riyadh?","caption_entities":[{"offset":4,"length":6,"type":"text_link","url":"https://example.org/"}],"show_caption_above_media":true}}"""), [.. s_message, "message.caption"]),
        new("photo of an album", Fill("""{"message":{"message_id":%Number%,"from":%Ann%,"chat":%Private%,"date":1739880000,"media_group_id":"%Number%","photo":[{"file_id":"AgAC","file_unique_id":"AQAD","width":90,"height":51}],"caption":"Was Lavrov in Riyadh?"}}"""), [.. s_message, "message.caption", "message.media_group_id"]),
        new("forward of a poll", Fill("""{"message":{"message_id":%Number%,"from":%Ann%,"chat":%Private%,"date":1739880000,"forward_origin":{"type":"user","date":1739879000,"sender_user":%Bob%},"poll":{"id":"5","question":"Was Lavrov in Riyadh?","options":[{"text":"Yes","voter_count":0}],"total_voter_count":0,"is_closed":false,"is_anonymous":true,"type":"regular","allows_multiple_answers":false}}}"""), [.. s_message, "message.poll.question"]),
        new("reply to an answer", Fill("""{"message":{"message_id":%Number%,"from":%Ann%,"chat":%Private%,"date":1739880000,"text":"source?","reply_to_message":{"message_id":7,"from":%Me%,"chat":%Private%,"date":1739879000,"text":"Sergey Lavrov","reply_markup":{"inline_keyboard":[[{"text":"Details","callback_data":"t00000000e1+ who lavrov"}]]}}}}"""), [.. s_message, "message.text"]),
        new("sticker", Fill("""{"message":{"message_id":%Number%,"from":%Ann%,"chat":%Private%,"date":1739880000,"sticker":{"file_id":"CAAC","file_unique_id":"AgAD","type":"regular","width":512,"height":512,"is_animated":false,"is_video":false,"emoji":"\ud83d\ude00","set_name":"Set"}}}"""), [.. s_message, "message.sticker"]),
        new("poll in a chat", Fill("""{"message":{"message_id":%Number%,"from":%Ann%,"chat":%Group%,"date":1739880000,"poll":{"id":"5","question":"Where?","options":[{"text":"Riyadh","voter_count":0}],"total_voter_count":0,"is_closed":false,"is_anonymous":true,"type":"regular","allows_multiple_answers":false}}}""")),
        new("member who joined", Fill("""{"message":{"message_id":%Number%,"from":%Ann%,"chat":%Group%,"date":1739880000,"new_chat_members":[%Bob%]}}""")),
        new("background", Fill("""{"message":{"message_id":%Number%,"from":%Ann%,"chat":%Private%,"date":1739880000,"chat_background_set":{"type":{"type":"fill","fill":{"type":"solid","color":255},"dark_theme_dimming":10}}}}""")),
        new("edited message", Fill("""{"edited_message":{"message_id":%Number%,"from":%Ann%,"chat":%Private%,"date":1739880000,"edit_date":1739880010,"text":"How long?"}}""")),
        new("channel post", Fill("""{"channel_post":{"message_id":%Number%,"sender_chat":{"id":-1001000000300,"title":"News","type":"channel"},"chat":{"id":-1001000000300,"title":"News","type":"channel"},"date":1739880000,"text":"News."}}""")),
        new("inline query", Fill("""{"inline_query":{"id":"%Number%","from":%Ann%,"chat_type":"sender","query":"lavrov","offset":""}}"""), "inline_query.id", "inline_query.from.id", "inline_query.query"),
        new("button", Fill("""{"callback_query":{"id":"%Number%","from":%Ann%,"message":{"message_id":3,"from":%Me%,"chat":%Private%,"date":1739880000,"text":"Sergey Lavrov","reply_markup":{"inline_keyboard":[[{"text":"Next","callback_data":"p00000000e1 who lavrov"}]]}},"chat_instance":"-77","data":"f00000000e1 who lavrov"}}"""), "callback_query.id", "callback_query.from.id"),
        new("button below an inline message", Fill("""{"callback_query":{"id":"%Number%","from":%Ann%,"inline_message_id":"BAAC","chat_instance":"-77","data":"t00000000e1 about"}}"""), "callback_query.id", "callback_query.from.id"),
        new("guest message", Fill("""{"guest_message":{"message_id":9,"guest_query_id":"%Number%","from":%Ann%,"chat":{"id":-1001000000400,"title":"Elsewhere","type":"supergroup"},"date":1739880000,"text":"@loopback_bot who is Rubio?"}}"""), "guest_message.guest_query_id", "guest_message.chat.id", "guest_message.text", "guest_message.from.id"),
        new("member's rights", Fill("""{"my_chat_member":{"chat":%Private%,"from":%Ann%,"date":1739880000,"old_chat_member":{"user":%Me%,"status":"member"},"new_chat_member":{"user":%Me%,"status":"kicked","until_date":0}}}""")),
        new("poll", Fill("""{"poll":{"id":"5","question":"Where?","options":[{"text":"Riyadh","voter_count":1}],"total_voter_count":1,"is_closed":true,"is_anonymous":true,"type":"regular","allows_multiple_answers":false}}""")),
        new("poll answer", Fill("""{"poll_answer":{"poll_id":"5","user":%Ann%,"option_ids":[0]}}""")),
    ];

    /// <summary>The id of the message or query that a call answers; empty for other calls.</summary>
    public static string Answered(Call call) => call.Method switch
    {
        "sendMessage" => call.Parameters["reply_parameters"]?["message_id"]?.ToString() ?? "",
        "answerCallbackQuery" => call["callback_query_id"],
        "answerInlineQuery" => call["inline_query_id"],
        "answerGuestQuery" => call["guest_query_id"],
        _ => "",
    };

    private static string Fill(string json) => json
        .Replace("%Number%", Number, StringComparison.Ordinal)
        .Replace("%Ann%", Ann, StringComparison.Ordinal)
        .Replace("%Bob%", Bob, StringComparison.Ordinal)
        .Replace("%Me%", Me, StringComparison.Ordinal)
        .Replace("%Private%", Private, StringComparison.Ordinal)
        .Replace("%Group%", Group, StringComparison.Ordinal);
}
