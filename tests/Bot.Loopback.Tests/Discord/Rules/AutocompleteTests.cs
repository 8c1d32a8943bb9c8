using Bot.Loopback.Discord.Rules;

namespace Bot.Loopback.Tests.Discord.Rules;

public sealed class AutocompleteTests
{
    [Theory]
    [InlineData("[]", "")]
    [InlineData("null", "data.choices BASE_TYPE_REQUIRED This field is required")]
    [InlineData("{}", "data.choices LIST_TYPE_CONVERT Only iterables may be used in a ListType")]
    [InlineData("[null]", "data.choices.0 BASE_TYPE_REQUIRED This field is required")]
    [InlineData("""[<25*{"name":"a","value":"a#"}>]""", "")]
    [InlineData("""[<26*{"name":"a","value":"a#"}>]""", "data.choices BASE_TYPE_MAX_LENGTH Must be 25 or fewer in length.")]
    [InlineData("""[{"name":"a","value":1},{"name":"b","value":1.5}]""", "")]
    [InlineData("""[{"name":"a","value":1},{"name":"b","value":"1"}]""", "data.choices.1.value NUMBER_TYPE_COERCE Value \"1\" is not float.")]
    [InlineData("""[{"name":"a","value":"1"},{"name":"b","value":1}]""", "data.choices.1.value STRING_TYPE_CONVERT Could not interpret \"1\" as string.")]
    public void Suggestions_are_a_list_of_one_type(string choices, string refusal)
    {
        Assert.Equal(refusal, Refusals.Choices(choices));
    }

    [Theory]
    [InlineData("""{"name":"<100>","value":"<100>"}""", "")]
    [InlineData("""{"name":"<101>"}""", ".name BASE_TYPE_BAD_LENGTH Must be between 1 and 100 in length.")]
    [InlineData("""{"name":""}""", ".name BASE_TYPE_BAD_LENGTH Must be between 1 and 100 in length.")]
    [InlineData("""{"name":null}""", ".name BASE_TYPE_REQUIRED This field is required")]
    [InlineData("""{"value":"<101>"}""", ".value BASE_TYPE_MAX_LENGTH Must be 100 or fewer in length.")]
    [InlineData("""{"value":null}""", ".value BASE_TYPE_REQUIRED This field is required")]
    [InlineData("""{"value":true}""", ".value STRING_TYPE_CONVERT Could not interpret \"true\" as string.")]
    [InlineData("""{"name_localizations":{"uk":"<100>"}}""", "")]
    [InlineData("""{"name_localizations":{"uk":"<101>"}}""", ".name_localizations.uk BASE_TYPE_BAD_LENGTH Must be between 1 and 100 in length.")]
    [InlineData("""{"name_localizations":{"ua":"a"}}""", ".name_localizations.ua ENUM_TYPE_COERCE Value \"ua\" is not a valid enum value.")]
    public void A_suggestion_keeps_its_limits(string members, string refusal)
    {
        Assert.Equal(Refusals.At("data.choices.0", refusal), Refusals.Choice(members));
    }

    [Fact]
    public void An_answer_without_suggestions_lacks_them()
    {
        Assert.Equal("data BASE_TYPE_REQUIRED This field is required", Refusals.Response("""{"type":8}""", InteractionKind.Autocomplete));
    }
}
