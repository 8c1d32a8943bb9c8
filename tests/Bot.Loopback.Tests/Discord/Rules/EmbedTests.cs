namespace Bot.Loopback.Tests.Discord.Rules;

public sealed class EmbedTests
{
    private const string Required = " BASE_TYPE_REQUIRED This field is required";

    [Theory]
    [InlineData("""{"title":"<256>"}""", "")]
    [InlineData("""{"title":"<257>"}""", "title BASE_TYPE_MAX_LENGTH Must be 256 or fewer in length.")]
    [InlineData("""{"title":"   <256>\n "}""", "")]
    [InlineData("""{"title":7}""", "title STRING_TYPE_CONVERT Could not interpret \"7\" as string.")]
    [InlineData("""{"description":"<4096>"}""", "")]
    [InlineData("""{"description":"<4097>"}""", "description BASE_TYPE_MAX_LENGTH Must be 4096 or fewer in length.")]
    [InlineData("""{"color":0}""", "")]
    [InlineData("""{"color":16777215}""", "")]
    [InlineData("""{"color":16777216}""", "color NUMBER_TYPE_MAX int value should be less than or equal to 16777215.")]
    [InlineData("""{"color":-1}""", "color NUMBER_TYPE_MIN int value should be greater than or equal to 0.")]
    [InlineData("""{"color":"#ffffff"}""", "color NUMBER_TYPE_COERCE Value \"#ffffff\" is not int.")]
    [InlineData("""{"footer":{"text":"<2048>"}}""", "")]
    [InlineData("""{"footer":{"text":"<2049>"}}""", "footer.text BASE_TYPE_MAX_LENGTH Must be 2048 or fewer in length.")]
    [InlineData("""{"footer":{}}""", "footer.text" + Required)]
    [InlineData("""{"footer":{"text":" "}}""", "footer.text" + Required)]
    [InlineData("""{"footer":"Text"}""", "footer MODEL_TYPE_CONVERT Only dictionaries may be used in a ModelType")]
    [InlineData("""{"author":{"name":"<256>"}}""", "")]
    [InlineData("""{"author":{"name":"<257>"}}""", "author.name BASE_TYPE_MAX_LENGTH Must be 256 or fewer in length.")]
    [InlineData("""{"author":{"url":"https://example.org"}}""", "author.name" + Required)]
    [InlineData("""{"provider":{"name":"<257>"}}""", "provider.name BASE_TYPE_MAX_LENGTH Must be 256 or fewer in length.")]
    [InlineData("""{"type":5}""", "type STRING_TYPE_CONVERT Could not interpret \"5\" as string.")]
    public void An_embed_keeps_its_limits(string members, string refusal)
    {
        Assert.Equal(Refusals.At("data.embeds.0.", refusal), Refusals.Embed(members));
    }

    [Theory]
    [InlineData("""[<25*{"name":"a","value":"b","inline":true}>]""", "")]
    [InlineData("""[<26*{"name":"a","value":"b"}>]""", " BASE_TYPE_MAX_LENGTH Must be 25 or fewer in length.")]
    [InlineData("""[{"name":"<256>","value":"<1024>"}]""", "")]
    [InlineData("""[{"name":"<257>","value":"b"}]""", ".0.name BASE_TYPE_MAX_LENGTH Must be 256 or fewer in length.")]
    [InlineData("""[{"name":"a","value":"<1025>"}]""", ".0.value BASE_TYPE_MAX_LENGTH Must be 1024 or fewer in length.")]
    [InlineData("""[{"name":"a","value":"b"},{"name":"a"}]""", ".1.value" + Required)]
    [InlineData("""[{"name":" ","value":"b"}]""", ".0.name" + Required)]
    [InlineData("""[{"name":"a","value":""}]""", ".0.value" + Required)]
    [InlineData("""[{"name":"a","value":"b","inline":"yes"}]""", ".0.inline BOOLEAN_TYPE_CONVERT Must be either true or false.")]
    [InlineData("""{}""", " LIST_TYPE_CONVERT Only iterables may be used in a ListType")]
    public void Fields_have_a_name_and_a_value(string fields, string refusal)
    {
        Assert.Equal(Refusals.At("data.embeds.0.fields", refusal), Refusals.Embed($$"""{"fields":{{fields}}}"""));
    }

    [Theory]
    [InlineData("https://example.org/a?b=c#d", "")]
    [InlineData("http://uk.wikipedia.org/wiki/Київ", "")]
    [InlineData("HTTPS://EXAMPLE.ORG", "")]
    [InlineData("", "URL_TYPE_INVALID_SCHEME Scheme \"\" is not supported. Scheme must be one of ('http', 'https').")]
    [InlineData("example.org", "URL_TYPE_INVALID_SCHEME Scheme \"\" is not supported. Scheme must be one of ('http', 'https').")]
    [InlineData("ftp://example.org", "URL_TYPE_INVALID_SCHEME Scheme \"ftp\" is not supported. Scheme must be one of ('http', 'https').")]
    [InlineData("attachment://a.png", "URL_TYPE_INVALID_SCHEME Scheme \"attachment\" is not supported. Scheme must be one of ('http', 'https').")]
    [InlineData("https://", "URL_TYPE_INVALID_URL Not a well formed URL.")]
    [InlineData("https://localhost/a", "URL_TYPE_INVALID_URL Not a well formed URL.")]
    [InlineData("https://example.org/a b", "URL_TYPE_INVALID_URL Not a well formed URL.")]
    [InlineData("https://e.org/<2034>", "")]
    [InlineData("https://e.org/<2035>", "BASE_TYPE_MAX_LENGTH Must be 2048 or fewer in length.")]
    public void A_link_leads_to_a_page(string url, string refusal)
    {
        Assert.Equal(Refusals.At("data.embeds.0.url ", refusal), Refusals.Embed($$"""{"url":"{{url}}"}"""));
        Assert.Equal(Refusals.At("data.embeds.0.author.url ", refusal), Refusals.Embed($$$"""{"author":{"name":"a","url":"{{{url}}}"}}"""));
    }

    [Theory]
    [InlineData("https://example.org/a.png", "")]
    [InlineData("attachment://a.png", "")]
    [InlineData("data:image/png;base64,AA", "URL_TYPE_INVALID_SCHEME Scheme \"\" is not supported. Scheme must be one of ('http', 'https', 'attachment').")]
    [InlineData("attachment://", "URL_TYPE_INVALID_URL Not a well formed URL.")]
    public void A_picture_may_be_attached(string url, string refusal)
    {
        foreach (var (place, members) in new[]
        {
            ("image.url", $$$"""{"image":{"url":"{{{url}}}"}}"""),
            ("thumbnail.url", $$$"""{"thumbnail":{"url":"{{{url}}}"}}"""),
            ("author.icon_url", $$$"""{"author":{"name":"a","icon_url":"{{{url}}}"}}"""),
            ("footer.icon_url", $$$"""{"footer":{"text":"a","icon_url":"{{{url}}}"}}"""),
        })
        {
            Assert.Equal(Refusals.At($"data.embeds.0.{place} ", refusal), Refusals.Embed(members));
        }
    }

    [Fact]
    public void A_picture_has_an_address()
    {
        Assert.Equal("data.embeds.0.image.url" + Required, Refusals.Embed("""{"image":{}}"""));
    }

    [Theory]
    [InlineData("2026-02-18T10:00:00Z", true)]
    [InlineData("2026-02-18T10:00:00.123+02:00", true)]
    [InlineData("2026-02-18T10:00:00", true)]
    [InlineData("2026-02-30T10:00:00Z", false)]
    [InlineData("2026-02-18", false)]
    [InlineData("18.02.2026 10:00", false)]
    [InlineData("", false)]
    public void A_moment_is_iso_8601(string timestamp, bool isRight)
    {
        Assert.Equal(isRight ? "" : $"data.embeds.0.timestamp DATE_TIME_TYPE_PARSE Could not parse {timestamp}. Should be ISO8601.", Refusals.Embed($$"""{"timestamp":"{{timestamp}}"}"""));
    }

    [Theory]
    [InlineData("null", "data.embeds.0 LIST_ITEM_VALUE_REQUIRED List item values of ModelType are required")]
    [InlineData("{}", "data.embeds.0 LIST_ITEM_VALUE_REQUIRED List item values of ModelType are required")]
    [InlineData("1", "data.embeds.0 MODEL_TYPE_CONVERT Only dictionaries may be used in a ModelType")]
    [InlineData("""{"color":1}""", "data.embeds.0.description BASE_TYPE_REQUIRED This field is required")]
    [InlineData("""{"title":" ","fields":[]}""", "data.embeds.0.description BASE_TYPE_REQUIRED This field is required")]
    [InlineData("""{"image":{"url":"https://example.org/a.png"}}""", "")]
    public void An_embed_shows_something(string embed, string refusal)
    {
        Assert.Equal(refusal, Refusals.Message($$"""{"embeds":[{{embed}}]}"""));
    }

    [Fact]
    public void A_message_has_ten_embeds()
    {
        Assert.Equal("", Refusals.Message("""{"embeds":[<10*{"title":"a"}>]}"""));
        Assert.Equal("data.embeds BASE_TYPE_MAX_LENGTH Must be 10 or fewer in length.", Refusals.Message("""{"embeds":[<11*{"title":"a"}>]}"""));
    }

    [Fact]
    public void All_embeds_together_have_6000_characters()
    {
        const string TooLarge = "data.embeds MAX_EMBED_SIZE_EXCEEDED Embed size exceeds maximum size of 6000";

        Assert.Equal("", Refusals.Message("""{"embeds":[{"description":"<4096>"},{"title":"<256>","fields":[{"name":"<100>","value":"<1000>"}],"footer":{"text":"<300>"},"author":{"name":"<248>"}}]}"""));
        Assert.Equal(TooLarge, Refusals.Message("""{"embeds":[{"description":"<4096>"},{"title":"<256>","fields":[{"name":"<100>","value":"<1000>"}],"footer":{"text":"<300>"},"author":{"name":"<249>"}}]}"""));
        Assert.Equal("", Refusals.Message("""{"embeds":[{"description":"<4096>"},{"description":"  <1904>  "}]}"""));
        Assert.Equal(TooLarge, Refusals.Message("""{"embeds":[{"description":"<4096>"},{"description":"<1905>"}]}"""));
    }

    [Fact]
    public void An_emoji_is_one_character_of_an_embed()
    {
        static string Emoji(int count) => string.Concat(Enumerable.Repeat("😀", count));

        Assert.Equal("", Refusals.Message($$"""{"embeds":[{"description":"{{Emoji(4096)}}"},{"description":"{{Emoji(1904)}}"}]}"""));
        Assert.Equal("data.embeds.0.title BASE_TYPE_MAX_LENGTH Must be 256 or fewer in length.", Refusals.Embed($$"""{"title":"{{Emoji(257)}}"}"""));
    }
}
