namespace Bot.Loopback.Tests.Discord.Rules;

public sealed class CommandTests
{
    [Fact]
    public void The_example_of_the_documentation_is_right()
    {
        Assert.Equal("", Refusals.Commands(
            """[{"name":"birthday","type":1,"description":"Wish a friend a happy birthday","name_localizations":{"zh-CN":"生日","el":"γενέθλια"},"description_localizations":{"zh-CN":"祝你朋友生日快乐"},"options":[{"name":"age","type":4,"description":"Your friend's age","name_localizations":{"zh-CN":"岁数"},"description_localizations":{"zh-CN":"你朋友的岁数"}}]}]"""));
    }

    [Theory]
    [InlineData("[]", "")]
    [InlineData("null", "BASE_TYPE_REQUIRED This field is required")]
    [InlineData("{}", "LIST_TYPE_CONVERT Only iterables may be used in a ListType")]
    [InlineData("[null]", "0 BASE_TYPE_REQUIRED This field is required")]
    [InlineData("[1]", "0 MODEL_TYPE_CONVERT Only dictionaries may be used in a ModelType")]
    [InlineData("[{}]", "0.name BASE_TYPE_REQUIRED This field is required\n0.description BASE_TYPE_REQUIRED This field is required")]
    public void The_body_is_a_list_of_commands(string body, string refusal)
    {
        Assert.Equal(refusal, Refusals.Commands(body));
    }

    [Theory]
    [InlineData("""{"type":0}""", "0.type BASE_TYPE_CHOICES Value must be one of (1, 2, 3, 4).")]
    [InlineData("""{"type":5}""", "0.type BASE_TYPE_CHOICES Value must be one of (1, 2, 3, 4).")]
    [InlineData("""{"type":"1"}""", "0.type NUMBER_TYPE_COERCE Value \"1\" is not int.")]
    [InlineData("""{"type":1.5}""", "0.type NUMBER_TYPE_COERCE Value \"1.5\" is not int.")]
    [InlineData("""{"type":null}""", "")]
    [InlineData("""{"id":"123"}""", "")]
    [InlineData("""{"id":"x"}""", "0.id NUMBER_TYPE_COERCE Value \"x\" is not snowflake.")]
    [InlineData("""{"name":5}""", "0.name STRING_TYPE_CONVERT Could not interpret \"5\" as string.")]
    [InlineData("""{"name":null}""", "0.name BASE_TYPE_REQUIRED This field is required")]
    [InlineData("""{"description":"<100>"}""", "")]
    [InlineData("""{"description":"<101>"}""", "0.description BASE_TYPE_BAD_LENGTH Must be between 1 and 100 in length.")]
    [InlineData("""{"description":""}""", "0.description BASE_TYPE_BAD_LENGTH Must be between 1 and 100 in length.")]
    [InlineData("""{"description_localizations":{"uk":"<100>"}}""", "")]
    [InlineData("""{"description_localizations":{"uk":"<101>"}}""", "0.description_localizations.uk BASE_TYPE_BAD_LENGTH Must be between 1 and 100 in length.")]
    [InlineData("""{"default_member_permissions":"8"}""", "")]
    [InlineData("""{"default_member_permissions":8}""", "")]
    [InlineData("""{"default_member_permissions":"none"}""", "0.default_member_permissions NUMBER_TYPE_COERCE Value \"none\" is not snowflake.")]
    [InlineData("""{"default_member_permissions":-1}""", "0.default_member_permissions NUMBER_TYPE_MIN int value should be greater than or equal to 0.")]
    [InlineData("""{"dm_permission":false,"default_permission":true,"nsfw":true}""", "")]
    [InlineData("""{"nsfw":"yes"}""", "0.nsfw BOOLEAN_TYPE_CONVERT Must be either true or false.")]
    [InlineData("""{"handler":1}""", "0.handler LOOPBACK_NOT_ALLOWED_HERE This field is not allowed here")]
    public void Members_have_their_types_and_lengths(string members, string refusal)
    {
        Assert.Equal(refusal, Refusals.Command(members));
    }

    [Theory]
    [InlineData("""{"integration_types":[0,1],"contexts":[0,1,2]}""", "")]
    [InlineData("""{"integration_types":null,"contexts":null}""", "")]
    [InlineData("""{"integration_types":[2]}""", "0.integration_types.0 BASE_TYPE_CHOICES Value must be one of (0, 1).")]
    [InlineData("""{"contexts":[0,3]}""", "0.contexts.1 BASE_TYPE_CHOICES Value must be one of (0, 1, 2).")]
    [InlineData("""{"contexts":[]}""", "0.contexts BASE_TYPE_BAD_LENGTH Must be between 1 and 3 in length.")]
    [InlineData("""{"integration_types":[]}""", "0.integration_types BASE_TYPE_BAD_LENGTH Must be between 1 and 2 in length.")]
    [InlineData("""{"contexts":[1,1]}""", "0.contexts.1 LOOPBACK_REPEATED Values must be unique")]
    [InlineData("""{"contexts":0}""", "0.contexts LIST_TYPE_CONVERT Only iterables may be used in a ListType")]
    public void Where_a_command_works_is_a_set_of_known_places(string members, string refusal)
    {
        Assert.Equal(refusal, Refusals.Command(members));
    }

    [Fact]
    public void Names_are_unique_among_the_commands_of_a_type()
    {
        Assert.Equal("", Refusals.Commands("""[{"name":"a","description":"A"},{"name":"b","description":"B"},{"type":2,"name":"a"},{"type":3,"name":"a"}]"""));
        Assert.Equal("1 APPLICATION_COMMANDS_DUPLICATE_NAME Application command names must be unique", Refusals.Commands("""[{"name":"a","description":"A"},{"type":1,"name":"a","description":"B"}]"""));
        Assert.Equal("1 APPLICATION_COMMANDS_DUPLICATE_NAME Application command names must be unique", Refusals.Commands("""[{"type":2,"name":"a"},{"type":2,"name":"a"}]"""));
    }

    [Theory]
    [InlineData("""<100*{"name":"a#","description":"A"}>,<15*{"type":2,"name":"a#"}>,<15*{"type":3,"name":"a#"}>""", "")]
    [InlineData("""<101*{"name":"a#","description":"A"}>""", "30032 Maximum number of application commands reached")]
    [InlineData("""<16*{"type":2,"name":"a#"}>""", "30032 Maximum number of application commands reached")]
    [InlineData("""<16*{"type":3,"name":"a#"}>""", "30032 Maximum number of application commands reached")]
    [InlineData("""<2*{"type":4,"name":"a#","handler":1}>""", "30032 Maximum number of application commands reached")]
    public void An_app_has_only_so_many_commands(string commands, string refusal)
    {
        Assert.Equal(refusal, Refusals.Commands($"[{commands}]"));
    }

    [Fact]
    public void A_body_has_only_so_many_commands()
    {
        Assert.Equal("BASE_TYPE_MAX_LENGTH Must be 130 or fewer in length.", Refusals.Commands("""[<131*{"name":"a#","description":"A"}>]"""));
    }
}
