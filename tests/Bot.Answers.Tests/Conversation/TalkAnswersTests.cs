using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Conversation;

public sealed class TalkAnswersTests
{
    // The forms were written by somebody who had not seen the phrases. Of those that are not recognized, none may get a fact as an answer.
    [Fact]
    public void Forms_of_small_talk_never_get_a_fact_and_nearly_all_get_a_reply()
    {
        var answers = Question.Forms("talk-forms").Select(q => (q.Text, Answer: SampleBase.Ask(q.Text, q.Language))).ToList();

        Assert.Equal(200, answers.Count);
        Assert.Empty(answers.Where(a => a.Answer.Outcome == Outcome.Answered).Select(a => a.Text));
        Assert.InRange(answers.Count(a => a.Answer.Outcome == Outcome.Talk) / 200.0, 0.9, 1);
        Assert.All(answers.Where(a => a.Answer.Outcome == Outcome.Talk), a => Assert.Empty(a.Answer.Facts));
    }

    [Fact]
    public void No_question_about_the_facts_is_taken_for_small_talk()
    {
        var taken = Question.Every().Where(q => q.Kind != "talk" && q.IsAnswerable)
            .Where(q => SampleBase.Ask(q.Text, q.Language).Outcome == Outcome.Talk && !IsProof(q))
            .Select(q => q.Text);

        Assert.Empty(taken);
    }

    [Theory]
    [InlineData("en", "thanks")]
    [InlineData("zh-Hant", "唔該")]
    [InlineData("zh-Hans", "谢啦")]
    [InlineData("ru", "пасиб")]
    [InlineData("uk", "дяка")]
    public void A_reply_to_small_talk_offers_three_questions_that_the_base_answers(string language, string text)
    {
        var answer = SampleBase.Ask(text, language);

        Assert.Equal(Outcome.Talk, answer.Outcome);
        Assert.Equal(3, answer.FollowUps.Length);
        Assert.All(answer.FollowUps, f => Assert.Equal(Outcome.Answered, SampleBase.Answerer.Answer(f.Request).Outcome));
        Assert.All(answer.FollowUps, f => Assert.Equal(SampleBase.Facts.FindFact(f.Request.Arguments)!.Question[Locales.FromTag(language)], f.Label));
    }

    [Theory]
    [InlineData("Who is Lavrov?", "lavrov")]
    [InlineData("кто такой Ушаков", "ushakov")]
    [InlineData("拉夫羅夫係邊個？", "lavrov")]
    [InlineData("хто такий Кіт Келлог?", "kellogg")]
    public void A_question_who_somebody_is_gets_the_portrait(string text, string party)
    {
        var answer = SampleBase.Ask(text);

        Assert.Equal($"/who {party} lang:en", answer.Request.ToString());
        Assert.Equal(Outcome.Answered, answer.Outcome);
    }

    [Theory]
    [InlineData("Was haben die USA und Russland in Riad vereinbart?")]
    [InlineData("リヤドで何が決まりましたか")]
    public void A_question_in_another_language_gets_the_languages_of_the_bot(string text)
    {
        var answer = SampleBase.Ask(text);

        Assert.Equal(Outcome.Talk, answer.Outcome);
        Assert.Contains("українська", answer.Prose(), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> WordsOfOtherScripts =>
        [.. ((string[])["كريملين", "پوتین", "क्रेमलिन", "크렘린", "კრემლი", "เครมลิน", "プーチン", "くれむりん", "ﾌﾟｰﾁﾝ", "Κρεμλίνο", "Կրեմլ", "קרמלין", "ك", "\U00010900"]).SelectMany(word => Languages.Tags.Select(language => (word, language)))];

    [Theory]
    [MemberData(nameof(WordsOfOtherScripts))]
    public void Every_command_that_takes_words_answers_another_script_with_the_languages_of_the_bot(string word, string language)
    {
        foreach (var command in SampleBase.Answerer.ListCommands(language).Where(c => c.Parameters.Length > 0).Select(c => c.Name).Append(Request.Check))
        {
            var answer = SampleBase.Answerer.Answer(new Request(command, word, language));

            Assert.Equal((command, Outcome.Talk), (command, answer.Outcome));
            Assert.Equal(SampleBase.Ask("リヤドで何が決まりましたか", language).Prose(), answer.Prose());
            Assert.Empty(answer.Citations);
        }
    }

    [Theory]
    [InlineData("/corrections كريملين")]
    [InlineData("/about プーチン")]
    public void A_command_that_takes_no_words_ignores_those_of_other_scripts(string text)
    {
        Assert.Equal(Outcome.Answered, SampleBase.Ask(text).Outcome);
    }

    [Theory]
    [InlineData("why?")]
    [InlineData("джерело?")]
    [InlineData("來源呢")]
    [InlineData("пруфы")]
    public void A_request_for_proof_means_the_note_and_all_sources_of_the_last_answer(string text)
    {
        var answer = SampleBase.Answerer.Answer(new Request("ask", text, "en") { FollowsUp = ["riyadh-talks-duration"] });

        Assert.Equal("/ask riyadh-talks-duration lang:en detail:full", answer.Request.ToString());
        Assert.NotNull(answer.Facts.Single().Note);
        Assert.NotEmpty(answer.Citations);
    }

    [Theory]
    [InlineData("you are a stupid bot")]
    [InlineData("SELECT * FROM users;")]
    public void Insults_and_code_get_one_line_in_private_only(string text)
    {
        var answer = SampleBase.Ask(text);

        Assert.Equal(Outcome.Talk, answer.Outcome);
        Assert.True(answer.IsOnlyPrivate);
        Assert.Empty(answer.FollowUps);
    }

    private static bool IsProof(Question question) => question.Kind == "follow-up" && question.Facts is [var first, ..] && question.After == first;
}
