using Bot.Answers.Reading;
using Bot.Answers.Understanding;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Understanding;

public sealed class OfficeNamesTests
{
    private const string Roles =
        """
            roles:
              - title: { en: mayor of Saltvik, zh-Hant: 薩特維克市長, zh-Hans: 萨特维克市长, ru: мэр Сальтвика, uk: мер Сальтвіка }
                words: { en: [mayor], zh-Hant: [市長] }
                from: FROM
                until: UNTIL
                sources: [s-gazette]
          - id: p-successor
            kind: person
            side: p-town
            name: { en: Finn Dahl, zh-Hant: 芬恩·達爾, zh-Hans: 芬恩·达尔, ru: Финн Даль, uk: Фінн Даль }
            roles:
              - title: { en: mayor of Saltvik, zh-Hant: 薩特維克市長, zh-Hans: 萨特维克市长, ru: мэр Сальтвика, uk: мер Сальтвіка }
                words: { en: [mayor], zh-Hant: [市長] }
                from: BEFORE
                until: THEN
                sources: [s-gazette]
        """;

    [Fact]
    public void An_office_names_the_person_who_held_it_at_the_time_of_the_base()
    {
        var parties = PartiesWith("2015-01-01", "2021-06-30", before: "2010-01-01", then: "2014-12-31");

        Assert.Equal(["p-mayor"], parties.FindMentions("What did the mayor promise?").Select(p => p.Id));
        Assert.Equal(["p-mayor"], parties.FindMentions("市長承諾了什麼？").Select(p => p.Id));
    }

    [Fact]
    public void An_office_that_two_held_at_the_time_of_the_base_names_nobody()
    {
        var parties = PartiesWith("2021-05-16", "2021-06-30", before: "2010-01-01", then: "2021-05-15");

        Assert.Empty(parties.FindMentions("What did the mayor promise?"));
    }

    [Fact]
    public void An_office_held_at_another_time_names_nobody()
    {
        var parties = PartiesWith("2015-01-01", "2016-12-31", before: "2010-01-01", then: "2014-12-31");

        Assert.Empty(parties.FindMentions("What did the mayor promise?"));
    }

    private static NameIndex<Party> PartiesWith(string from, string until, string before, string then)
    {
        const string Name = "    name: { en: Ada Berg, zh-Hant: 艾達·貝格, zh-Hans: 艾达·贝格, ru: Ада Берг, uk: Ада Берг }\n";
        var roles = Roles.Replace("FROM", from, StringComparison.Ordinal).Replace("UNTIL", until, StringComparison.Ordinal)
            .Replace("BEFORE", before, StringComparison.Ordinal).Replace("THEN", then, StringComparison.Ordinal);
        return new BaseSnapshot(OtherBase.LoadWithSides("", Name, Name + roles + "\n")).Parties;
    }
}
