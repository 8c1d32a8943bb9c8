using Bot.Adapters.Pipeline;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Adapters.Tests.Pipeline;

public sealed class RecentAnswersTests
{
    private static readonly Asker s_ann = new("Test", 1, 1);
    private static readonly Asker s_bob = new("Test", 2, 2);
    private static readonly Asker s_cay = new("Test", 3, 3);

    private readonly FakeTimeProvider _time = new();
    private readonly RecentAnswers _answers;

    public RecentAnswersTests() => _answers = new RecentAnswers(_time, capacity: 2);

    [Fact]
    public void The_last_answer_of_each_conversation_is_remembered()
    {
        _answers.Remember(s_ann, ["one"]);
        _answers.Remember(s_bob, ["two"]);
        _answers.Remember(s_ann, ["three", "four"]);

        Assert.Equal(["three", "four"], _answers.Recall(s_ann));
        Assert.Equal(["two"], _answers.Recall(s_bob));
        Assert.Empty(_answers.Recall(s_cay));
    }

    [Fact]
    public void Three_facts_of_an_answer_are_remembered_and_an_answer_without_facts_changes_nothing()
    {
        _answers.Remember(s_ann, ["one", "two", "three", "four"]);
        _answers.Remember(s_ann, []);

        Assert.Equal(["one", "two", "three"], _answers.Recall(s_ann));
    }

    [Fact]
    public void After_ten_minutes_nothing_is_remembered()
    {
        _answers.Remember(s_ann, ["one"]);
        _time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.Equal(["one"], _answers.Recall(s_ann));

        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Empty(_answers.Recall(s_ann));
    }

    [Fact]
    public void Beyond_the_capacity_the_conversation_that_was_quiet_for_longest_is_forgotten()
    {
        _answers.Remember(s_ann, ["one"]);
        _answers.Remember(s_bob, ["two"]);
        _answers.Recall(s_ann);
        _answers.Remember(s_cay, ["three"]);

        Assert.Equal(["one"], _answers.Recall(s_ann));
        Assert.Empty(_answers.Recall(s_bob));
        Assert.Equal(["three"], _answers.Recall(s_cay));
    }

    [Fact]
    public void Many_threads_may_remember_and_recall_at_once()
    {
        Parallel.For(0, 10_000, i =>
        {
            _answers.Remember(new Asker("Test", i % 7, 1), [$"{i % 7}"]);
            Assert.All(_answers.Recall(new Asker("Test", i % 5, 1)), id => Assert.Equal($"{i % 5}", id));
        });
    }
}
