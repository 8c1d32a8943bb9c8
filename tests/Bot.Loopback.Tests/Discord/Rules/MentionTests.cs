namespace Bot.Loopback.Tests.Discord.Rules;

public sealed class MentionTests
{
    [Theory]
    [InlineData("null", "")]
    [InlineData("""{"parse":[]}""", "")]
    [InlineData("""{"parse":["users","roles","everyone"],"replied_user":false}""", "")]
    [InlineData("""{"parse":["user"]}""", ".parse.0 BASE_TYPE_CHOICES Value must be one of ('roles', 'users', 'everyone').")]
    [InlineData("""{"parse":["users","users"]}""", ".parse.1 LOOPBACK_REPEATED Values must be unique")]
    [InlineData("""{"parse":"users"}""", ".parse LIST_TYPE_CONVERT Only iterables may be used in a ListType")]
    [InlineData("""{"users":[<100*"1#">],"roles":[<100*"1#">]}""", "")]
    [InlineData("""{"users":[<101*"1#">]}""", ".users BASE_TYPE_MAX_LENGTH Must be 100 or fewer in length.")]
    [InlineData("""{"roles":[<101*"1#">]}""", ".roles BASE_TYPE_MAX_LENGTH Must be 100 or fewer in length.")]
    [InlineData("""{"users":[1]}""", ".users.0 NUMBER_TYPE_COERCE Value \"1\" is not snowflake.")]
    [InlineData("""{"users":["1","1"]}""", ".users.1 LOOPBACK_REPEATED Values must be unique")]
    [InlineData("""{"parse":["users","roles"],"users":[]}""", "")]
    [InlineData("""{"parse":["users","roles"],"users":null}""", "")]
    [InlineData("""{"parse":["everyone"],"users":["1234","5678"]}""", "")]
    [InlineData("""{"parse":["users"],"users":["1234","5678"]}""", " MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE parse:[\"users\"] and users: [ids...] are mutually exclusive.")]
    [InlineData("""{"parse":["roles"],"roles":["1234"]}""", " MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE parse:[\"roles\"] and roles: [ids...] are mutually exclusive.")]
    [InlineData("""{"replied_user":"no"}""", ".replied_user BOOLEAN_TYPE_CONVERT Must be either true or false.")]
    [InlineData("[]", " MODEL_TYPE_CONVERT Only dictionaries may be used in a ModelType")]
    public void Mentions_are_allowed_by_kind_or_by_id(string mentions, string refusal)
    {
        Assert.Equal(Refusals.At("data.allowed_mentions", refusal), Refusals.Message($$"""{"content":"a","allowed_mentions":{{mentions}}}"""));
    }
}
