namespace Bot.Facts.Tests.Proofreading;

public sealed class MisspeltNamesTests
{
    private const string Call = "2025-02/call.yaml";

    [Theory]
    [InlineData("en: They spoke.", "en: They spoke with Donlad.", "the en text has 'Donlad', which is almost 'Donald'")]
    [InlineData("en: They spoke.", "en: Tramp spoke.", "the en text has 'Tramp', which is almost 'Trump'")]
    [InlineData("ru: Они говорили.", "ru: С Доналдом говорили.", "the ru text has 'Доналдом', which is almost 'Дональд'")]
    [InlineData("zh-Hans: 他们通话。", "zh-Hans: 特朗朗通话。", "the zh-Hans text has '特朗朗', which is almost '特朗普'")]
    public void A_word_that_is_almost_a_name_is_reported_with_the_name(string sound, string mistake, string problem) =>
        Assert.Contains(problem, Assert.Single(Misspelt(new SmallBase().Change(Call, sound, mistake))), StringComparison.Ordinal);

    [Theory]
    [InlineData("ru: Они говорили.", "ru: Говорили с Дональдом Трампом о Дональде Трампе.")]
    [InlineData("uk: Вони говорили.", "uk: Говорили з Дональдом Трампом про Дональда Трампа.")]
    [InlineData("en: They spoke.", "en: Trump’s people and the Trumpist Donaldson spoke.")]
    [InlineData("en: They spoke.", "en: They spoke of donalt.")]
    [InlineData("zh-Hans: 他们通话。", "zh-Hans: 特朗普与他们通话。")]
    [InlineData("zh-Hans: 他们通话。", "zh-Hans: '他们写「{特郎普}」。'")]
    [InlineData("zh-Hans: 他们通话。", "zh-Hans: 特朗斯（Trans）通话。")]
    public void Forms_of_a_name_other_words_and_what_is_explained_or_quoted_are_none(string sound, string other) =>
        Assert.Empty(Misspelt(new SmallBase().Change(Call, sound, other)));

    [Fact]
    public void A_word_that_two_facts_have_is_one_of_its_own() =>
        Assert.Empty(Misspelt(new SmallBase().Change(Call, "en: They spoke.", "en: Tramp spoke.").Change(Call, "en: It was long.", "en: Tramp said so.")));

    [Fact]
    public void Examples_are_as_people_type() =>
        Assert.Empty(Misspelt(new SmallBase().Change(Call, "en: [Did they speak]", "en: [Did Donlad speak]")));

    private static IEnumerable<string> Misspelt(SmallBase small) => small.Proofread().Where(p => p.Contains("[misspelt-names]", StringComparison.Ordinal));
}
