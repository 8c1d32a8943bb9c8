using Bot.Answers.Conversation;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Conversation;

public sealed class BaseOverviewQuestionTests
{
    private static readonly BaseOverviewQuestion s_questions = new(SampleBase.Facts.Profile.Sides.SelectMany(p => p.Spellings));

    [Theory]
    [InlineData("Where do the talks stand? | where do the US-Russia peace talks stand now? | what's the latest? | What is the latest on the talks? | how are the negotiations going | any news? | current status of the peace talks | what is the current state of affairs | where are we now | are the talks still going on? | how far have they got? | What's happening with the talks between Russia and Ukraine? | latest news on the peace negotiations | state of play? | Have there been any updates? | lastest news")]
    [InlineData("谈判现在进行到哪一步了？ | 谈判进展如何 | 現在談判到哪裡了？ | 談判的最新進展是什麼？ | 俄乌谈判怎么样了 | 最近有什么消息 | 而家傾成點 | 俄烏和談目前進展如何？ | 现在是什么情况 | 有最新消息嗎 | 還在談嗎")]
    [InlineData("На каком этапе сейчас переговоры? | Как идут переговоры России и Украины? | Какие последние новости? | что сейчас с переговорами | как обстоят дела на переговорах | есть прогресс? | какова ситуация на сегодня | что нового в мирных переговорах")]
    [InlineData("На якому етапі зараз перемовини? | Як просуваються перемовини? | Які останні новини? | що зараз з перемовинами | яка зараз ситуація | який стан справ на переговорах | який зараз стан мирних переговорів")]
    public void Whoever_asks_where_things_stand_is_understood(string forms) => AssertAll(BaseOverviewKind.Now, forms);

    [Theory]
    [InlineData("Who negotiates now? | who is negotiating | Who are the negotiators? | who is leading the talks now | who's at the table these days? | who negotiates for Russia and Ukraine now | Who represents the US in the talks? | who is currently negotiating for Ukraine")]
    [InlineData("谁在谈判？ | 現在誰在談判？ | 目前由谁负责谈判 | 谈判代表是谁 | 边个负责同俄罗斯谈判 | 现在俄乌双方的谈判代表都有谁？")]
    [InlineData("Кто сейчас ведёт переговоры? | кто переговорщики | Кто участвует в переговорах сейчас? | кто от России ведёт переговоры | кто представляет Украину на переговорах")]
    [InlineData("Хто зараз веде перемовини? | хто перемовники | хто бере участь у переговорах | хто представляє США на перемовинах?")]
    public void Whoever_asks_who_negotiates_is_understood(string forms) => AssertAll(BaseOverviewKind.Negotiators, forms);

    [Theory]
    [InlineData("Where did the talks take place? | Who was at the Riyadh talks? | who attended? | what is the latest meeting of Trump and Zelensky | when was the last meeting | What's up? | what's new? | where does Ukraine stand on NATO | where does Ukraine stand | Who is Lavrov? | what came out of the talks | Where do the talks in Jeddah stand? | latest football news | current weather | Russia | now | ")]
    [InlineData("谁是拉夫罗夫 | 谈判在哪里举行 | 谁参加了利雅得会谈 | 俄罗斯 | 现在")]
    [InlineData("Какова была позиция России? | кто участвовал | Кто такой Лавров? | переговоры | сейчас")]
    [InlineData("хто брав участь | Хто такий Лавров? | перемовини | зараз")]
    public void Whoever_asks_about_something_more_particular_is_not(string forms)
    {
        Assert.Equal("", string.Join(" | ", forms.Split(" | ").Where(f => s_questions.Detect(f) is not null)));
    }

    private static void AssertAll(BaseOverviewKind kind, string forms) =>
        Assert.Equal("", string.Join(" | ", forms.Split(" | ").Where(f => s_questions.Detect(f) != kind)));
}
