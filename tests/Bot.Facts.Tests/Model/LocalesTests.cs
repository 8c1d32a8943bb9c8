using Bot.Facts.Model;

namespace Bot.Facts.Tests.Model;

public sealed class LocalesTests
{
    [Theory]
    [InlineData("zh-TW", Locale.Taiwan)]
    [InlineData("zh-HK", Locale.HongKong)]
    [InlineData("zh-MO", Locale.HongKong)]
    [InlineData("zh-hant", Locale.TraditionalChinese)]
    [InlineData("zh-Hant", Locale.TraditionalChinese)]
    [InlineData("zh-Hant-TW", Locale.Taiwan)]
    [InlineData("zh-Hant-HK", Locale.HongKong)]
    [InlineData("zh-Hant-CN", Locale.TraditionalChinese)]
    [InlineData("zh", Locale.SimplifiedChinese)]
    [InlineData("zh-CN", Locale.SimplifiedChinese)]
    [InlineData("zh-SG", Locale.SimplifiedChinese)]
    [InlineData("zh-Hans", Locale.SimplifiedChinese)]
    [InlineData("zh-Hans-HK", Locale.SimplifiedChinese)]
    [InlineData("uk", Locale.Ukrainian)]
    [InlineData("uk-UA", Locale.Ukrainian)]
    [InlineData("ru", Locale.Russian)]
    [InlineData("ru-UA", Locale.Russian)]
    [InlineData("en", Locale.English)]
    [InlineData("en-GB", Locale.English)]
    [InlineData("EN-us", Locale.English)]
    [InlineData("ZH_tw", Locale.Taiwan)]
    [InlineData("zh_HK.UTF-8", Locale.HongKong)]
    [InlineData("uk_UA.UTF-8@euro", Locale.Ukrainian)]
    [InlineData(" ru ", Locale.Russian)]
    public void A_tag_leads_to_its_locale(string tag, Locale locale)
    {
        Assert.Equal(locale, Locales.TryFromTag(tag));
        Assert.Equal(locale, Locales.FromTag(tag));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("de")]
    [InlineData("ja-JP")]
    [InlineData("C.UTF-8")]
    [InlineData("ukr")]
    [InlineData("zhang")]
    [InlineData("x-zh")]
    [InlineData("-")]
    [InlineData("俄")]
    public void Every_other_reader_reads_English(string? tag)
    {
        Assert.Null(Locales.TryFromTag(tag));
        Assert.Equal(Locale.English, Locales.FromTag(tag));
    }

    [Fact]
    public void There_are_seven_locales_each_with_the_tag_that_leads_back_to_it()
    {
        Assert.Equal(["en", "zh-Hant", "zh-TW", "zh-HK", "zh-Hans", "ru", "uk"], Locales.All.ToArray().Select(l => l.Tag()));
        Assert.Equal(Locales.All.ToArray(), Locales.All.ToArray().Select(l => Locales.FromTag(l.Tag())));
        Assert.Equal(Enum.GetValues<Locale>(), Locales.All.ToArray());
        Assert.Equal(7, Locales.Count);
    }

    [Fact]
    public void Taiwan_and_Hong_Kong_read_traditional_Chinese()
    {
        Assert.Equal(
            [
                Language.English, Language.TraditionalChinese, Language.TraditionalChinese, Language.TraditionalChinese,
                Language.SimplifiedChinese, Language.Russian, Language.Ukrainian,
            ],
            Locales.All.ToArray().Select(l => l.ToLanguage()));
    }

    [Fact]
    public void There_are_five_languages_each_with_a_locale_of_its_own()
    {
        Assert.Equal(["en", "zh-Hant", "zh-Hans", "ru", "uk"], Languages.Tags);
        Assert.Equal(Languages.Tags, Languages.All.ToArray().Select(l => l.Tag()));
        Assert.Equal(Languages.Tags, Languages.All.ToArray().Select(l => l.ToLocale().Tag()));
    }
}
