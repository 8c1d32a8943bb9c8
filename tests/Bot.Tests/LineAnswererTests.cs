using Bot.Answers.Model;
using Bot.Terminal;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests;

public sealed class LineAnswererTests
{
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
    public async Task A_line_is_answered_in_its_own_language_where_it_tells_one_and_else_in_the_readers(string line, string language)
    {
        var lines = new LineAnswerer(SampleBase.Answerer, new FakeTimeProvider(), "");
        lines.Parser.Language = "uk";

        Assert.Equal(language, (await AnswerAsync(lines, line)).Answer.Language);
    }

    [Theory]
    [InlineData("кто такой Рубио")]
    [InlineData("/who lavrov")]
    public async Task A_language_that_is_set_is_always_spoken(string line)
    {
        Assert.Equal("zh-Hans", (await AnswerAsync(Lines("zh-CN"), line)).Answer.Language);
    }

    [Fact]
    public async Task An_answer_is_timed_by_the_clock()
    {
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromTicks(1234) };

        var answer = await AnswerAsync(new LineAnswerer(SampleBase.Answerer, time, "en"), "/about");

        // The clock moves whenever it is read: by the pipeline twice, and at the end.
        Assert.Equal(TimeSpan.FromTicks(3 * 1234), answer.Elapsed);
    }

    [Fact]
    public void The_time_that_an_answer_takes_is_rounded_up_to_microseconds()
    {
        var json = new TimedAnswer("/about", SampleBase.Ask("/about"), TimeSpan.FromTicks(1234)).ToJson();

        Assert.EndsWith(",\"microseconds\":124,\"remarks\":[]}", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_character_in_a_question_leaves_its_json_readable()
    {
        var json = (await AnswerAsync(Lines("en"), "a\ud83d b")).ToJson();

        Assert.StartsWith("{\"question\":\"a\ufffd b\",", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_is_answered_whole_however_long_the_answer_is()
    {
        var answer = (await AnswerAsync(Lines("en"), "/corrections")).Answer;

        Assert.Equal((1, 1), (answer.Page, answer.Pages));
        Assert.Equal(SampleBase.Ask("/corrections").Facts.Select(f => f.Id), answer.Facts.Select(f => f.Id));
    }

    [Fact]
    public async Task In_a_conversation_a_request_for_the_source_goes_on_from_the_answer_before_it()
    {
        var lines = new LineAnswerer(SampleBase.Answerer, new FakeTimeProvider(), "en") { IsConversation = true };
        await AnswerAsync(lines, "How long did the Riyadh talks last?");

        var proof = (await AnswerAsync(lines, "source?")).Answer;

        Assert.Equal(Detail.Full, proof.Request.Detail);
        Assert.Equal(["riyadh-talks-duration"], proof.Facts.Select(f => f.Id));
    }

    [Fact]
    public async Task Outside_of_one_no_line_depends_on_another()
    {
        var lines = Lines("en");
        await AnswerAsync(lines, "How long did the Riyadh talks last?");

        Assert.Equal(Detail.Short, (await AnswerAsync(lines, "source?")).Answer.Request.Detail);
    }

    [Fact]
    public async Task A_question_follows_up_on_the_facts_that_are_given_for_it()
    {
        var lines = new LineAnswerer(SampleBase.Answerer, new FakeTimeProvider(), "en") { FollowsUp = ["ratcliffe-named-to-us-team", "riyadh-talks-duration"] };

        Assert.Equal(["ratcliffe-named-to-us-team", "riyadh-talks-duration"], (await AnswerAsync(lines, "source?")).Answer.Facts.Select(f => f.Id));
        Assert.Equal("Sergey Lavrov", (await AnswerAsync(lines, "/who Lavrov")).Answer.Title);
    }

    private static LineAnswerer Lines(string language) => new(SampleBase.Answerer, new FakeTimeProvider(), language);

    private static async Task<TimedAnswer> AnswerAsync(LineAnswerer lines, string line) => await lines.AnswerAsync(line, null, TestContext.Current.CancellationToken);
}
