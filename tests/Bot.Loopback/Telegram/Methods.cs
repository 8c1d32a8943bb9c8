using System.Collections.Frozen;

namespace Bot.Loopback.Telegram;

/// <summary>Carries out a method by its name.</summary>
internal sealed class Methods(Messages messages, Queries queries, Profile profile, Polling polling, WebhookReceiver webhook)
{
    // The parameters that the specification of Bot API 10.1 lists, and what 10.3 added.
    private static readonly FrozenDictionary<string, FrozenSet<string>> s_parameters = new Dictionary<string, string>
    {
        ["getupdates"] = "offset limit timeout allowed_updates",
        ["setwebhook"] = "url certificate ip_address max_connections allowed_updates drop_pending_updates secret_token",
        ["deletewebhook"] = "drop_pending_updates",
        ["getwebhookinfo"] = "",
        ["getme"] = "",
        ["sendmessage"] = "business_connection_id chat_id message_thread_id direct_messages_topic_id text parse_mode entities link_preview_options disable_notification protect_content allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters reply_markup ephemeral_message_parameters",
        ["editmessagetext"] = "business_connection_id chat_id message_id inline_message_id text parse_mode entities link_preview_options rich_message reply_markup",
        ["editmessagereplymarkup"] = "business_connection_id chat_id message_id inline_message_id reply_markup",
        ["deletemessage"] = "chat_id message_id",
        ["answercallbackquery"] = "callback_query_id text show_alert url cache_time",
        ["answerinlinequery"] = "inline_query_id results cache_time is_personal next_offset button",
        ["answerguestquery"] = "guest_query_id result",
        ["setmycommands"] = "commands scope language_code",
        ["getmycommands"] = "scope language_code",
        ["deletemycommands"] = "scope language_code",
        ["setmydescription"] = "description language_code",
        ["getmydescription"] = "language_code",
        ["setmyshortdescription"] = "short_description language_code",
        ["getmyshortdescription"] = "language_code",
        ["setmyname"] = "name language_code",
        ["getmyname"] = "language_code",
        ["sendchataction"] = "business_connection_id chat_id message_thread_id action",
        ["setmessagereaction"] = "chat_id message_id reaction is_big",
        ["getchat"] = "chat_id",
    }.ToFrozenDictionary(m => m.Key, m => m.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet());

    /// <summary>What a test should know of a call that the real server would silently ignore.</summary>
    public static IEnumerable<string> Problems(string method, Parameters parameters)
    {
        if (!s_parameters.TryGetValue(method.ToLowerInvariant(), out var known))
        {
            return [$"{method}: the stand-in does not know this method"];
        }

        return parameters.Names.Where(p => !known.Contains(p)).Select(p => $"{method}: unknown parameter {p}");
    }

    /// <summary>Answers a call.</summary>
    public async ValueTask<Answer> AnswerAsync(string method, Parameters parameters, CancellationToken aborted)
    {
        try
        {
            var name = method.ToLowerInvariant();
            if (name == "getupdates")
            {
                return webhook.IsSet
                    ? Answer.Error(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
                    : await polling.AnswerAsync(parameters, aborted);
            }

            var result = name switch
            {
                "setwebhook" => await webhook.SetAsync(parameters),
                "deletewebhook" => await webhook.DeleteAsync(parameters),
                _ => Execute(name, parameters),
            };
            return result is null ? Answer.Error(404, "Not Found: method not found") : Answer.Ok(result);
        }
        catch (Refusal ex)
        {
            return Answer.Error(ex.Code, ex.Message, migrateToChat: ex.MigrateToChat);
        }
    }

    private byte[]? Execute(string method, Parameters parameters) => method switch
    {
        "sendmessage" => messages.Send(parameters),
        "editmessagetext" => messages.EditText(parameters),
        "editmessagereplymarkup" => messages.EditMarkup(parameters),
        "deletemessage" => messages.Delete(parameters),
        "sendchataction" => messages.Show(parameters),
        "setmessagereaction" => messages.React(parameters),
        "getchat" => messages.Describe(parameters),
        "answercallbackquery" => queries.AnswerCallback(parameters),
        "answerinlinequery" => queries.AnswerInline(parameters),
        "answerguestquery" => queries.AnswerGuest(parameters),
        "getme" => profile.Me(),
        "setmycommands" => profile.SetCommands(parameters),
        "getmycommands" => profile.GetCommands(parameters),
        "deletemycommands" => profile.DeleteCommands(parameters),
        "setmydescription" => profile.SetText(parameters, "description", 512),
        "getmydescription" => profile.GetText(parameters, "description"),
        "setmyshortdescription" => profile.SetText(parameters, "short_description", 120),
        "getmyshortdescription" => profile.GetText(parameters, "short_description"),
        "setmyname" => profile.SetText(parameters, "name", 64),
        "getmyname" => profile.GetText(parameters, "name"),
        "getwebhookinfo" => webhook.Info(),
        _ => null,
    };
}
