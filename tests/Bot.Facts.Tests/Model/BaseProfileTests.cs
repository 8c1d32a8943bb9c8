using Bot.Facts.Model;

namespace Bot.Facts.Tests.Model;

public sealed class BaseProfileTests
{
    [Fact]
    public void What_a_base_leaves_out_comes_from_its_facts_and_names()
    {
        var profile = new SmallBase().Load().Base!.Profile;

        Assert.Equal((null, null, null, null, null), (profile.Name, profile.Description, profile.ShortDescription, profile.About, profile.CheckedAgainst));
        Assert.Equal(["us"], profile.Sides.Select(p => p.Id));
        Assert.Equal(("call-held", "call-held", "trump", "trump"), Ids(profile.Examples));
    }

    [Fact]
    public void A_base_may_choose_its_sides_and_examples()
    {
        var profile = new SmallBase().Append("base.yaml", "sides: [putin, us]\nexamples: { ask: call-length, fact: call-length, who: putin, statements: putin }\n").Load().Base!.Profile;

        Assert.Equal(["putin", "us"], profile.Sides.Select(p => p.Id));
        Assert.Equal(("call-length", "call-length", "putin", "putin"), Ids(profile.Examples));
    }

    [Fact]
    public void Texts_of_the_base_have_regional_names_and_may_have_paragraphs()
    {
        var profile = new SmallBase().Append("base.yaml", Texts("description", "\"特朗普。\\n\\n第二段。\"")).Load().Base!.Profile;

        Assert.Equal("特朗普。\n\n第二段。", profile.Description![Locale.TraditionalChinese]);
        Assert.Equal("川普。\n\n第二段。", profile.Description[Locale.Taiwan]);
    }

    [Theory]
    [InlineData("description", 512)]
    [InlineData("short-description", 120)]
    [InlineData("name", 64)]
    public void A_text_that_platforms_limit_is_checked_in_each_language(string key, int max)
    {
        Assert.Empty(new SmallBase().Append("base.yaml", Texts(key, new string('文', max))).Problems());
        Assert.Equal(
            [$"base.yaml:{Line + 2}:12: the text has {max + 1} characters; shorten it to {max}"],
            new SmallBase().Append("base.yaml", Texts(key, new string('文', max + 1))).Problems());
    }

    [Theory]
    [InlineData("sides: [us, nobody]\n", ":13: there is no party 'nobody'; add the party, or remove the id here")]
    [InlineData("sides: []\n", ":8: the list is empty; add an item, or leave the key out")]
    [InlineData("examples: { ask: call-hold }\n", ":18: there is no fact 'call-hold'; did you mean 'call-held'?")]
    [InlineData("examples: { answer: call-held }\n", ":13: unknown key 'answer'; use one of: ask, fact, who, statements")]
    public void Sides_and_examples_are_of_the_base(string line, string problem)
    {
        var before = Line;

        Assert.Equal([$"base.yaml:{before}{problem}"], new SmallBase().Append("base.yaml", line).Problems());
    }

    [Theory]
    [InlineData("about")]
    [InlineData("short-description")]
    public void Only_the_description_has_paragraphs(string key)
    {
        Assert.Equal(
            [$"base.yaml:{Line + 2}:12: the text has spaces around it or a line break in it; write it on one line"],
            new SmallBase().Append("base.yaml", Texts(key, "\"一。\\n\\n二。\"")).Problems());
    }

    // The line of what is appended.
    [Fact]
    public void A_remark_has_a_time_and_a_short_sentence_in_each_language()
    {
        static string Remark(string when, string traditional) => $"remarks:\n  - when: {when}\n    text: {{ en: Few., zh-Hant: {traditional}, zh-Hans: 少。, ru: Мало., uk: Мало. }}\n";
        var longest = new string('文', 160);

        var remark = new SmallBase().Append("base.yaml", Remark("from 2025-02-10", longest)).Load().Base!.Profile.Remarks.Single();

        Assert.Equal(("from 2025-02-10", longest, "Few."), (remark.When.ToString(), remark.Text[Locale.TraditionalChinese], remark.Text[Locale.English]));
        Assert.Equal([$"base.yaml:{Line + 2}:32: the text has 161 characters; shorten it to 160"], new SmallBase().Append("base.yaml", Remark("from 2025-02-10", longest + "文")).Problems());
        Assert.Equal([$"base.yaml:{Line + 1}:11: 'lately' is not a date; write 2025-02-12, 2025-02, 2025, 2025-02-17 to 2025-02-18, before 2025-02-12 or from 2025-02-12, with days that the calendar has"], new SmallBase().Append("base.yaml", Remark("lately", "少。")).Problems());
    }

    private static int Line => new SmallBase()["base.yaml"].Split('\n').Length;

    private static string Texts(string key, string traditional) => $"{key}:\n  en: One.\n  zh-Hant: {traditional}\n  zh-Hans: 一。\n  ru: Один.\n  uk: Один.\n";

    private static (string, string, string, string) Ids(BaseExamples examples) => (examples.Asked.Id, examples.Fact.Id, examples.Party.Id, examples.Speaker.Id);
}
