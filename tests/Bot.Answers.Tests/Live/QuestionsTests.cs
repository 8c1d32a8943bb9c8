using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Live;

/// <summary>
/// Questions that were written without sight of the base's own. The floors lie a little under what is measured, so that a change that
/// finds less fails here; whoever raises the quality raises them. The benchmark <c>questions</c> tells more.
/// </summary>
public sealed class QuestionsTests
{
    [Theory]
    [InlineData("development", 0.95)]
    [InlineData("held-out", 0.92)]
    public void A_right_fact_is_among_those_that_are_shown(string set, double floor)
    {
        var questions = Read(set, isAnswerable: true);
        var right = questions.Count(q => LiveBase.Ask(q.Text, q.Language).Facts.Any(f => q.Facts.Contains(f.Id)));

        Assert.InRange((double)right / questions.Count, floor, 1);
    }

    [Theory]
    [InlineData("development", 0.92)]
    [InlineData("held-out", 0.89)]
    public void A_right_fact_comes_first(string set, double floor)
    {
        var questions = Read(set, isAnswerable: true);
        var right = questions.Count(q => LiveBase.Ask(q.Text, q.Language).Facts.FirstOrDefault() is { } first && q.Facts.Contains(first.Id));

        Assert.InRange((double)right / questions.Count, floor, 1);
    }

    [Theory]
    [InlineData("development", 0.93)]
    [InlineData("held-out", 0.88)]
    public void What_the_base_does_not_say_is_refused(string set, double floor)
    {
        var questions = Read(set, isAnswerable: false);
        var refused = questions.Count(q => LiveBase.Ask(q.Text, q.Language).Outcome == Outcome.Unknown);

        Assert.InRange((double)refused / questions.Count, floor, 1);
    }

    [Fact]
    public void The_questions_are_of_all_facts_and_languages_and_a_third_is_out_of_scope()
    {
        var questions = Question.All().ToList();

        Assert.Equal(["en", "ru", "uk", "zh-Hans", "zh-Hant"], questions.Select(q => q.Language).Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(questions.Count(q => !q.IsAnswerable) / (double)questions.Count, 0.33, 0.5);
        Assert.All(questions.SelectMany(q => q.Facts).Distinct(), id => Assert.NotNull(LiveBase.Facts.FindFact(id)));
        Assert.InRange(questions.SelectMany(q => q.Facts).Distinct().Count(), 60, LiveBase.Facts.Facts.Length);
    }

    [Fact]
    public void The_languages_of_nearly_all_of_the_bases_questions_are_guessed()
    {
        var questions = LiveBase.Facts.Facts
            .SelectMany(f => Languages.Tags.SelectMany((tag, i) => f.Questions[i].Select(question => (tag, question))))
            .ToList();
        var right = questions.Count(q => Answerer.DetectLanguage(q.question, q.tag) == q.tag);

        Assert.InRange((double)right / questions.Count, 0.98, 1);
    }

    private static List<Question> Read(string set, bool isAnswerable) =>
        [.. Question.All().Where(q => q.Set == set && q.IsAnswerable == isAnswerable)];
}
