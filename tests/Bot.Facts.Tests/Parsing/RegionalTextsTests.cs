using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Yaml;

namespace Bot.Facts.Tests.Parsing;

public sealed class RegionalTextsTests
{
    private const string Parties =
        """
        - name: { zh-Hant: 當勞·特朗普 }
          short: { zh-Hant: 特朗普 }
          regional: { zh-TW: { name: 唐納·川普, short: 川普 } }
        - name: { zh-Hant: 普京 }
          regional: { zh-TW: { name: 普丁 } }
        - name: { zh-Hant: 普京娜 }
          regional: { zh-TW: { name: 蒲京娜 } }
        - name: { zh-Hant: 利雅德 }
          regional: { zh-HK: { name: 利雅得 } }
        - name: { zh-Hant: 七大工業國組織 }
          short: { zh-Hant: 七大工業國 }
          regional: { zh-TW: { name: 七大工業國集團 }, zh-HK: { name: 七國集團, short: 七國 } }
        - name: { zh-Hant: 川普街 }
          regional: { zh-TW: { name: 特朗普街 } }
        """;

    [Theory]
    [InlineData("特朗普與普京通話", "川普與普丁通話", "特朗普與普京通話")]
    [InlineData("當勞·特朗普到利雅德", "唐納·川普到利雅德", "當勞·特朗普到利雅得")]
    [InlineData("特朗普特朗普", "川普川普", "特朗普特朗普")]
    [InlineData("", "", "")]
    [InlineData("停火", "停火", "停火")]
    public void Each_name_takes_the_form_of_the_region(string written, string taiwan, string hongKong) => Becomes(written, written, taiwan, hongKong);

    [Fact]
    public void The_longest_name_goes_first()
    {
        Becomes("普京娜見普京", "普京娜見普京", "蒲京娜見普丁", "普京娜見普京");
        Becomes("七大工業國組織", "七大工業國組織", "七大工業國集團", "七國集團");
    }

    [Fact]
    public void A_short_name_without_a_form_of_its_own_takes_the_full_one() =>
        Becomes("七大工業國開會", "七大工業國開會", "七大工業國集團開會", "七國開會");

    [Fact]
    public void A_form_is_not_replaced_again() => Becomes("川普街", "川普街", "特朗普街", "川普街");

    [Theory]
    [InlineData("「{特朗普}」誤作「{俄朗普}」，特朗普", "「特朗普」誤作「俄朗普」，特朗普", "「特朗普」誤作「俄朗普」，川普", "「特朗普」誤作「俄朗普」，特朗普")]
    [InlineData("{利雅德}與利雅德", "利雅德與利雅德", "利雅德與利雅德", "利雅德與利雅得")]
    public void What_stands_in_braces_stays_and_the_braces_go(string written, string shown, string taiwan, string hongKong) =>
        Becomes(written, shown, taiwan, hongKong);

    [Fact]
    public void A_word_has_its_regional_form_the_longest_first() => Becomes("報道會的報道", "報道會的報道", "記者會的報導", "記招的報道");

    [Fact]
    public void A_regional_text_of_its_own_is_shown_as_written()
    {
        var text = new RegionalTexts("en", ReadParties(), ReadWords()).Text(Map("{ en: a, zh-Hant: 報道特朗普, zh-TW: 川普的新聞, zh-Hans: b, ru: c, uk: d }"));
        Assert.Equal(["報道特朗普", "川普的新聞", "報道特朗普"], [text[Locale.TraditionalChinese], text[Locale.Taiwan], text[Locale.HongKong]]);
    }

    [Fact]
    public void A_language_that_the_base_does_not_have_gets_the_text_of_its_first()
    {
        var text = new RegionalTexts("ru", [], []).Text(Map("{ ru: Да }"));
        Assert.All(Locales.All.ToArray(), locale => Assert.Equal("Да", text[locale]));
    }

    [Fact]
    public void The_other_languages_stay_as_they_are()
    {
        var text = new RegionalTexts("en", ReadParties(), ReadWords()).Text(Map("{ en: 'Trump {x}', zh-Hant: 甲, zh-Hans: 特朗普, ru: Трамп, uk: Трамп }"));
        Assert.Equal("Trump {x}", text[Locale.English]);
        Assert.Equal("特朗普", text[Locale.SimplifiedChinese]);
    }

    [Fact]
    public void A_name_has_the_form_that_the_curators_wrote()
    {
        var party = Map(
            """
            name: { en: Witkoff, zh-Hant: 史蒂夫·維特科夫, zh-Hans: 威特科夫, ru: Уиткофф, uk: Віткофф }
            short: { en: Witkoff, zh-Hant: 維特科夫, zh-Hans: 威特科夫, ru: Уиткофф, uk: Віткофф }
            regional: { zh-TW: { name: 史蒂夫·威科夫, short: 威科夫 } }
            """);
        var name = new RegionalTexts("en", [], []).Name(party, "name");
        var @short = new RegionalTexts("en", [], []).Name(party, "short");
        Assert.Equal(
            ["史蒂夫·維特科夫", "史蒂夫·威科夫", "史蒂夫·維特科夫"],
            [name[Locale.TraditionalChinese], name[Locale.Taiwan], name[Locale.HongKong]]);
        Assert.Equal(
            ["維特科夫", "威科夫", "維特科夫"],
            [@short[Locale.TraditionalChinese], @short[Locale.Taiwan], @short[Locale.HongKong]]);
    }

    private static void Becomes(string written, string shown, string taiwan, string hongKong)
    {
        var text = new RegionalTexts("en", ReadParties(), ReadWords()).Text(Map($"{{ en: a, zh-Hant: '{written}', zh-Hans: b, ru: c, uk: d }}"));
        Assert.Equal([shown, taiwan, hongKong], [text[Locale.TraditionalChinese], text[Locale.Taiwan], text[Locale.HongKong]]);
        Assert.Equal(shown, text[Language.TraditionalChinese]);
    }

    private static YamlMapping[] ReadWords() => [.. ((YamlSequence)YamlReader.Read("f.yaml", "[{ zh-Hant: 報道, zh-TW: 報導 }, { zh-Hant: 報道會, zh-TW: 記者會, zh-HK: 記招 }]", [])!).Items.Cast<YamlMapping>()];

    private static YamlMapping[] ReadParties() => [.. ((YamlSequence)YamlReader.Read("f.yaml", Parties, [])!).Items.Cast<YamlMapping>()];

    private static YamlMapping Map(string yaml) => (YamlMapping)YamlReader.Read("f.yaml", yaml, [])!;
}
