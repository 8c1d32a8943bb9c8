using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Answers.Buttons;
using Bot.Answers.Model;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Adapters.Tests.Pipeline;

/// <summary>Questions that follow up on an answer, and messages that may not be meant for the bot.</summary>
public sealed class FollowUpTests
{
    private const string Duration = "riyadh-talks-duration";
    private const string Ratcliffe = "ratcliffe-named-to-us-team";

    private readonly FakeTimeProvider _time = new();
    private readonly AskPipeline<Answer> _pipeline;

    public FollowUpTests() => _pipeline = Pipeline();

    [Fact]
    public async Task A_question_in_a_conversation_follows_up_on_the_last_answer()
    {
        await ShowAsync(InPrivate(Ask($"{Duration}")));

        var proof = await ShowAsync(InPrivate(Ask("why?")));

        Assert.Equal([Duration], proof.Facts.Select(f => f.Id));
        Assert.Equal(Detail.Full, proof.Request.Detail);
    }

    [Fact]
    public async Task A_pressed_button_is_followed_up_on_too()
    {
        await ShowAsync(InPrivate(Ask(Duration)));
        await ShowAsync(InPrivate(new Input.Press(ButtonAction.FollowUp, new DecodedRequest(new Request("ask", Ratcliffe, "en"), SampleBase.Answerer.Version))));

        Assert.Equal([Ratcliffe], (await ShowAsync(InPrivate(Ask("why?")))).Facts.Select(f => f.Id));
    }

    [Fact]
    public async Task Ten_minutes_later_in_another_chat_and_outside_of_conversations_nothing_is_followed_up_on()
    {
        await ShowAsync(InPrivate(Ask(Duration)));

        await AssertAloneAsync(InPrivate(Ask("why?")) with { Asker = new Asker("Test", 2, 2) });
        await AssertAloneAsync(Of(Ask("why?")));
        _time.Advance(TimeSpan.FromMinutes(10));
        await AssertAloneAsync(InPrivate(Ask("why?")));
    }

    [Fact]
    public async Task A_reply_to_a_message_does_not_follow_up_on_the_last_answer()
    {
        await ShowAsync(InPrivate(Ask(Duration)));

        await AssertAloneAsync(InPrivate(Ask("why?")) with { Ids = new MessageIds(8, RepliedTo: 3) });
    }

    [Fact]
    public async Task What_the_request_follows_up_on_counts_before_the_last_answer()
    {
        await ShowAsync(InPrivate(Ask(Duration)));

        var proof = await ShowAsync(InPrivate(new Input.Ask(new Request("ask", "why?", "en") { FollowsUp = [Ratcliffe] })));

        Assert.Equal([Ratcliffe], proof.Facts.Select(f => f.Id));
    }

    [Fact]
    public async Task The_same_words_after_other_answers_are_not_the_same_page()
    {
        await ShowAsync(InPrivate(Ask(Duration)));
        var first = await ShowAsync(InPrivate(Ask("why?")));
        await ShowAsync(InPrivate(Ask(Ratcliffe)));
        var other = await ShowAsync(InPrivate(Ask("why?")));

        Assert.Equal([Duration], first.Facts.Select(f => f.Id));
        Assert.Equal([Ratcliffe], other.Facts.Select(f => f.Id));
        await AssertAloneAsync(Of(Ask("why?")));
    }

    [Fact]
    public async Task What_the_base_does_not_say_is_kept_apart_by_what_it_follows_up_on()
    {
        var after = await ShowAsync(Of(new Input.Ask(new Request("ask", "qwertyuiop", "en") { FollowsUp = [Duration] })));
        var alone = await ShowAsync(Of(Ask("qwertyuiop")));

        Assert.Equal((Outcome.Unknown, Outcome.Unknown), (after.Outcome, alone.Outcome));
        Assert.NotSame(after, alone);
        Assert.Same(alone, await ShowAsync(Of(Ask("qwertyuiop"))));
    }

    [Theory]
    [InlineData("How long did the Riyadh talks last?", true)]
    [InlineData("qwertyuiop", false)]
    [InlineData("hi", false)]
    public async Task What_may_not_be_meant_for_the_bot_is_answered_only_if_the_base_answers_it(string text, bool isAnswered)
    {
        var reply = await ReplyAsync(Of(Ask(text)) with { IsSilentUnlessAnswered = true });

        Assert.Equal(isAnswered, reply is Reply<Answer>.Page);
        Assert.Equal(!isAnswered, reply is Reply<Answer>.Silence);
    }

    [Fact]
    public async Task A_user_who_talks_about_answers_over_the_limit_is_not_notified()
    {
        var pipeline = Pipeline(perUser: 1);
        var talk = Of(Ask("hi")) with { IsSilentUnlessAnswered = true };
        await pipeline.ReplyAsync(talk, pipeline.Admit(talk), TestContext.Current.CancellationToken);

        Assert.Equal(new Reply<Answer>.Silence(60), await pipeline.ReplyAsync(talk, pipeline.Admit(talk), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_only_for_private_chats_is_silent_in_a_group()
    {
        var pipeline = Pipeline(isOnlyPrivate: true);
        var incoming = Of(Ask("hi"));

        Assert.IsType<Reply<Answer>.Page>(await pipeline.ReplyAsync(incoming, default, TestContext.Current.CancellationToken));
        Assert.Equal(new Reply<Answer>.Silence(0), await pipeline.ReplyAsync(incoming with { Placement = new Placement { IsInGroup = true } }, default, TestContext.Current.CancellationToken));
    }

    private static Input.Ask Ask(string text) => new(new Request("ask", text, "en"));

    private static Incoming Of(Input input) => new(input, new Asker("Test", 1, 1), new MessageIds(8), "en", "message");

    private static Incoming InPrivate(Input input) => Of(input) with { IsConversation = true };

    // Nothing is proved, since nothing was said before.
    private async Task AssertAloneAsync(Incoming incoming) => Assert.Equal(Detail.Short, (await ShowAsync(incoming)).Request.Detail);

    private async Task<Answer> ShowAsync(Incoming incoming) => Assert.IsType<Reply<Answer>.Page>(await ReplyAsync(incoming)).Rendered.Content;

    private async Task<Reply<Answer>> ReplyAsync(Incoming incoming) => await _pipeline.ReplyAsync(incoming, default, TestContext.Current.CancellationToken);

    private AskPipeline<Answer> Pipeline(int perUser = 0, bool isOnlyPrivate = false)
    {
        var services = new AdapterServices(SampleBase.Answerer, AdapterTelemetry.None("test", _time), _time, Random.Shared) { Limits = new AdmissionControl(perUser, 0, 0, _time) };
        return new AskPipeline<Answer>(services, new AnswerRenderer(isOnlyPrivate));
    }

    private sealed class AnswerRenderer(bool isOnlyPrivate) : IAnswerRenderer<Answer>
    {
        public Rendered<Answer> Render(Answer answer, Placement placement)
        {
            answer = answer with { IsOnlyPrivate = isOnlyPrivate };
            return new Rendered<Answer>(answer, answer);
        }
    }
}
