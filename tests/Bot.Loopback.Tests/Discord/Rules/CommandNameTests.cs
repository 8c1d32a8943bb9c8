namespace Bot.Loopback.Tests.Discord.Rules;

public sealed class CommandNameTests
{
    private const string Invalid = " APPLICATION_COMMAND_INVALID_NAME Command name is invalid";
    private const string BadLength = " BASE_TYPE_BAD_LENGTH Must be between 1 and 32 in length.";

    [Theory]
    [InlineData("ask")]
    [InlineData("on-this_day")]
    [InlineData("м'ята")]
    [InlineData("сьогодні2")]
    [InlineData("ⅷ²")]
    [InlineData("ß")]
    [InlineData("नमस्ते")]
    [InlineData("ไทย")]
    [InlineData("生日")]
    [InlineData("𠀀")]
    [InlineData("<32>")]
    public void A_name_has_letters_numbers_and_a_few_marks(string name)
    {
        Assert.Equal("", Refusals.Command($$"""{"name":"{{name}}"}"""));
        Assert.Equal("", Refusals.Option($$"""{"name":"{{name}}"}"""));
        Assert.Equal("", Refusals.Command($$$"""{"name_localizations":{"uk":"{{{name}}}"}}"""));
        Assert.Equal("", Refusals.Option($$$"""{"name_localizations":{"uk":"{{{name}}}"}}"""));
    }

    [Theory]
    [InlineData("Ask")]
    [InlineData("Ґанок")]
    [InlineData("𐐀")]
    [InlineData("a b")]
    [InlineData("/ask")]
    [InlineData("a.b")]
    [InlineData("м’ята")]
    [InlineData("e\u0301")]
    [InlineData("a฿")]
    [InlineData("😀")]
    public void A_name_of_anything_else_is_invalid(string name)
    {
        Assert.Equal("0.name" + Invalid, Refusals.Command($$"""{"name":"{{name}}"}"""));
        Assert.Equal("0.options.0.name" + Invalid, Refusals.Option($$"""{"name":"{{name}}"}"""));
        Assert.Equal("0.name_localizations.uk" + Invalid, Refusals.Command($$$"""{"name_localizations":{"uk":"{{{name}}}"}}"""));
        Assert.Equal("0.options.0.name_localizations.uk" + Invalid, Refusals.Option($$$"""{"name_localizations":{"uk":"{{{name}}}"}}"""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<33>")]
    public void A_name_is_neither_empty_nor_too_long(string name)
    {
        Assert.Equal("0.name" + BadLength, Refusals.Command($$"""{"name":"{{name}}"}"""));
        Assert.Equal("0.options.0.name" + BadLength, Refusals.Option($$"""{"name":"{{name}}"}"""));
        Assert.Equal("0.name_localizations.uk" + BadLength, Refusals.Command($$$"""{"name_localizations":{"uk":"{{{name}}}"}}"""));
    }

    [Fact]
    public void Characters_beyond_the_basic_plane_count_once()
    {
        Assert.Equal("", Refusals.Command($$"""{"name":"{{string.Concat(Enumerable.Repeat("𠀀", 32))}}"}"""));
        Assert.Equal("0.name" + BadLength, Refusals.Command($$"""{"name":"{{string.Concat(Enumerable.Repeat("𠀀", 33))}}"}"""));
    }

    [Fact]
    public void A_command_of_a_menu_has_any_name_and_no_description()
    {
        Assert.Equal("", Refusals.Commands("""[{"type":2,"name":"High Five!"},{"type":3,"name":"Translate","description":"","name_localizations":{"uk":"Переклад сюди"}}]"""));
        Assert.Equal("0.name" + Invalid, Refusals.Commands("""[{"type":2,"name":" "}]"""));
        Assert.Equal("0.name" + BadLength, Refusals.Commands("""[{"type":3,"name":"<33>"}]"""));
        Assert.Equal("0.description LOOPBACK_NOT_ALLOWED_HERE This field is not allowed here", Refusals.Commands("""[{"type":2,"name":"a","description":"b"}]"""));
        Assert.Equal("0.description_localizations.uk LOOPBACK_NOT_ALLOWED_HERE This field is not allowed here", Refusals.Commands("""[{"type":2,"name":"a","description_localizations":{"uk":"b"}}]"""));
        Assert.Equal("0.options LOOPBACK_NOT_ALLOWED_HERE This field is not allowed here", Refusals.Commands("""[{"type":2,"name":"a","options":[{"type":3,"name":"b","description":"c"}]}]"""));
    }

    [Theory]
    [InlineData("uk-UA")]
    [InlineData("en")]
    [InlineData("UK")]
    public void An_unknown_language_is_refused(string locale)
    {
        Assert.Equal($"0.name_localizations.{locale} ENUM_TYPE_COERCE Value \"{locale}\" is not a valid enum value.", Refusals.Command($$$"""{"name_localizations":{"{{{locale}}}":"a"}}"""));
        Assert.Equal($"0.options.0.description_localizations.{locale} ENUM_TYPE_COERCE Value \"{locale}\" is not a valid enum value.", Refusals.Option($$$"""{"description_localizations":{"{{{locale}}}":"a"}}"""));
    }

    [Fact]
    public void Every_documented_language_is_known()
    {
        string[] locales =
        [
            "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR",
            "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
        ];

        Assert.Equal("", Refusals.Command($$$"""{"name_localizations":{{{{string.Join(',', locales.Select(l => $"\"{l}\":\"a\""))}}}}}"""));
    }

    [Theory]
    [InlineData("\"uk\"", "0.name_localizations DICT_TYPE_CONVERT Only dictionaries may be used in a DictType")]
    [InlineData("{\"uk\":null}", "0.name_localizations.uk BASE_TYPE_REQUIRED This field is required")]
    [InlineData("{\"uk\":1}", "0.name_localizations.uk STRING_TYPE_CONVERT Could not interpret \"1\" as string.")]
    [InlineData("{}", "")]
    [InlineData("null", "")]
    public void Localizations_are_a_dictionary_of_texts(string localizations, string refusal)
    {
        Assert.Equal(refusal, Refusals.Command($$"""{"name_localizations":{{localizations}}}"""));
    }
}
