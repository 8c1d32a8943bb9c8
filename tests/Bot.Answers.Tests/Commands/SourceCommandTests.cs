using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Commands;

public sealed class SourceCommandTests
{
    public static TheoryData<int, string> Footnotes =>
        [.. Enumerable.Range(1, 30).SelectMany(n => Languages.Tags.Select(language => (n, language)))];

    [Theory]
    [MemberData(nameof(Footnotes))]
    public void Every_footnote_answers_with_its_title_and_publisher(int number, string language)
    {
        var source = SampleBase.Facts.FindFootnote(number)!;
        var answer = SampleBase.Ask($"/source {number}", language);

        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Contains($"{number}", answer.Title, StringComparison.Ordinal);
        Assert.Contains(source.Title!, answer.Prose(), StringComparison.Ordinal);
        Assert.Contains(source.Publisher ?? "", answer.Prose(), StringComparison.Ordinal);
        Assert.Contains(answer.Citations, c => c.Footnote == number && c.Title == source.Title && c.Publisher == source.Publisher);
        Assert.Equal(SampleBase.Facts.FactsCiting(source).Select(f => f.Id), answer.Ids());
    }

    [Theory]
    [InlineData("[10]")]
    [InlineData("#10")]
    [InlineData("10.")]
    [InlineData("№10")]
    [InlineData("１０")]
    [InlineData("ref-10")]
    [InlineData("REF-10")]
    public void A_footnote_may_be_written_as_people_do(string words)
    {
        Assert.Equal("Footnote 10", SampleBase.Ask("/source " + words).Title);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("31")]
    [InlineData("999999999999")]
    public void A_number_that_no_footnote_has_says_which_there_are(string number)
    {
        var answer = SampleBase.Ask("/source " + number);

        Assert.Equal(Outcome.Unknown, answer.Outcome);
        Assert.Contains("from 1 to 30", answer.Prose(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fact_answers_with_everything_behind_it()
    {
        var answer = SampleBase.Ask("/source riyadh-talks-duration");

        Assert.Equal(["riyadh-talks-duration"], answer.Ids());
        Assert.Equal(["15", "16", "17", "a", "b"], answer.Citations.Select(c => c.Label));
        Assert.NotNull(answer.Facts.Single().Note);
    }

    [Theory]
    [InlineData("Итоги переговоров в Эр-Рияде", "15")]
    [InlineData("Scholz rejects dictated peace", "24")]
    public void Words_of_a_title_find_its_source(string words, string footnote)
    {
        var answer = SampleBase.Ask("/source " + words);

        Assert.Contains(footnote, answer.Outcome == Outcome.Answered ? answer.Citations.Select(c => c.Label) : answer.FollowUps.Select(f => f.Request.Arguments));
    }

    [Fact]
    public void Several_sources_of_one_publisher_are_offered()
    {
        var answer = SampleBase.Ask("/source CNN");

        Assert.Equal(Outcome.Suggested, answer.Outcome);
        Assert.All(answer.FollowUps, f => Assert.Equal(Outcome.Answered, SampleBase.Answerer.Answer(f.Request).Outcome));
    }

    [Fact]
    public void Without_words_all_references_are_listed()
    {
        Assert.Equal(Enumerable.Range(1, 30).Select(n => (int?)n), SampleBase.Ask("/source").Citations.Select(c => c.Footnote));
    }

    [Theory]
    [InlineData("zh-Hant", "特朗普和普京甚麼時候通電話？")]
    [InlineData("zh-TW", "川普和普丁甚麼時候通電話？")]
    [InlineData("uk", "Коли Трамп і Путін говорили телефоном?")]
    public void The_facts_that_stand_on_it_are_offered_by_the_questions_that_they_answer(string language, string label)
    {
        var first = SampleBase.Answerer.Answer("/source 10", language).FollowUps[0];

        Assert.Equal((label, new Request("fact", "trump-putin-call-held", language)), (first.Label, first.Request));
    }
}
