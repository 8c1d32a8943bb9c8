namespace Bot.Loopback.Tests.Discord.Rules;

public sealed class CommandOptionTests
{
    private const string NotHere = " LOOPBACK_NOT_ALLOWED_HERE This field is not allowed here";

    [Theory]
    [InlineData("[<25*{\"type\":3,\"name\":\"a#\",\"description\":\"A\"}>]", "")]
    [InlineData("[<26*{\"type\":3,\"name\":\"a#\",\"description\":\"A\"}>]", "0.options BASE_TYPE_MAX_LENGTH Must be 25 or fewer in length.")]
    [InlineData("[{\"type\":3}]", "0.options.0.name BASE_TYPE_REQUIRED This field is required\n0.options.0.description BASE_TYPE_REQUIRED This field is required")]
    [InlineData("[{\"name\":\"a\",\"description\":\"A\"}]", "0.options.0.type BASE_TYPE_REQUIRED This field is required")]
    [InlineData("[{\"type\":12,\"name\":\"a\",\"description\":\"A\"}]", "0.options.0 UNION_TYPE_CHOICES Value of field \"type\" must be one of (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).")]
    [InlineData("[{\"type\":\"STRING\",\"name\":\"a\",\"description\":\"A\"}]", "0.options.0.type NUMBER_TYPE_COERCE Value \"STRING\" is not int.")]
    [InlineData("{}", "0.options LIST_TYPE_CONVERT Only iterables may be used in a ListType")]
    [InlineData("[1]", "0.options.0 MODEL_TYPE_CONVERT Only dictionaries may be used in a ModelType")]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    public void Options_are_a_list_of_known_types(string options, string refusal)
    {
        Assert.Equal(refusal, Refusals.Command($$"""{"options":{{options}}}"""));
    }

    [Theory]
    [InlineData("""{"description":"<100>"}""", "")]
    [InlineData("""{"description":"<101>"}""", "0.options.0.description BASE_TYPE_BAD_LENGTH Must be between 1 and 100 in length.")]
    [InlineData("""{"required":"true"}""", "0.options.0.required BOOLEAN_TYPE_CONVERT Must be either true or false.")]
    [InlineData("""{"autocomplete":1}""", "0.options.0.autocomplete BOOLEAN_TYPE_CONVERT Must be either true or false.")]
    [InlineData("""{"min_length":0,"max_length":6000}""", "")]
    [InlineData("""{"min_length":-1}""", "0.options.0.min_length NUMBER_TYPE_MIN int value should be greater than or equal to 0.")]
    [InlineData("""{"min_length":6001}""", "0.options.0.min_length NUMBER_TYPE_MAX int value should be less than or equal to 6000.")]
    [InlineData("""{"max_length":0}""", "0.options.0.max_length NUMBER_TYPE_MIN int value should be greater than or equal to 1.")]
    [InlineData("""{"max_length":6001}""", "0.options.0.max_length NUMBER_TYPE_MAX int value should be less than or equal to 6000.")]
    [InlineData("""{"max_length":1.5}""", "0.options.0.max_length NUMBER_TYPE_COERCE Value \"1.5\" is not int.")]
    [InlineData("""{"min_value":1}""", "0.options.0.min_value" + NotHere)]
    [InlineData("""{"options":[{"type":3,"name":"a","description":"A"}]}""", "0.options.0.options" + NotHere)]
    [InlineData("""{"channel_types":[0]}""", "0.options.0.channel_types" + NotHere)]
    [InlineData("""{"file_types":["image"]}""", "0.options.0.file_types" + NotHere)]
    public void An_option_of_a_text_has_lengths(string members, string refusal)
    {
        Assert.Equal(refusal, Refusals.Option(members));
    }

    [Theory]
    [InlineData(4, """{"min_value":-9007199254740991,"max_value":9007199254740991}""", "")]
    [InlineData(4, """{"min_value":-9007199254740992}""", "0.options.0.min_value NUMBER_TYPE_MIN int value should be greater than or equal to -9007199254740991.")]
    [InlineData(4, """{"max_value":9007199254740992}""", "0.options.0.max_value NUMBER_TYPE_MAX int value should be less than or equal to 9007199254740991.")]
    [InlineData(4, """{"max_value":0.5}""", "0.options.0.max_value NUMBER_TYPE_COERCE Value \"0.5\" is not int.")]
    [InlineData(10, """{"min_value":0.5,"max_value":9007199254740992}""", "")]
    [InlineData(10, """{"max_value":"1"}""", "0.options.0.max_value NUMBER_TYPE_COERCE Value \"1\" is not float.")]
    [InlineData(10, """{"max_length":1}""", "0.options.0.max_length" + NotHere)]
    [InlineData(7, """{"channel_types":[0,15]}""", "")]
    [InlineData(7, """{"channel_types":[9]}""", "0.options.0.channel_types.0 BASE_TYPE_CHOICES Value must be one of (0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16).")]
    [InlineData(11, """{"file_types":["image","video","audio",".pdf",".tar.gz"]}""", "")]
    [InlineData(11, """{"file_types":["pdf"]}""", "0.options.0.file_types.0 BASE_TYPE_CHOICES Value must be one of ('image', 'video', 'audio') or an extension.")]
    [InlineData(11, """{"file_types":[<11*".a#">]}""", "0.options.0.file_types BASE_TYPE_MAX_LENGTH Must be 10 or fewer in length.")]
    public void An_option_of_another_type_has_what_belongs_to_it(int type, string members, string refusal)
    {
        Assert.Equal(refusal, Refusals.Option(members, type));
    }

    [Theory]
    [InlineData(3, """[<25*{"name":"a","value":"a#"}>]""", "")]
    [InlineData(3, """[<26*{"name":"a","value":"a#"}>]""", "0.options.0.choices BASE_TYPE_MAX_LENGTH Must be 25 or fewer in length.")]
    [InlineData(3, """[{"name":"<100>","value":"<100>"}]""", "")]
    [InlineData(3, """[{"name":"<101>","value":"a"}]""", "0.options.0.choices.0.name BASE_TYPE_BAD_LENGTH Must be between 1 and 100 in length.")]
    [InlineData(3, """[{"name":"","value":"a"}]""", "0.options.0.choices.0.name BASE_TYPE_BAD_LENGTH Must be between 1 and 100 in length.")]
    [InlineData(3, """[{"name":"a","value":"<101>"}]""", "0.options.0.choices.0.value BASE_TYPE_MAX_LENGTH Must be 100 or fewer in length.")]
    [InlineData(3, """[{"name":"a","value":1}]""", "0.options.0.choices.0.value STRING_TYPE_CONVERT Could not interpret \"1\" as string.")]
    [InlineData(3, """[{}]""", "0.options.0.choices.0.name BASE_TYPE_REQUIRED This field is required\n0.options.0.choices.0.value BASE_TYPE_REQUIRED This field is required")]
    [InlineData(3, """[{"name":"a","value":"a","name_localizations":{"uk":"<100>"}}]""", "")]
    [InlineData(3, """[{"name":"a","value":"a","name_localizations":{"uk":"<101>"}}]""", "0.options.0.choices.0.name_localizations.uk BASE_TYPE_BAD_LENGTH Must be between 1 and 100 in length.")]
    [InlineData(3, """[{"name":"a","value":"a","name_localizations":{"ua":"a"}}]""", "0.options.0.choices.0.name_localizations.ua ENUM_TYPE_COERCE Value \"ua\" is not a valid enum value.")]
    [InlineData(4, """[{"name":"a","value":1}]""", "")]
    [InlineData(4, """[{"name":"a","value":"1"}]""", "0.options.0.choices.0.value NUMBER_TYPE_COERCE Value \"1\" is not int.")]
    [InlineData(10, """[{"name":"a","value":1.5}]""", "")]
    [InlineData(10, """[{"name":"a","value":9007199254740994}]""", "0.options.0.choices.0.value NUMBER_TYPE_MAX float value should be less than or equal to 9007199254740992.")]
    [InlineData(5, """[{"name":"a","value":true}]""", "0.options.0.choices" + NotHere)]
    public void Choices_are_of_the_type_of_their_option(int type, string choices, string refusal)
    {
        Assert.Equal(refusal, Refusals.Option($$"""{"choices":{{choices}}}""", type));
    }

    [Theory]
    [InlineData(3, "true", "null", "")]
    [InlineData(4, "true", "[]", "")]
    [InlineData(10, "true", "null", "")]
    [InlineData(3, "false", """[{"name":"a","value":"a"}]""", "")]
    [InlineData(3, "true", """[{"name":"a","value":"a"}]""", "0.options.0.autocomplete LOOPBACK_AUTOCOMPLETE_WITH_CHOICES autocomplete may not be set to true if choices are present")]
    [InlineData(5, "true", "null", "0.options.0.autocomplete" + NotHere)]
    [InlineData(5, "false", "null", "")]
    public void Only_a_text_or_a_number_without_choices_is_autocompleted(int type, string autocomplete, string choices, string refusal)
    {
        Assert.Equal(refusal, Refusals.Option($$"""{"autocomplete":{{autocomplete}},"choices":{{choices}}}""", type));
    }

    [Fact]
    public void Required_options_come_first()
    {
        Assert.Equal("", Refusals.Command("""{"options":[{"type":3,"name":"a","description":"A","required":true},{"type":3,"name":"b","description":"B"},{"type":3,"name":"c","description":"C","required":false}]}"""));
        Assert.Equal(
            "0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID Required options must be placed before non-required options",
            Refusals.Command("""{"options":[{"type":3,"name":"a","description":"A"},{"type":3,"name":"b","description":"B","required":true}]}"""));
    }

    [Theory]
    [InlineData("""{"name":"b"}""", """{"name":"b"}""", "0.options.1 APPLICATION_COMMAND_OPTIONS_NAME_INVALID Option name b is already used in these options")]
    [InlineData("""{"name":"a","name_localizations":{"uk":"x"}}""", """{"name":"b","name_localizations":{"de":"x","uk":"y"}}""", "")]
    [InlineData("""{"name":"a","name_localizations":{"uk":"x"}}""", """{"name":"b","name_localizations":{"uk":"x"}}""", "0.options.1.name_localizations.uk APPLICATION_COMMAND_OPTIONS_NAME_INVALID Option name x is already used in these options")]
    [InlineData("""{"name":"a"}""", """{"name":"b","name_localizations":{"uk":"a"}}""", "0.options.1.name_localizations.uk APPLICATION_COMMAND_OPTIONS_NAME_INVALID Option name a is already used in these options")]
    [InlineData("""{"name":"a","name_localizations":{"uk":"b"}}""", """{"name":"b","name_localizations":{"uk":"c"}}""", "0.options.0.name_localizations.uk APPLICATION_COMMAND_OPTIONS_NAME_INVALID Option name b is already used in these options")]
    [InlineData("""{"name":"a","name_localizations":{"uk":"a"}}""", """{"name":"b"}""", "")]
    public void Names_of_options_are_unique_in_every_language(string first, string second, string refusal)
    {
        static string Full(string members) => members.Insert(1, """ "type":3,"description":"A",""");

        Assert.Equal(refusal, Refusals.Command($$"""{"options":[{{Full(first)}},{{Full(second)}}]}"""));
    }

    [Theory]
    [InlineData("""[{"type":2,"name":"g","description":"G","options":[{"type":1,"name":"s","description":"S","options":[{"type":3,"name":"o","description":"O"}]}]},{"type":1,"name":"s","description":"S"}]""", "")]
    [InlineData("""[{"type":2,"name":"g","description":"G","options":[{"type":2,"name":"h","description":"H"}]}]""", "0.options.0.options.0 UNION_TYPE_CHOICES Value of field \"type\" must be one of (1).")]
    [InlineData("""[{"type":1,"name":"s","description":"S","options":[{"type":2,"name":"h","description":"H"}]}]""", "0.options.0.options.0 UNION_TYPE_CHOICES Value of field \"type\" must be one of (3, 4, 5, 6, 7, 8, 9, 10, 11).")]
    [InlineData("""[{"type":1,"name":"s","description":"S","required":true}]""", "0.options.0.required" + NotHere)]
    [InlineData("""[{"type":1,"name":"s","description":"S"},{"type":3,"name":"o","description":"O"}]""", "0.options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID Sub-command and sub-command group option types are mutually exclusive to all other types")]
    [InlineData("""[{"type":1,"name":"s","description":"S","options":[<26*{"type":3,"name":"o#","description":"O"}>]}]""", "0.options.0.options BASE_TYPE_MAX_LENGTH Must be 25 or fewer in length.")]
    public void Groups_hold_subcommands_and_subcommands_hold_options(string options, string refusal)
    {
        Assert.Equal(refusal, Refusals.Command($$"""{"options":{{options}}}"""));
    }
}
