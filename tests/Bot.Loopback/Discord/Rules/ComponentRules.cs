namespace Bot.Loopback.Discord.Rules;

/// <summary>Which components a message may have (Component Reference; OpenAPI description, …ComponentForMessageRequest, for the least lengths).</summary>
internal sealed class ComponentRules
{
    private const int MaxRows = 5;
    private const int MaxInRow = 5;
    private const int MaxComponents = 40;
    private const int MaxTextsOfSection = 3;
    private const int MaxMedia = 10;
    private const int MaxTextLength = 4000;
    private const int MaxDescriptionLength = 1024;
    private const int MaxUrlLength = 2048;

    private static readonly long[] s_legacy = [ComponentType.ActionRow];
    private static readonly long[] s_inContainer =
    [
        ComponentType.ActionRow, ComponentType.Section, ComponentType.TextDisplay, ComponentType.MediaGallery, ComponentType.File, ComponentType.Separator,
    ];

    private static readonly long[] s_top = [.. s_inContainer, ComponentType.Container];
    private static readonly long[] s_inRow =
    [
        ComponentType.Button, ComponentType.StringSelect, ComponentType.UserSelect, ComponentType.RoleSelect, ComponentType.MentionableSelect, ComponentType.ChannelSelect,
    ];

    private readonly ComponentIds _ids = new();
    private int _characters;

    private ComponentRules()
    {
    }

    /// <summary>Checks the components of a message.</summary>
    /// <param name="components">The components, which may be absent.</param>
    /// <param name="isV2">Whether the message has the flag IS_COMPONENTS_V2; without it only rows are known (Legacy Message Component Behavior).</param>
    public static void Check(Field components, bool isV2)
    {
        if (!components.IsGiven)
        {
            return;
        }

        var rules = new ComponentRules();
        rules.CheckAll(components.Items(0, isV2 ? MaxComponents : MaxRows), isV2 ? s_top : s_legacy);
        if (rules._ids.Count > MaxComponents && isV2)
        {
            components.Refuse(Codes.TooManyComponents, $"Messages allow up to {MaxComponents} total components");
        }
        // Common knowledge: the limit of one text is that of all together.
        if (rules._characters > MaxTextLength)
        {
            components.Refuse(Codes.ComponentTextTooLong, $"Total displayable text size exceeds maximum size of {MaxTextLength}");
        }
    }

    private void CheckAll(Field[] components, long[] types)
    {
        foreach (var component in components)
        {
            if (component.Union(types) is { } type)
            {
                Check(component, type);
            }
        }
    }

    private void Check(Field component, long type)
    {
        _ids.Add(component);
        switch (type)
        {
            case ComponentType.ActionRow:
                CheckRow(component);
                break;
            case ComponentType.Button:
                ButtonRules.Check(component, _ids);
                break;
            case ComponentType.Section:
                CheckSection(component);
                break;
            case ComponentType.TextDisplay:
                CheckText(component["content"]);
                break;
            case ComponentType.Thumbnail:
                CheckMedia(component);
                break;
            case ComponentType.MediaGallery:
                component["items"].Require();
                foreach (var item in component["items"].Items(1, MaxMedia))
                {
                    if (item.IsObject())
                    {
                        CheckMedia(item);
                    }
                }

                break;
            case ComponentType.File:
                component["spoiler"].Boolean();
                if (component["file"].IsObject() && component["file"]["url"].Require())
                {
                    Urls.Check(component["file"]["url"], MaxUrlLength, "attachment");
                }

                break;
            case ComponentType.Separator:
                component["divider"].Boolean();
                component["spacing"].Choice(1, 2);
                break;
            case ComponentType.Container:
                CheckContainer(component);
                break;
            default:
                SelectRules.Check(component, type, _ids);
                break;
        }
    }

    private void CheckRow(Field row)
    {
        row["components"].Require();
        var items = row["components"].Items(1, MaxInRow);
        CheckAll(items, s_inRow);
        // "Up to 5 buttons, or a single select component."
        if (items.Length < 2 || items.All(i => i["type"].PeekInteger() == ComponentType.Button))
        {
            return;
        }

        foreach (var item in items.Skip(1))
        {
            item.Refuse(Codes.RowTooWide, "The specified component exceeds the maximum width");
        }
    }

    private void CheckSection(Field section)
    {
        section["components"].Require();
        CheckAll(section["components"].Items(1, MaxTextsOfSection), [ComponentType.TextDisplay]);
        CheckAll([section["accessory"]], [ComponentType.Button, ComponentType.Thumbnail]);
    }

    private void CheckContainer(Field container)
    {
        container["accent_color"].Integer(0, EmbedRules.LargestColour);
        container["spoiler"].Boolean();
        container["components"].Require();
        CheckAll(container["components"].Items(1, MaxComponents), s_inContainer);
    }

    private void CheckText(Field content)
    {
        if (content.Require() && content.Text(MaxTextLength, 1) is { } text)
        {
            _characters += Characters.Count(text);
        }
    }

    private static void CheckMedia(Field item)
    {
        item["spoiler"].Boolean();
        item["description"].Text(MaxDescriptionLength, 1);
        if (item["media"].IsObject() && item["media"]["url"].Require())
        {
            Urls.CheckMedia(item["media"]["url"]);
        }
    }
}
