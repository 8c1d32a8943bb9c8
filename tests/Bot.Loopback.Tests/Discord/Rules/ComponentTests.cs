namespace Bot.Loopback.Tests.Discord.Rules;

public sealed class ComponentTests
{
    private const string NotHere = " LOOPBACK_NOT_ALLOWED_HERE This field is not allowed here";
    private const string Required = " BASE_TYPE_REQUIRED This field is required";
    private const string TooWide = " COMPONENT_LAYOUT_WIDTH_EXCEEDED The specified component exceeds the maximum width";
    private const string Duplicated = " COMPONENT_CUSTOM_ID_DUPLICATED Component custom id cannot be duplicated";
    private const string Text = """{"type":10,"content":"Text"}""";

    [Theory]
    [InlineData("""<5*{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"a#"}]}>""", "")]
    [InlineData("""<6*{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"a#"}]}>""", "data.components BASE_TYPE_MAX_LENGTH Must be 5 or fewer in length.")]
    [InlineData("""{"type":2,"style":1,"label":"a","custom_id":"a"}""", "data.components.0 UNION_TYPE_CHOICES Value of field \"type\" must be one of (1).")]
    [InlineData(Text, "data.components.0 UNION_TYPE_CHOICES Value of field \"type\" must be one of (1).")]
    [InlineData("""{"type":1}""", "data.components.0.components" + Required)]
    [InlineData("""{"components":[]}""", "data.components.0.type" + Required)]
    [InlineData("null", "data.components.0" + Required)]
    public void A_message_has_five_rows(string rows, string refusal)
    {
        Assert.Equal(refusal, Refusals.Message($$"""{"components":[{{rows}}]}"""));
        Assert.Equal(refusal, Refusals.Message($$"""{"components":[{{rows}}]}""", 7));
    }

    [Theory]
    [InlineData("""[<5*{"type":2,"style":1,"label":"a","custom_id":"a#"}>]""", "")]
    [InlineData("""[<6*{"type":2,"style":1,"label":"a","custom_id":"a#"}>]""", " BASE_TYPE_BAD_LENGTH Must be between 1 and 5 in length.")]
    [InlineData("[]", " BASE_TYPE_BAD_LENGTH Must be between 1 and 5 in length.")]
    [InlineData("""[<1*{"type":5,"custom_id":"a#"}>]""", "")]
    [InlineData("""[<2*{"type":5,"custom_id":"a#"}>]""", ".1" + TooWide)]
    [InlineData("""[{"type":2,"style":1,"label":"a","custom_id":"a"},{"type":5,"custom_id":"b"}]""", ".1" + TooWide)]
    [InlineData("""[{"type":4,"custom_id":"a","style":1}]""", ".0 UNION_TYPE_CHOICES Value of field \"type\" must be one of (2, 3, 5, 6, 7, 8).")]
    [InlineData("""[{"type":1,"components":[]}]""", ".0 UNION_TYPE_CHOICES Value of field \"type\" must be one of (2, 3, 5, 6, 7, 8).")]
    public void A_row_has_five_buttons_or_one_menu(string components, string refusal)
    {
        Assert.Equal(Refusals.At("data.components.0.components", refusal), Refusals.Row(components));
    }

    [Theory]
    [InlineData("""{"label":"<80>"}""", "")]
    [InlineData("""{"label":"<81>"}""", ".label BASE_TYPE_MAX_LENGTH Must be 80 or fewer in length.")]
    [InlineData("""{"custom_id":"<100>"}""", "")]
    [InlineData("""{"custom_id":"<101>"}""", ".custom_id BASE_TYPE_BAD_LENGTH Must be between 1 and 100 in length.")]
    [InlineData("""{"custom_id":""}""", ".custom_id BASE_TYPE_BAD_LENGTH Must be between 1 and 100 in length.")]
    [InlineData("""{"custom_id":null}""", ".custom_id BUTTON_COMPONENT_CUSTOM_ID_REQUIRED A custom id is required")]
    [InlineData("""{"style":4,"disabled":true}""", "")]
    [InlineData("""{"style":7}""", ".style BASE_TYPE_CHOICES Value must be one of (1, 2, 3, 4, 5, 6).")]
    [InlineData("""{"style":null}""", ".style" + Required)]
    [InlineData("""{"disabled":"no"}""", ".disabled BOOLEAN_TYPE_CONVERT Must be either true or false.")]
    [InlineData("""{"url":"https://example.org"}""", " BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE A custom id and url cannot both be specified")]
    [InlineData("""{"sku_id":"1"}""", ".sku_id" + NotHere)]
    [InlineData("""{"label":null}""", ".label BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED A label or emoji is required")]
    [InlineData("""{"label":" "}""", ".label BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED A label or emoji is required")]
    [InlineData("""{"label":null,"emoji":{"name":"🎲"}}""", "")]
    [InlineData("""{"emoji":{"id":"1","name":"random","animated":true}}""", "")]
    [InlineData("""{"emoji":{}}""", ".emoji.name BUTTON_COMPONENT_INVALID_EMOJI Invalid emoji")]
    [InlineData("""{"emoji":"🎲"}""", ".emoji MODEL_TYPE_CONVERT Only dictionaries may be used in a ModelType")]
    [InlineData("""{"id":-1}""", ".id NUMBER_TYPE_MIN int value should be greater than or equal to 0.")]
    public void A_button_is_pressed(string members, string refusal)
    {
        Assert.Equal(Refusals.At("data.components.0.components.0", refusal), Refusals.Button(members));
    }

    [Theory]
    [InlineData("""{"url":"https://e.org/<498>"}""", "")]
    [InlineData("""{"url":"https://e.org/<499>"}""", ".url BASE_TYPE_MAX_LENGTH Must be 512 or fewer in length.")]
    [InlineData("""{"url":"discord://-/channels/@me"}""", "")]
    [InlineData("""{"url":"ftp://example.org"}""", ".url URL_TYPE_INVALID_SCHEME Scheme \"ftp\" is not supported. Scheme must be one of ('http', 'https', 'discord').")]
    [InlineData("""{"url":null}""", ".url BUTTON_COMPONENT_URL_REQUIRED A url is required")]
    [InlineData("""{"custom_id":"a"}""", " BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE A custom id and url cannot both be specified")]
    [InlineData("""{"label":null}""", ".label BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED A label or emoji is required")]
    public void A_link_has_an_address_and_no_custom_id(string members, string refusal)
    {
        Assert.Equal(Refusals.At("data.components.0.components.0", refusal), Refusals.Link(members));
    }

    [Theory]
    [InlineData("""{"style":6,"sku_id":"1","label":null,"custom_id":null}""", "")]
    [InlineData("""{"style":6,"label":null,"custom_id":null}""", ".sku_id" + Required)]
    [InlineData("""{"style":6,"sku_id":"1","custom_id":null}""", ".label" + NotHere)]
    [InlineData("""{"style":6,"sku_id":"1","label":null}""", ".custom_id" + NotHere)]
    public void A_premium_button_has_only_what_it_sells(string members, string refusal)
    {
        Assert.Equal(Refusals.At("data.components.0.components.0", refusal), Refusals.Button(members));
    }

    [Fact]
    public void No_two_components_of_a_message_have_one_id()
    {
        Assert.Equal(
            "data.components.1.components.0.custom_id" + Duplicated,
            Refusals.Message("""{"components":[{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"a"}]},{"type":1,"components":[{"type":5,"custom_id":"a"}]}]}"""));
        Assert.Equal(
            "data.components.0.components.1.id LOOPBACK_REPEATED Values must be unique",
            Refusals.Row("""[{"type":2,"style":1,"label":"a","custom_id":"a","id":5},{"type":2,"style":1,"label":"b","custom_id":"b","id":5}]"""));
        Assert.Equal("", Refusals.Row("""[{"type":2,"style":1,"label":"a","custom_id":"a","id":0},{"type":2,"style":1,"label":"b","custom_id":"b","id":0}]"""));
    }

    [Theory]
    [InlineData("""{"options":[<25*{"label":"a","value":"a#"}>]}""", "")]
    [InlineData("""{"options":[<26*{"label":"a","value":"a#"}>]}""", ".options BASE_TYPE_BAD_LENGTH Must be between 1 and 25 in length.")]
    [InlineData("""{"options":[]}""", ".options BASE_TYPE_BAD_LENGTH Must be between 1 and 25 in length.")]
    [InlineData("""{"options":null}""", ".options" + Required)]
    [InlineData("""{"custom_id":null}""", ".custom_id" + Required)]
    [InlineData("""{"custom_id":"<101>"}""", ".custom_id BASE_TYPE_BAD_LENGTH Must be between 1 and 100 in length.")]
    [InlineData("""{"placeholder":"<150>"}""", "")]
    [InlineData("""{"placeholder":"<151>"}""", ".placeholder BASE_TYPE_MAX_LENGTH Must be 150 or fewer in length.")]
    [InlineData("""{"min_values":0,"max_values":25}""", "")]
    [InlineData("""{"min_values":-1}""", ".min_values NUMBER_TYPE_MIN int value should be greater than or equal to 0.")]
    [InlineData("""{"min_values":26}""", ".min_values NUMBER_TYPE_MAX int value should be less than or equal to 25.")]
    [InlineData("""{"max_values":0}""", ".max_values NUMBER_TYPE_MIN int value should be greater than or equal to 1.")]
    [InlineData("""{"max_values":26}""", ".max_values NUMBER_TYPE_MAX int value should be less than or equal to 25.")]
    [InlineData("""{"options":[{"label":"a","value":"a"},{"label":"b","value":"a"}]}""", ".options.1 SELECT_COMPONENT_OPTION_VALUE_DUPLICATED The specified option value is already used")]
    [InlineData("""{"options":[{"label":"a","value":"a","default":true},{"label":"b","value":"b"}]}""", "")]
    [InlineData("""{"options":[{"label":"a","value":"a","default":true},{"label":"b","value":"b","default":true}]}""", ".options LOOPBACK_NUMBER_OF_DEFAULTS At most 1 options can be selected by default")]
    [InlineData("""{"max_values":2,"options":[{"label":"a","value":"a","default":true},{"label":"b","value":"b","default":true}]}""", "")]
    public void A_menu_keeps_its_limits(string members, string refusal)
    {
        Assert.Equal(Refusals.At("data.components.0.components.0", refusal), Refusals.Select(members));
    }

    [Theory]
    [InlineData("""{"label":"<100>","value":"<100>","description":"<100>","emoji":{"name":"🎲"}}""", "")]
    [InlineData("""{"label":"<101>"}""", ".label BASE_TYPE_BAD_LENGTH Must be between 1 and 100 in length.")]
    [InlineData("""{"label":""}""", ".label BASE_TYPE_BAD_LENGTH Must be between 1 and 100 in length.")]
    [InlineData("""{"label":null}""", ".label" + Required)]
    [InlineData("""{"value":"<101>"}""", ".value BASE_TYPE_BAD_LENGTH Must be between 1 and 100 in length.")]
    [InlineData("""{"value":null}""", ".value" + Required)]
    [InlineData("""{"value":1}""", ".value STRING_TYPE_CONVERT Could not interpret \"1\" as string.")]
    [InlineData("""{"description":"<101>"}""", ".description BASE_TYPE_MAX_LENGTH Must be 100 or fewer in length.")]
    [InlineData("""{"emoji":{"name":""}}""", ".emoji.name BUTTON_COMPONENT_INVALID_EMOJI Invalid emoji")]
    public void An_option_of_a_menu_keeps_its_limits(string members, string refusal)
    {
        Assert.Equal(Refusals.At("data.components.0.components.0.options.0", refusal), Refusals.SelectOption(members));
    }

    [Theory]
    [InlineData("""{"type":5,"custom_id":"a","default_values":[{"id":"1","type":"user"}]}""", "")]
    [InlineData("""{"type":5,"custom_id":"a","default_values":[{"id":"1","type":"role"}]}""", ".default_values.0.type BASE_TYPE_CHOICES Value must be one of those that the menu is for.")]
    [InlineData("""{"type":7,"custom_id":"a","max_values":2,"default_values":[{"id":"1","type":"role"},{"id":"2","type":"user"}]}""", "")]
    [InlineData("""{"type":7,"custom_id":"a","default_values":[{"id":"1","type":"role"},{"id":"2","type":"user"}]}""", ".default_values LOOPBACK_NUMBER_OF_DEFAULTS The number of default values must be between 1 and 1")]
    [InlineData("""{"type":8,"custom_id":"a","channel_types":[0,5]}""", "")]
    [InlineData("""{"type":8,"custom_id":"a","channel_types":[99]}""", ".channel_types.0 BASE_TYPE_CHOICES Value must be one of (0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16).")]
    [InlineData("""{"type":6,"custom_id":"a","channel_types":[0]}""", ".channel_types" + NotHere)]
    public void A_menu_of_people_and_places_has_defaults_of_its_kind(string menu, string refusal)
    {
        Assert.Equal(Refusals.At("data.components.0.components.0", refusal), Refusals.Row($"[{menu}]"));
    }

    [Theory]
    [InlineData(Text, "")]
    [InlineData("""<40*{"type":10,"content":"a"}>""", "")]
    [InlineData("""<41*{"type":10,"content":"a"}>""", " BASE_TYPE_MAX_LENGTH Must be 40 or fewer in length.\ndata.components LOOPBACK_TOO_MANY_COMPONENTS Messages allow up to 40 total components")]
    [InlineData("""{"type":17,"components":[<39*{"type":10,"content":"a"}>]}""", "")]
    [InlineData("""{"type":17,"components":[<40*{"type":10,"content":"a"}>]}""", " LOOPBACK_TOO_MANY_COMPONENTS Messages allow up to 40 total components")]
    [InlineData("""{"type":10,"content":"<4000>"}""", "")]
    [InlineData("""{"type":10,"content":"<4001>"}""", ".0.content BASE_TYPE_BAD_LENGTH Must be between 1 and 4000 in length.")]
    [InlineData("""{"type":10,"content":"<4000>"},{"type":10,"content":"a"}""", " COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED Total displayable text size exceeds maximum size of 4000")]
    [InlineData("""{"type":11,"media":{"url":"https://example.org/a.png"}}""", ".0 UNION_TYPE_CHOICES Value of field \"type\" must be one of (1, 9, 10, 12, 13, 14, 17).")]
    [InlineData("""{"type":9,"components":[<3*{"type":10,"content":"a"}>],"accessory":{"type":11,"media":{"url":"https://example.org/a.png"}}}""", "")]
    [InlineData("""{"type":9,"components":[<4*{"type":10,"content":"a"}>],"accessory":{"type":2,"style":1,"label":"a","custom_id":"a"}}""", ".0.components BASE_TYPE_BAD_LENGTH Must be between 1 and 3 in length.")]
    [InlineData("""{"type":9,"components":[{"type":10,"content":"a"}]}""", ".0.accessory" + Required)]
    [InlineData("""{"type":12,"items":[<10*{"media":{"url":"https://example.org/a.png"},"description":"a"}>]}""", "")]
    [InlineData("""{"type":12,"items":[<11*{"media":{"url":"https://example.org/a.png"}}>]}""", ".0.items BASE_TYPE_BAD_LENGTH Must be between 1 and 10 in length.")]
    [InlineData("""{"type":12,"items":[{"media":{"url":"https://example.org/a.png"},"description":"<1025>"}]}""", ".0.items.0.description BASE_TYPE_BAD_LENGTH Must be between 1 and 1024 in length.")]
    [InlineData("""{"type":13,"file":{"url":"attachment://a.pdf"}}""", "")]
    [InlineData("""{"type":13,"file":{"url":"https://example.org/a.pdf"}}""", ".0.file.url URL_TYPE_INVALID_SCHEME Scheme \"https\" is not supported. Scheme must be one of ('attachment').")]
    [InlineData("""{"type":14,"spacing":2,"divider":false}""", "")]
    [InlineData("""{"type":14,"spacing":3}""", ".0.spacing BASE_TYPE_CHOICES Value must be one of (1, 2).")]
    [InlineData("""{"type":17,"accent_color":16777216,"components":[{"type":14}]}""", ".0.accent_color NUMBER_TYPE_MAX int value should be less than or equal to 16777215.")]
    [InlineData("""{"type":17,"components":[{"type":17,"components":[]}]}""", ".0.components.0 UNION_TYPE_CHOICES Value of field \"type\" must be one of (1, 9, 10, 12, 13, 14).")]
    public void With_their_flag_a_message_has_any_components(string components, string refusal)
    {
        Assert.Equal(Refusals.At("data.components", refusal), Refusals.V2($"[{components}]"));
    }

    [Theory]
    [InlineData("\"content\":\"a\"", "data.content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2 The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2")]
    [InlineData("\"embeds\":[{\"title\":\"a\"}]", "data.embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2 The 'embeds' field cannot be used when using MessageFlags.IS_COMPONENTS_V2")]
    [InlineData("\"poll\":{}", "data.poll MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2 The 'poll' field cannot be used when using MessageFlags.IS_COMPONENTS_V2")]
    [InlineData("\"content\":null,\"embeds\":[]", "")]
    public void With_their_flag_a_message_has_nothing_but_components(string legacy, string refusal)
    {
        Assert.Equal(refusal, Refusals.Message($$"""{"flags":32768,"components":[{{Text}}],{{legacy}}}"""));
    }

    [Fact]
    public void With_their_flag_a_message_without_components_is_empty()
    {
        Assert.Equal("50006 Cannot send an empty message", Refusals.V2("[]"));
    }
}
