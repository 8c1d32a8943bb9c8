using System.Text.RegularExpressions;
using Bot.Facts.Model;

namespace Bot.Facts.Tests;

public sealed partial class LanguagesOfABaseTests
{
    [Fact]
    public void English_alone_is_a_whole_base()
    {
        var facts = InEnglish().Load();

        Assert.Empty(facts.Problems);
        Assert.Equal([Language.English], facts.Base!.Languages);
        Assert.All(Locales.All.ToArray(), locale => Assert.Equal("They spoke.", facts.Base.FindFact("call-held")!.Text[locale]));
        Assert.All(Locales.All.ToArray(), locale => Assert.Equal(Locale.English, facts.Base.ServedLocale(locale)));
    }

    [Fact]
    public void A_text_in_a_language_that_the_base_does_not_have_is_a_problem()
    {
        Assert.Equal(
            ["names/places.yaml:4:32: 'ru' is not a language of this base; remove the text, or add the language to languages in base.yaml"],
            InEnglish().Change("names/places.yaml", "en: United States", "en: United States, ru: США").Problems());
    }

    [Fact]
    public void The_first_language_is_for_readers_of_all_others()
    {
        var facts = new SmallBase().Change("base.yaml", "as-of: 2025-03-01\n", "as-of: 2025-03-01\nlanguages: [uk, en, zh-Hant, zh-Hans, ru]\n").Load().Base!;
        Assert.Equal([Language.Ukrainian, Language.English, Language.TraditionalChinese, Language.SimplifiedChinese, Language.Russian], facts.Languages);
    }

    [Fact]
    public void A_base_without_a_choice_has_all_five()
    {
        Assert.Equal(5, new SmallBase().Load().Base!.Languages.Length);
    }

    private static SmallBase InEnglish()
    {
        var small = new SmallBase().Change("base.yaml", "as-of: 2025-03-01\n", "as-of: 2025-03-01\nlanguages: [en]\n").Change("names/people.yaml", "    regional:\n", "").Change("names/people.yaml", "      zh-TW: { name: 唐納·川普, short: 川普 }\n", "");
        foreach (var file in small.Files.ToList())
        {
            small.Write(file, OtherLanguages().Replace(small[file], ""));
        }

        return small;
    }

    [GeneratedRegex(", (?:zh-Hant|zh-Hans|ru|uk): (?:\\[[^\\]]*\\]|[^,}]*?)(?=,| ?})")]
    private static partial Regex OtherLanguages();
}
