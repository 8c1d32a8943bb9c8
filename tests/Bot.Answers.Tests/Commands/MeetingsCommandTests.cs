using Bot.Answers.Model;

namespace Bot.Answers.Tests.Commands;

/// <summary>Questions about who met whom, how often, and when first and last.</summary>
public sealed class MeetingsCommandTests
{
    [Theory]
    [InlineData("en", "How many times did Ada Berg and Ivar Lund meet?", "The base (3 May 2021 – 30 June 2022) has 14 meetings in person:")]
    [InlineData("en", "how often have Berg and Lund met in Lillo", "The base (3 May 2021 – 30 June 2022) has 7 meetings in person:")]
    [InlineData("en", "How many times did Berg meet Lund in 2022?", "The base (3 May 2021 – 30 June 2022) has 6 meetings in person:")]
    [InlineData("en", "How many phone calls were there between Berg and Lund?", "The base (3 May 2021 – 30 June 2022) has 14 calls:")]
    [InlineData("en", "How many times did Saltvik and Nordvik meet?", "The base (3 May 2021 – 30 June 2022) has 14 meetings in person:")]
    [InlineData("zh-Hant", "艾達·貝格和伊瓦·倫德見過幾次面？", "事實庫（2021年5月3日至2022年6月30日）中有14次會面：")]
    [InlineData("zh-Hans", "艾达·贝格和伊瓦·伦德见过几次面？", "事实库（2021年5月3日至2022年6月30日）中有14次会面：")]
    [InlineData("ru", "Сколько раз встречались Ада Берг и Ивар Лунд?", "В базе (3 мая 2021 года – 30 июня 2022 года) — 14 личных встреч:")]
    [InlineData("uk", "Скільки разів зустрічалися Ада Берг та Івар Лунд?", "У базі (3 травня 2021 року – 30 червня 2022 року) — 14 особистих зустрічей:")]
    public void Meetings_are_counted_and_listed_in_the_order_of_time(string language, string question, string count)
    {
        var answer = LongBase.Ask(question, language);

        Assert.Equal((Outcome.Answered, count), (answer.Outcome, answer.Prose()));
        Assert.Contains($"{answer.Facts.Count()}", count, StringComparison.Ordinal);
        Assert.Equal(answer.Facts.Select(f => f.When).Order(StringComparer.Ordinal), answer.Facts.Select(f => f.When));
    }

    [Theory]
    [InlineData("en", "When was the first meeting of Berg and Lund?", "round-1-held")]
    [InlineData("en", "When did Berg and Lund last meet?", "round-14-held")]
    [InlineData("en", "When was the last call between Berg and Lund?", "call-14-held")]
    [InlineData("en", "When did Berg and Lund first meet in Lillo?", "round-2-held")]
    [InlineData("zh-Hant", "艾達·貝格和伊瓦·倫德第一次會面是什麼時候？", "round-1-held")]
    [InlineData("ru", "Когда Берг и Лунд встретились в последний раз?", "round-14-held")]
    [InlineData("uk", "Коли Берг і Лунд зустрілися вперше?", "round-1-held")]
    public void The_first_and_the_last_are_found(string language, string question, string fact)
    {
        Assert.Equal([fact], LongBase.Ask(question, language).Ids());
    }

    [Fact]
    public void Who_met_whom_is_answered_for_a_day_or_a_place()
    {
        Assert.Equal(["round-3-held"], LongBase.Ask("Who met whom on 3 July 2021?").Ids());
        Assert.Equal(7, LongBase.Ask("Who met whom in Storhamn?").Facts.Count());
    }

    [Fact]
    public void After_an_answer_they_are_those_who_met_there()
    {
        var request = new Request("ask", "how many times did they meet?", "en") { FollowsUp = ["round-3-held"] };

        Assert.Equal(14, LongBase.Answerer.Answer(request).Facts.Count());
    }

    [Theory]
    [InlineData("How many times did Ada Berg and Ivar Lund meet in Lillo in 2022?")]
    [InlineData("How many phone calls were there between Berg and Lund?")]
    public void A_list_is_shortened_to_its_people_and_its_time(string question)
    {
        var answer = LongBase.Ask(question);
        var code = LongBase.Answerer.Encode(answer.Request, "9fa0b8fc", 63);

        Assert.NotNull(code);
        Assert.Equal(answer.Ids(), LongBase.Answerer.Answer(LongBase.Answerer.Decode(code)!.Request).Ids());
    }

    [Theory]
    [InlineData("How many crossings did round 5 bring?")]
    [InlineData("How many times did Berg complain about the ferry?")]
    [InlineData("how many times did they meet?")]
    [InlineData("/meetings nonsense")]
    [InlineData("/meetings call p-mayor p-mayor-x")]
    public void Another_question_is_none_about_meetings(string question)
    {
        Assert.DoesNotMatch("(The|In the) base \\(", LongBase.Ask(question).Prose());
    }
}
