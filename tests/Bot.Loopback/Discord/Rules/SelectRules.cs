namespace Bot.Loopback.Discord.Rules;

/// <summary>Which menus a message or a modal may have (Component Reference, String Select to Channel Select; OpenAPI description for the least lengths).</summary>
internal static class SelectRules
{
    private const int Most = 25;
    private const int MaxPlaceholderLength = 150;
    private const int MaxTextLength = 100;

    /// <summary>Checks a menu.</summary>
    public static void Check(Field select, long type, ComponentIds ids)
    {
        ids.RequireCustomId(select["custom_id"]);
        select["placeholder"].Text(MaxPlaceholderLength);
        select["disabled"].Boolean();
        select["required"].Boolean();
        var min = select["min_values"].Integer(0, Most) ?? 1;
        var max = select["max_values"].Integer(1, Most) ?? 1;
        if (type == ComponentType.StringSelect)
        {
            select["options"].Require();
            CheckOptions(select["options"], max);
            return;
        }

        CheckDefaults(select["default_values"], type, min, max);
        if (type == ComponentType.ChannelSelect)
        {
            CommandOptions.CheckChannelTypes(select["channel_types"]);
        }
        else if (select["channel_types"].IsGiven)
        {
            select["channel_types"].RefuseHere();
        }
    }

    private static void CheckOptions(Field options, long max)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        var defaults = 0;
        foreach (var option in options.Items(1, Most))
        {
            if (!option.IsObject())
            {
                continue;
            }

            if (option["label"].Require())
            {
                option["label"].Text(MaxTextLength, 1);
            }

            if (option["value"].Require() && option["value"].Text(MaxTextLength, 1) is { } value && !values.Add(value))
            {
                option.Refuse(Codes.OptionValueTaken, "The specified option value is already used");
            }

            option["description"].Text(MaxTextLength);
            ButtonRules.CheckEmoji(option["emoji"]);
            if (option["default"].Boolean() == true)
            {
                defaults++;
            }
        }

        if (defaults > max)
        {
            options.Refuse(Codes.Defaults, $"At most {max} options can be selected by default");
        }
    }

    // "Number of default values must be in the range defined by min_values and max_values."
    private static void CheckDefaults(Field defaults, long type, long min, long max)
    {
        var items = defaults.Items(0, Most);
        if (items.Length > 0 && (items.Length < min || items.Length > max))
        {
            defaults.Refuse(Codes.Defaults, $"The number of default values must be between {min} and {max}");
        }

        foreach (var value in items)
        {
            if (!value.IsObject())
            {
                continue;
            }

            if (value["id"].Require())
            {
                value["id"].Snowflake();
            }

            if (value["type"].Require() && value["type"].Text(MaxTextLength) is { } kind && !Holds(type, kind))
            {
                value["type"].Refuse(Codes.Choices, "Value must be one of those that the menu is for.");
            }
        }
    }

    private static bool Holds(long type, string kind) => type switch
    {
        ComponentType.UserSelect => kind is "user",
        ComponentType.RoleSelect => kind is "role",
        ComponentType.ChannelSelect => kind is "channel",
        _ => kind is "user" or "role",
    };
}
