namespace Bot.Loopback.Discord.Rules;

/// <summary>The codes of errors in a form.</summary>
/// <remarks>
/// Discord documents only a few ("a complete list of errors is not feasible"). The others with a name of Discord's are common knowledge:
/// they occur in bug reports of libraries and in the documentation's own issues. Where not even that tells how Discord calls an error
/// that it documents, the code is this server's own, and begins with LOOPBACK.
/// </remarks>
internal static class Codes
{
    // Documented in API Reference, Error Messages.
    public const string Required = "BASE_TYPE_REQUIRED";
    public const string Choices = "BASE_TYPE_CHOICES";
    public const string CommandTooLarge = "APPLICATION_COMMAND_TOO_LARGE";

    // Common knowledge: values of any kind.
    public const string MaxLength = "BASE_TYPE_MAX_LENGTH";
    public const string BadLength = "BASE_TYPE_BAD_LENGTH";
    public const string NumberType = "NUMBER_TYPE_COERCE";
    public const string NumberMin = "NUMBER_TYPE_MIN";
    public const string NumberMax = "NUMBER_TYPE_MAX";
    public const string StringType = "STRING_TYPE_CONVERT";
    public const string BooleanType = "BOOLEAN_TYPE_CONVERT";
    public const string ListType = "LIST_TYPE_CONVERT";
    public const string DictionaryType = "DICT_TYPE_CONVERT";
    public const string ObjectType = "MODEL_TYPE_CONVERT";
    public const string ItemRequired = "LIST_ITEM_VALUE_REQUIRED";
    public const string UnionChoices = "UNION_TYPE_CHOICES";
    public const string EnumType = "ENUM_TYPE_COERCE";
    public const string UrlScheme = "URL_TYPE_INVALID_SCHEME";
    public const string UrlForm = "URL_TYPE_INVALID_URL";
    public const string Timestamp = "DATE_TIME_TYPE_PARSE";

    // Common knowledge: commands.
    public const string CommandName = "APPLICATION_COMMAND_INVALID_NAME";
    public const string CommandNameTaken = "APPLICATION_COMMANDS_DUPLICATE_NAME";
    public const string OptionNameTaken = "APPLICATION_COMMAND_OPTIONS_NAME_INVALID";
    public const string OptionsMixed = "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID";
    public const string OptionsOrder = "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID";

    // Common knowledge: messages.
    public const string EmbedsTooLarge = "MAX_EMBED_SIZE_EXCEEDED";
    public const string MentionsExclusive = "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE";
    public const string LegacyField = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2";
    public const string CustomIdTaken = "COMPONENT_CUSTOM_ID_DUPLICATED";
    public const string RowTooWide = "COMPONENT_LAYOUT_WIDTH_EXCEEDED";
    public const string ComponentTextTooLong = "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED";
    public const string ButtonCustomId = "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED";
    public const string ButtonCustomIdAndUrl = "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE";
    public const string ButtonUrl = "BUTTON_COMPONENT_URL_REQUIRED";
    public const string ButtonFace = "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED";
    public const string Emoji = "BUTTON_COMPONENT_INVALID_EMOJI";
    public const string OptionValueTaken = "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED";

    // This server's own.
    public const string NotAllowedHere = "LOOPBACK_NOT_ALLOWED_HERE";
    public const string Repeated = "LOOPBACK_REPEATED";
    public const string AutocompleteWithChoices = "LOOPBACK_AUTOCOMPLETE_WITH_CHOICES";
    public const string Flags = "LOOPBACK_FLAGS_NOT_ALLOWED";
    public const string TooManyComponents = "LOOPBACK_TOO_MANY_COMPONENTS";
    public const string Defaults = "LOOPBACK_NUMBER_OF_DEFAULTS";
}
