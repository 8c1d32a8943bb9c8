namespace Bot.Loopback.Discord.Rules;

/// <summary>Which modals may answer an interaction (Receiving and Responding, Modal; Component Reference, Label and Text Input).</summary>
/// <remarks>Uploads, radio buttons and checkboxes are not read beyond their <c>custom_id</c>, as the bot sends none.</remarks>
internal static class ModalRules
{
    // The OpenAPI description says 40: the stricter one holds.
    private const int MaxComponents = 5;
    private const int MaxTitleLength = 45;
    private const int MaxLabelLength = 45;
    private const int MaxDescriptionLength = 100;
    private const int MaxPlaceholderLength = 100;
    private const int MaxTextLength = 4000;

    private static readonly long[] s_top = [ComponentType.ActionRow, ComponentType.TextDisplay, ComponentType.Label];
    private static readonly long[] s_inRow = [ComponentType.TextInput];
    private static readonly long[] s_inLabel =
    [
        ComponentType.StringSelect, ComponentType.TextInput, ComponentType.UserSelect, ComponentType.RoleSelect, ComponentType.MentionableSelect, ComponentType.ChannelSelect,
        ComponentType.FileUpload, ComponentType.RadioGroup, ComponentType.CheckboxGroup, ComponentType.Checkbox,
    ];

    /// <summary>Checks a modal.</summary>
    public static void Check(Field modal)
    {
        if (!modal.IsObject())
        {
            return;
        }

        if (modal["custom_id"].Require())
        {
            modal["custom_id"].Text(100, 1);
        }

        if (modal["title"].Require())
        {
            modal["title"].Text(MaxTitleLength, 1);
        }

        modal["components"].Require();
        var ids = new ComponentIds();
        foreach (var component in modal["components"].Items(1, MaxComponents))
        {
            if (component.Union(s_top) is { } type)
            {
                CheckTop(component, type, ids);
            }
        }
    }

    private static void CheckTop(Field component, long type, ComponentIds ids)
    {
        ids.Add(component);
        if (type == ComponentType.TextDisplay)
        {
            if (component["content"].Require())
            {
                component["content"].Text(MaxTextLength, 1);
            }
        }
        else if (type == ComponentType.ActionRow)
        {
            component["components"].Require();
            foreach (var input in component["components"].Items(1, MaxComponents))
            {
                CheckInput(input, s_inRow, ids);
            }
        }
        else
        {
            if (component["label"].Require())
            {
                component["label"].Text(MaxLabelLength, 1);
            }

            component["description"].Text(MaxDescriptionLength, 1);
            CheckInput(component["component"], s_inLabel, ids);
        }
    }

    private static void CheckInput(Field input, long[] types, ComponentIds ids)
    {
        if (input.Union(types) is not { } type)
        {
            return;
        }

        ids.Add(input);
        // "Using disabled in a modal will result in an error."
        if (input["disabled"].PeekTrue())
        {
            input["disabled"].RefuseHere();
        }

        if (type is ComponentType.TextInput)
        {
            CheckTextInput(input, ids);
        }
        else if (type <= ComponentType.ChannelSelect)
        {
            CheckSelect(input, type, ids);
        }
        else
        {
            ids.RequireCustomId(input["custom_id"]);
        }
    }

    private static void CheckTextInput(Field input, ComponentIds ids)
    {
        ids.RequireCustomId(input["custom_id"]);
        if (input["style"].Require())
        {
            input["style"].Choice(1, 2);
        }

        input["min_length"].Integer(0, MaxTextLength);
        input["max_length"].Integer(1, MaxTextLength);
        input["required"].Boolean();
        input["value"].Text(MaxTextLength);
        input["placeholder"].Text(MaxPlaceholderLength);
        input["label"].Text(MaxLabelLength, 1);
    }

    // "min_values must be either omitted or at least 1 if required is omitted or true."
    private static void CheckSelect(Field select, long type, ComponentIds ids)
    {
        SelectRules.Check(select, type, ids);
        if (select["min_values"].PeekInteger() == 0 && (!select["required"].IsGiven || select["required"].PeekTrue()))
        {
            select["min_values"].Integer(1, long.MaxValue);
        }
    }
}
