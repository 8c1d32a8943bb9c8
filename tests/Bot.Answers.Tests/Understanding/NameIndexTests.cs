using Bot.Answers.Reading;
using Bot.Answers.Understanding;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Understanding;

public sealed class NameIndexTests
{
    private static readonly NameIndex<Party> s_parties = new BaseSnapshot(SampleBase.Facts).Parties;

    [Fact]
    public void A_longer_name_that_means_something_else_may_be_a_name_of_that()
    {
        string[][] entities = [["russia", "俄羅斯"], ["belarus", "白俄羅斯"]];
        var index = new NameIndex<string[]>(entities, e => e.Skip(1), ["白俄羅斯", "俄羅斯族"]);

        Assert.Equal(["belarus"], index.FindMentions("白俄羅斯在哪裡").Select(e => e[0]));
        Assert.Empty(index.FindMentions("俄羅斯族"));
    }

    [Theory]
    [InlineData("the people's bank of X", "bank")]
    [InlineData("Peoples Bank", "bank")]
    [InlineData("what's Berg's view", "berg")]
    [InlineData("Bergs view", "")]
    [InlineData("a'sberg", "")]
    public void The_ending_of_an_English_possessive_is_no_part_of_a_name(string text, string found)
    {
        string[][] entities = [["bank", "People’s Bank"], ["berg", "Berg"]];

        Assert.Equal(found, string.Join(' ', new NameIndex<string[]>(entities, e => e.Skip(1)).FindMentions(text).Select(e => e[0])));
    }

    [Theory]
    [InlineData("Zelensky", "zelensky")]
    [InlineData("Zelenskyy", "zelensky")]
    [InlineData("Zelenskiy", "zelensky")]
    [InlineData("ZELENSKYJ", "zelensky")]
    [InlineData("Володимир Зеленський", "zelensky")]
    [InlineData("Зеленського", "zelensky")]
    [InlineData("Зеленскому", "zelensky")]
    [InlineData("澤倫斯基", "zelensky")]
    [InlineData("澤連斯基", "zelensky")]
    [InlineData("泽连斯基", "zelensky")]
    [InlineData("川普", "trump")]
    [InlineData("特朗普", "trump")]
    [InlineData("Трампом", "trump")]
    [InlineData("普丁", "putin")]
    [InlineData("普京", "putin")]
    [InlineData("Путіна", "putin")]
    [InlineData("Ушаков", "ushakov")]
    [InlineData("烏沙科夫", "ushakov")]
    [InlineData("Пєсков", "peskov")]
    [InlineData("Пескова", "peskov")]
    [InlineData("Лавровим", "lavrov")]
    [InlineData("拉夫羅夫", "lavrov")]
    [InlineData("Рубіо", "rubio")]
    [InlineData("盧比歐", "rubio")]
    [InlineData("the US", "us")]
    [InlineData("U.S.", "us")]
    [InlineData("美國", "us")]
    [InlineData("Ер-Ріяд", "riyadh")]
    [InlineData("Kiev", "kyiv")]
    [InlineData("Lavrov's", "lavrov")]
    [InlineData("LAVROV’S", "lavrov")]
    [InlineData("Lavrov′s", "lavrov")]
    [InlineData("Lavrovʹs", "lavrov")]
    [InlineData("Lavrov＇s", "lavrov")]
    [InlineData("PUTİN", "putin")]
    [InlineData("𝐋𝐚𝐯𝐫𝐨𝐯", "lavrov")]
    [InlineData("Ｌａｖｒｏｖ", "lavrov")]
    [InlineData("拉夫\uf90f夫", "lavrov")]
    [InlineData("拉夫羅\U000e0100夫", "lavrov")]
    public void A_name_is_found_in_every_spelling(string name, string id)
    {
        Assert.Equal(id, s_parties.Find(name)?.Id);
    }

    [Theory]
    [InlineData("Lavrox", "lavrov")]
    [InlineData("Zelenksy", "zelensky")]
    [InlineData("Pescov", "peskov")]
    [InlineData("Лавпов", "lavrov")]
    [InlineData("Ушакоф", "ushakov")]
    [InlineData("拉夫洛夫斯", "lavrov")]
    public void A_near_miss_finds_nobody_but_suggests(string typed, string id)
    {
        Assert.Null(s_parties.Find(typed));
        Assert.Equal(id, s_parties.Closest(typed, 5)[0].Id);
    }

    [Theory]
    [InlineData("xyzzy")]
    [InlineData("Napoleon Bonaparte")]
    [InlineData("")]
    public void What_is_near_no_name_suggests_none(string typed)
    {
        Assert.Empty(s_parties.Closest(typed, 5));
    }

    [Theory]
    [InlineData("What did Lavrov tell Rubio?", "lavrov rubio")]
    [InlineData("Trump and trump and TRUMP", "trump")]
    [InlineData("the trumpet of Putinism", "")]
    [InlineData("a waltz in Vienna, waltzing", "waltz")]
    [InlineData("waltzes and waltzing", "")]
    [InlineData("特朗普與普京通電話", "trump putin")]
    [InlineData("Putin與川普", "putin trump")]
    [InlineData("白俄羅斯", "")]
    [InlineData("白俄罗斯和俄罗斯", "russia")]
    [InlineData("拉美國家怎麼說", "")]
    [InlineData("美國國務院", "state-department")]
    [InlineData("О чём Лавров говорил с Рубио?", "lavrov rubio")]
    [InlineData("Хто такий Кіт Келлог?", "kellogg")]
    public void Only_whole_names_are_found_in_a_text(string text, string ids)
    {
        Assert.Equal(ids, string.Join(' ', s_parties.FindMentions(text).Select(p => p.Id)));
    }

    [Fact]
    public void The_articles_typing_error_names_nobody()
    {
        Assert.Null(s_parties.Find("俄朗普"));
        Assert.Empty(s_parties.FindMentions("俄朗普"));
    }

    [Fact]
    public void A_spelling_that_two_share_stays_with_the_first()
    {
        var finder = new NameIndex<string>(["first", "second"], _ => ["name"]);

        Assert.Equal("first", finder.Find("NAME"));
    }

    [Fact]
    public void Of_overlapping_names_the_longest_counts()
    {
        var finder = new NameIndex<string>(["Riyadh", "Riyadh talks"], name => [name]);

        Assert.Equal(["Riyadh talks", "Riyadh"], finder.FindMentions("the Riyadh talks of Riyadh"));
    }

    [Fact]
    public void Every_spelling_is_replaced_by_one()
    {
        var finder = new NameIndex<string>(["p"], _ => ["putin", "普京"]);

        Assert.Equal(" p  与 p ", finder.Replace("putin 与普京", p => p));
        Assert.Equal("nobody", finder.Replace("nobody", p => p));
    }

    [Theory]
    [InlineData("lavr")]
    [InlineData("LAVR")]
    [InlineData("лавр")]
    [InlineData("拉夫")]
    [InlineData("lavrow")]
    public void The_beginning_of_a_name_completes_it(string typed)
    {
        Assert.Equal("lavrov", s_parties.Complete(typed).First().Id);
    }
}
