using Bot.Answers.Model;

namespace Bot.Answers.Tests.Commands;

/// <summary>Questions about meetings of which an event has several, each with its own time, place and fact.</summary>
public sealed class SeveralMeetingsTests
{
    private const string Span = "(20 May 2021 – 30 June 2022)";

    [Theory]
    [InlineData("en", "How many times did Berg and Lund speak by phone?", "call-of-lund fares-call")]
    [InlineData("en", "How many times did Berg meet Moe?", "dinner delegations visit")]
    [InlineData("en", "How many times did Berg and Lund meet or speak?", "call-of-lund delegations fares-call")]
    [InlineData("en", "How many times have Berg and Lund spoken?", "call-of-lund delegations fares-call")]
    [InlineData("en", "How often did Saltvik and Nordvik meet?", "dinner talks visit")]
    [InlineData("en", "How many times did Berg and Lund talk in 2022?", "fares-call")]
    [InlineData("zh-Hans", "艾达·贝格和伊瓦·伦德通过几次电话？", "call-of-lund fares-call")]
    [InlineData("ru", "Сколько раз Берг и Лунд говорили по телефону?", "call-of-lund fares-call")]
    [InlineData("uk", "Скільки разів Берг і Лунд розмовляли телефоном у 2022 році?", "fares-call")]
    public void Each_meeting_of_those_who_are_asked_about_is_counted(string language, string question, string facts)
    {
        Assert.Equal(facts, string.Join(' ', MeetingsBase.Ask(question, language).Ids()));
    }

    [Theory]
    [InlineData("How many times did Berg and Lund meet?", "has 1 meeting in person:")]
    [InlineData("How many times did Berg and Lund call each other?", "has 2 calls:")]
    [InlineData("How many times did Berg and Lund meet or call?", "has 1 meeting in person, 2 calls:")]
    public void Meetings_and_calls_are_counted_apart(string question, string count)
    {
        Assert.Equal($"The base {Span} {count}", MeetingsBase.Ask(question).Prose());
    }

    [Theory]
    [InlineData("en", "When did Berg and Moe first speak by phone?", "call-of-moe", "The first in the base (20 May 2021 – 30 June 2022):")]
    [InlineData("en", "When was the last call between Berg and Lund?", "fares-call", "The last in the base (20 May 2021 – 30 June 2022):")]
    [InlineData("en", "When did Berg and Moe last meet?", "visit", "The last in the base (20 May 2021 – 30 June 2022):")]
    [InlineData("en", "When did Berg and Lund last speak?", "delegations fares-call", "The last in the base (20 May 2021 – 30 June 2022):")]
    [InlineData("zh-Hant", "艾達·貝格和伊娃·莫第一次見面是何時？", "dinner", "事實庫（2021年5月20日至2022年6月30日）中最早的：")]
    [InlineData("zh-Hans", "艾达·贝格和伊瓦·伦德最后一次通话是哪天", "fares-call", "事实库（2021年5月20日至2022年6月30日）中最近的：")]
    [InlineData("ru", "Когда впервые встретились Берг и Лунд?", "delegations", "Первое в базе (20 мая 2021 года – 30 июня 2022 года):")]
    [InlineData("uk", "Коли востаннє говорили Берг і Лунд?", "delegations fares-call", "Останнє в базі (20 травня 2021 року – 30 червня 2022 року):")]
    public void The_first_and_the_last_are_those_of_the_base(string language, string question, string facts, string lead)
    {
        var answer = MeetingsBase.Ask(question, language);

        Assert.Equal((facts, lead), (string.Join(' ', answer.Ids()), answer.Prose()));
    }

    [Theory]
    [InlineData("en", "Who met in Lillo?", "visit")]
    [InlineData("en", "Who met in Storhamn?", "talks")]
    [InlineData("en", "Which leaders met in Lillo?", "visit")]
    [InlineData("zh-Hans", "哪些领导人在塔恩会面？", "dinner")]
    [InlineData("ru", "Какие лидеры встречались в Стурхамне?", "talks")]
    [InlineData("en", "Was there a meeting between Berg and Lund?", "delegations")]
    [InlineData("ru", "Была ли встреча Берга и Лунда?", "delegations")]
    [InlineData("en", "How many times did Berg meet in July 2021?", "delegations visit")]
    [InlineData("en", "Where did Berg and Lund meet?", "delegations")]
    [InlineData("en", "How many times did Berg and Moe meet in Nordvik?", "dinner delegations")]
    [InlineData("zh-Hans", "谁在塔恩会面？", "dinner")]
    [InlineData("zh-Hant", "誰在塔恩見面？", "dinner")]
    [InlineData("zh-Hant", "誰在塔恩開會？", "dinner")]
    [InlineData("ru", "Кто встречался в Стурхамне?", "talks")]
    [InlineData("uk", "Хто зустрічався в Стурхамні?", "talks")]
    public void A_meeting_is_in_its_own_place_and_not_in_another_of_the_title(string language, string question, string facts)
    {
        Assert.Equal(facts, string.Join(' ', MeetingsBase.Ask(question, language).Ids()));
    }

    [Theory]
    [InlineData("en", "Did Berg and Lund speak by phone in May?", "call-of-lund")]
    [InlineData("en", "How many times did Berg and Moe meet in May?", "dinner")]
    [InlineData("ru", "Сколько раз Берг и Лунд говорили по телефону в мае?", "call-of-lund")]
    [InlineData("uk", "Скільки разів Берг і Лунд розмовляли телефоном у травні?", "call-of-lund")]
    [InlineData("zh-Hans", "贝格和伦德5月通过几次电话？", "call-of-lund")]
    public void A_month_without_a_year_is_the_last_in_which_they_met(string language, string question, string facts)
    {
        var answer = MeetingsBase.Ask(question, language);

        Assert.Equal((Outcome.Answered, facts), (answer.Outcome, string.Join(' ', answer.Ids())));
    }

    [Theory]
    [InlineData("en", "Did Berg and Lund talk about raising the fares on 20 May 2021?")]
    [InlineData("en", "Did Berg in the call with Lund on 20 May raise the fares?")]
    public void A_day_is_not_corrected_on_which_those_people_met(string language, string question)
    {
        var answer = MeetingsBase.Ask(question, language);

        Assert.Equal(Outcome.Closest, answer.Outcome);
        Assert.DoesNotContain("that is the date in the base", answer.Prose(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_is_corrected_on_which_they_did_not_meet()
    {
        var answer = MeetingsBase.Ask("Was it about the fares that Berg phoned Lund on 21 May 2021?");

        Assert.StartsWith("5 March 2022: that is the date in the base, not the one in the question.", answer.Prose(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Did Berg and Lund meet on 4 July 2021?", "delegations", "In the base (20 May 2021 – 30 June 2022): 0 meetings in person.")]
    [InlineData("en", "Did Berg and Lund meet in March 2022?", "fares-call", "In the base (20 May 2021 – 30 June 2022): 0 meetings in person.")]
    [InlineData("ru", "Сколько раз Берг и Лунд встречались в 2022 году?", "fares-call", "В базе (20 мая 2021 года – 30 июня 2022 года): 0 личных встреч.")]
    public void Where_the_base_has_none_at_that_time_it_says_so_and_shows_those_that_it_has(string language, string question, string facts, string lead)
    {
        var answer = MeetingsBase.Ask(question, language);

        Assert.Equal((Outcome.Closest, facts, lead), (answer.Outcome, string.Join(' ', answer.Ids()), answer.Prose()));
    }

    [Fact]
    public void Those_who_never_met_in_the_base_are_not_said_to_have_met()
    {
        var answer = MeetingsBase.Ask("How many times did Lund and Nora Vik call each other?");

        Assert.Equal((Outcome.Unknown, $"In the base {Span}: 0 calls."), (answer.Outcome, answer.Prose()));
    }

    [Fact]
    public void Who_names_nobody_is_shown_the_first_of_the_sides()
    {
        var answerer = new Answerer(MeetingsBase.Load("sides: [p-saltvik, p-nordvik]\n"));

        Assert.Equal(["dinner"], answerer.Answer("When was the first meeting?", "en").Ids());
        Assert.Equal(["fares-call"], answerer.Answer("Когда был последний звонок?", "ru").Ids());
    }

    [Fact]
    public void They_are_those_who_took_part_in_all_that_was_shown()
    {
        var request = new Request("ask", "how many times did they meet?", "en") { FollowsUp = ["delegations", "visit"] };

        Assert.Equal(["dinner", "delegations", "visit"], MeetingsBase.Answerer.Answer(request).Ids());
    }

    [Theory]
    [InlineData("When did Berg and Lund last speak?")]
    [InlineData("When did Berg and Moe first meet?")]
    [InlineData("Did Berg and Lund meet on 4 July 2021?")]
    [InlineData("How many times did Berg and Lund meet or call?")]
    public void An_answer_is_the_same_from_its_button(string question)
    {
        var answer = MeetingsBase.Ask(question);
        var again = MeetingsBase.Answerer.Answer(MeetingsBase.Answerer.Decode(MeetingsBase.Answerer.Encode(answer.Request, "9fa0b8fc", 63)!)!.Request);

        Assert.Equal((answer.Title, answer.Prose()), (again.Title, again.Prose()));
        Assert.Equal(answer.Ids(), again.Ids());
    }

    [Theory]
    [InlineData("When will Berg and Lund meet?")]
    [InlineData("What was the outcome of the last meeting of Berg and Lund?")]
    [InlineData("Who met in Oslo?")]
    public void What_is_not_about_meetings_of_the_base_is_answered_otherwise(string question)
    {
        Assert.DoesNotContain(Span, MeetingsBase.Ask(question).Prose(), StringComparison.Ordinal);
    }
}
