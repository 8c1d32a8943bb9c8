using Bot.Answers.Model;
using Bot.Answers.Typing;

namespace Bot.Answers.Tests.Understanding;

public sealed class TypedTextTests
{
    private static readonly TypedText s_typing = new(SampleBase.Facts);

    [Theory]
    [InlineData("crjkmrj lkbkbcm gthtujdjhs d 'h-hbzlt", "сколько длились переговоры в эр-рияде")]
    [InlineData("rnj exfcndjdfk d gthtujdjhf[", "кто участвовал в переговорах")]
    [InlineData("[nj ,ed yf gthtujdjhf[ d Th-Hszls&", "хто був на переговорах в ер-ріяді&")]
    [InlineData("рщц дщтп вшв еру ефдлы дфые", "how long did the talks last")]
    [InlineData("щцр лонг", "щцр лонг")]
    public void A_question_on_another_keyboard_layout_is_restored(string typed, string meant) => Assert.Equal(meant, s_typing.Restore(typed));

    [Theory]
    [InlineData("skolko dlilis peregovory v er-riyade", "сколько длились переговоры в эр-рияде")]
    [InlineData("kto uchastvoval v peregovorah", "кто участвовал в переговорах")]
    [InlineData("skolko chasov shchebetali na peregovorah", "сколько часов щебетали на переговорах")]
    [InlineData("khto buv na perehovorakh v er-riiadi?", "хто був на переговорах в ер-ріяді?")]
    public void A_question_in_Latin_letters_is_restored(string typed, string meant) => Assert.Equal(meant, s_typing.Restore(typed));

    [Theory]
    [InlineData("How long did the Riyadh talks last?")]
    [InlineData("lavrov ushakov who")]
    [InlineData("Сколько длились переговоры в Эр-Рияде?")]
    [InlineData("Скільки тривали переговори?")]
    [InlineData("談判持續了多久？")]
    [InlineData("xyzzy plugh quux frobnicate")]
    [InlineData("кракозябра бармаглот шорьки мюмзики")]
    [InlineData("borscht")]
    [InlineData("")]
    [InlineData("4.5")]
    public void Any_other_text_stays_as_it_is(string text) => Assert.Equal(text, s_typing.Restore(text));

    [Fact]
    public void No_example_question_of_the_base_is_taken_for_another()
    {
        foreach (var question in SampleBase.Facts.Facts.SelectMany(f => f.Questions).SelectMany(q => q))
        {
            Assert.Equal(question, s_typing.Restore(question));
        }
    }

    [Theory]
    [InlineData("crjkmrj lkbkbcm gthtujdjhs d 'h-hbzlt")]
    [InlineData("skolko dlilis peregovory v er-riyade")]
    public void It_is_answered_as_if_it_had_been_typed_rightly(string typed)
    {
        var meant = SampleBase.Answerer.Answer("сколько длились переговоры в Эр-Рияде", "ru");

        var answer = SampleBase.Answerer.Answer(typed, "ru");

        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Equal(meant.Facts.Select(f => f.Id), answer.Facts.Select(f => f.Id));
        var explained = SampleBase.Answerer.Explain(typed, "ru");
        Assert.Equal(answer.Facts.Select(f => f.Id), explained.Shown);
        Assert.Equal(s_typing.Restore(typed), explained.Question);
    }
}
