using Bot.Answers;
using Bot.Terminal;
using Bot.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests;

public sealed class DeskTests
{
    private static readonly Answerer s_answerer = SampleBase.Answerer;

    [Theory]
    [InlineData("how long did the talks last", "en")]
    [InlineData("/ask how long did the talks last", "en")]
    [InlineData("/who lavrov", "uk")]
    [InlineData(" /WHO lavrov", "uk")]
    [InlineData("/about", "uk")]
    [InlineData("", "uk")]
    [InlineData("12345", "uk")]
    [InlineData("/who Лаврова", "uk")]
    [InlineData("/who 拉夫罗夫", "zh-Hans")]
    [InlineData("кто такой Рубио", "ru")]
    public void A_line_is_answered_in_its_own_language_where_it_tells_one_and_else_in_the_readers(string line, string language)
    {
        var desk = new Desk(s_answerer, new FakeTimeProvider(), "") { Language = "uk" };

        Assert.Equal(language, desk.Answer(line).Answer.Language);
    }

    [Theory]
    [InlineData("кто такой Рубио")]
    [InlineData("/who lavrov")]
    public void A_language_that_is_set_is_always_spoken(string line)
    {
        Assert.Equal("zh-Hans", new Desk(s_answerer, new FakeTimeProvider(), "zh-CN").Answer(line).Answer.Language);
    }

    [Fact]
    public void An_answer_is_timed_by_the_clock_and_rounded_up_to_microseconds()
    {
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromTicks(1234) };

        var json = new Desk(s_answerer, time, "en").Answer("/about").ToJson();

        Assert.EndsWith(",\"microseconds\":124}", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_in_a_question_leaves_its_json_readable()
    {
        var json = new Desk(s_answerer, new FakeTimeProvider(), "en").Answer("a\ud83d b").ToJson();

        Assert.StartsWith("{\"question\":\"a\ufffd b\",", json, StringComparison.Ordinal);
    }
}
