using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Loopback.Discord.Rules;

/// <summary>Which options a command may have (Application Commands, Application Command Option Structure).</summary>
internal static partial class CommandOptions
{
    /// <summary>The maximum number of options of a command, a group or a subcommand.</summary>
    public const int Most = 25;

    private const int Subcommand = 1;
    private const int Group = 2;
    private const int Text = 3;
    private const int Integer = 4;
    private const int Channel = 7;
    private const int Number = 10;
    private const int Attachment = 11;
    private const int MaxTextLength = 6000;
    private const int MaxFileTypes = 10;

    private static readonly long[] s_ofCommand = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    private static readonly long[] s_ofGroup = [Subcommand];
    private static readonly long[] s_ofSubcommand = [3, 4, 5, 6, 7, 8, 9, 10, 11];

    // Channel, Channel Types. The OpenAPI description lacks GUILD_MEDIA, which the text has.
    private static readonly long[] s_channelTypes = [0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16];

    /// <summary>Checks the options of a command.</summary>
    public static void Check(Field options) => Check(options, s_ofCommand);

    /// <summary>Checks a list of types of channels.</summary>
    public static void CheckChannelTypes(Field types)
    {
        foreach (var type in types.Items(0, s_channelTypes.Length))
        {
            if (type.Require())
            {
                type.Choice(s_channelTypes);
            }
        }
    }

    /// <summary>Checks the description of a command or of an option.</summary>
    public static void CheckDescription(Field described)
    {
        static void CheckText(Field text)
        {
            if (text.Require())
            {
                text.Text(100, 1);
            }
        }

        CheckText(described["description"]);
        Locales.Check(described["description_localizations"], CheckText);
    }

    private static void Check(Field options, long[] types)
    {
        var items = options.Items(0, Most);
        foreach (var option in items)
        {
            CheckOption(option, types);
        }

        CheckNames(items);

        // Common knowledge: the documentation tells only that a command cannot be used itself once it has subcommands.
        var subcommands = items.Count(o => o["type"].PeekInteger() is Subcommand or Group);
        if (subcommands > 0 && subcommands < items.Length)
        {
            options.Refuse(Codes.OptionsMixed, "Sub-command and sub-command group option types are mutually exclusive to all other types");
        }

        var optional = false;
        foreach (var option in items.Where(o => o["type"].PeekInteger() is not (Subcommand or Group)))
        {
            var required = option["required"].PeekTrue();
            if (required && optional)
            {
                option.Refuse(Codes.OptionsOrder, "Required options must be placed before non-required options");
            }

            optional |= !required;
        }
    }

    private static void CheckOption(Field option, long[] types)
    {
        if (option.Union(types) is not { } type)
        {
            return;
        }

        CommandNames.Check(option["name"]);
        Locales.Check(option["name_localizations"], CommandNames.Check);
        CheckDescription(option);

        if (option["required"].Boolean() == true && (type is Subcommand or Group))
        {
            option["required"].RefuseHere();
        }

        if (type is Subcommand or Group)
        {
            Check(option["options"], type == Group ? s_ofGroup : s_ofSubcommand);
        }
        else
        {
            Refuse(option["options"]);
        }

        CheckChoices(option, type);
        CheckRange(option, type);

        if (type == Channel)
        {
            CheckChannelTypes(option["channel_types"]);
        }
        else
        {
            Refuse(option["channel_types"]);
        }

        if (type == Attachment)
        {
            CheckFileTypes(option["file_types"]);
        }
        else
        {
            Refuse(option["file_types"]);
        }
    }

    private static void CheckChoices(Field option, long type)
    {
        var choices = option["choices"];
        var autocomplete = option["autocomplete"].Boolean() == true;
        if (type is not (Text or Integer or Number))
        {
            Refuse(choices);
            if (autocomplete)
            {
                option["autocomplete"].RefuseHere();
            }

            return;
        }

        var items = choices.Items(0, ChoiceRules.Most);
        foreach (var choice in items)
        {
            if (!choice.IsObject())
            {
                continue;
            }

            ChoiceRules.CheckName(choice);
            if (type == Text)
            {
                ChoiceRules.CheckText(choice["value"]);
            }
            else if (type == Integer)
            {
                ChoiceRules.CheckInteger(choice["value"]);
            }
            else
            {
                ChoiceRules.CheckNumber(choice["value"]);
            }
        }

        if (autocomplete && items.Length > 0)
        {
            option["autocomplete"].Refuse(Codes.AutocompleteWithChoices, "autocomplete may not be set to true if choices are present");
        }
    }

    private static void CheckRange(Field option, long type)
    {
        foreach (var name in (ReadOnlySpan<string>)["min_value", "max_value"])
        {
            if (type == Integer)
            {
                option[name].Integer(-ChoiceRules.LargestInteger, ChoiceRules.LargestInteger);
            }
            else if (type == Number)
            {
                option[name].Number(-ChoiceRules.LargestNumber, ChoiceRules.LargestNumber);
            }
            else
            {
                Refuse(option[name]);
            }
        }

        if (type == Text)
        {
            option["min_length"].Integer(0, MaxTextLength);
            option["max_length"].Integer(1, MaxTextLength);
        }
        else
        {
            Refuse(option["min_length"]);
            Refuse(option["max_length"]);
        }
    }

    private static void CheckFileTypes(Field types)
    {
        foreach (var type in types.Items(0, MaxFileTypes))
        {
            if (type.Require() && type.Text(MaxTextLength) is { } text && !FileType.IsMatch(text))
            {
                type.Refuse(Codes.Choices, "Value must be one of ('image', 'video', 'audio') or an extension.");
            }
        }
    }

    // "Localized option names … must be distinct from all other default option names of that command, as well as all other option names
    // within that locale" (Application Commands, Localization). As two subcommands may well have an option of one name, this holds within
    // one list, as the note on `name` says.
    private static void CheckNames(Field[] options)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in options)
        {
            if (option["name"].PeekText() is { } name && !names.Add(name))
            {
                option.Refuse(Codes.OptionNameTaken, $"Option name {name} is already used in these options");
            }
        }

        var localized = new HashSet<(string Locale, string Name)>();
        foreach (var option in options)
        {
            var translations = option["name_localizations"];
            if (translations.Value is not JsonObject)
            {
                continue;
            }

            foreach (var translation in translations.Members())
            {
                if (translation.PeekText() is not { } name)
                {
                    continue;
                }

                if (!localized.Add((translation.Name, name)) || (names.Contains(name) && name != option["name"].PeekText()))
                {
                    translation.Refuse(Codes.OptionNameTaken, $"Option name {name} is already used in these options");
                }
            }
        }
    }

    private static void Refuse(Field field)
    {
        if (field.Value is not null and not JsonArray { Count: 0 })
        {
            field.RefuseHere();
        }
    }

    [GeneratedRegex(@"^(image|video|audio|\.[^\s.]+(\.[^\s.]+)*)$")]
    private static partial Regex FileType { get; }
}
