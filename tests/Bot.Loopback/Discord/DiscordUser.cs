using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord;

/// <summary>Somebody with an account ("User Resource", User Object).</summary>
public sealed record DiscordUser
{
    /// <summary>Makes one.</summary>
    /// <param name="id">The identifier.</param>
    /// <param name="name">The display name.</param>
    /// <param name="locale">The language of their client.</param>
    /// <param name="hasApp">Whether they installed the app to their account.</param>
    /// <param name="isBot">Whether it is an app's account.</param>
    public DiscordUser(ulong id, string name, string locale = "en-US", bool hasApp = false, bool isBot = false)
    {
        Id = id;
        Name = name;
        Locale = locale;
        HasApp = hasApp;
        IsBot = isBot;
    }

    /// <summary>The identifier.</summary>
    public ulong Id { get; init; }

    /// <summary>The display name.</summary>
    public string Name { get; init; }

    /// <summary>The language of their client.</summary>
    public string Locale { get; init; }

    /// <summary>Whether they installed the app to their account.</summary>
    public bool HasApp { get; init; }

    /// <summary>Whether it is an app's account.</summary>
    public bool IsBot { get; init; }

    internal JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = Id.Text(),
            ["username"] = Name.ToLowerInvariant().Replace(' ', '_'),
            ["avatar"] = null,
            ["discriminator"] = IsBot ? "4242" : "0",
            ["public_flags"] = 0,
            ["flags"] = 0,
            ["global_name"] = Name,
            ["primary_guild"] = null,
            ["avatar_decoration_data"] = null,
            ["collectibles"] = null,
        };
        if (IsBot)
        {
            json["bot"] = true;
        }

        return json;
    }

    internal JsonObject ToMemberJson() => new()
    {
        ["user"] = ToJson(),
        ["roles"] = new JsonArray(),
        ["premium_since"] = null,
        ["permissions"] = "2248473465835073",
        ["pending"] = false,
        ["nick"] = null,
        ["mute"] = false,
        ["joined_at"] = "2024-03-13T19:19:14.040000+00:00",
        ["flags"] = 0,
        ["deaf"] = false,
        ["communication_disabled_until"] = null,
        ["banner"] = null,
        ["avatar"] = null,
    };
}
