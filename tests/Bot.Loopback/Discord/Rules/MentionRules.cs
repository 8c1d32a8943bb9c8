using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord.Rules;

/// <summary>Whom a message may be allowed to mention (Message, Allowed Mentions Object).</summary>
internal static class MentionRules
{
    private const int MaxIds = 100;

    // OpenAPI description, MessageAllowedMentionsRequest.
    private const int MaxTypes = 1521;

    /// <summary>Checks an <c>allowed_mentions</c>, which may be absent.</summary>
    public static void Check(Field mentions)
    {
        if (!mentions.IsObjectIfGiven())
        {
            return;
        }

        var types = new HashSet<string>();
        foreach (var type in mentions["parse"].Items(0, MaxTypes))
        {
            CheckType(type, types);
        }

        mentions["replied_user"].Boolean();
        foreach (var name in (ReadOnlySpan<string>)["users", "roles"])
        {
            CheckIds(mentions[name]);
            // "Passing a falsy value such as null or an empty array into the users field does not trigger a validation error."
            if (types.Contains(name) && mentions[name].Value is JsonArray { Count: > 0 })
            {
                mentions.Refuse(Codes.MentionsExclusive, $"parse:[\"{name}\"] and {name}: [ids...] are mutually exclusive.");
            }
        }
    }

    private static void CheckType(Field type, HashSet<string> types)
    {
        if (!type.Require() || type.Text(int.MaxValue) is not { } text)
        {
            return;
        }

        if (text is not ("users" or "roles" or "everyone"))
        {
            type.Refuse(Codes.Choices, "Value must be one of ('roles', 'users', 'everyone').");
        }
        else if (!types.Add(text))
        {
            type.Refuse(Codes.Repeated, "Values must be unique");
        }
    }

    private static void CheckIds(Field ids)
    {
        var seen = new HashSet<string>();
        foreach (var id in ids.Items(0, MaxIds))
        {
            if (id.Require() && id.Snowflake() is { } text && !seen.Add(text))
            {
                id.Refuse(Codes.Repeated, "Values must be unique");
            }
        }
    }
}
