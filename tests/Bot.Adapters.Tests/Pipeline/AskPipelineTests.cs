using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Answers;
using Bot.Answers.Buttons;
using Bot.Answers.Model;
using Bot.Facts.Model;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Adapters.Tests.Pipeline;

public sealed class AskPipelineTests
{
    private static readonly Asker s_asker = new("Test", 1, 9);

    private readonly FakeTimeProvider _time = new();
    private readonly TitleRenderer _renderer = new();
    private readonly AskPipeline<string> _pipeline;

    public AskPipelineTests() => _pipeline = Pipeline(SampleBase.Answerer);

    [Fact]
    public async Task A_question_is_answered_by_the_page_it_asks_for_where_it_is_to_be_shown()
    {
        var placement = new Placement(Replaces: true, IsPrivate: true);
        var reply = Assert.IsType<Reply<string>.Page>(await ReplyAsync(Ask("who", "lavrov", "uk") with { Placement = placement }));

        Assert.Equal("Сергій Лавров", reply.Rendered.Content);
        Assert.Equal((Outcome.Answered, "uk"), (reply.Rendered.Page.Outcome, reply.Rendered.Page.Language));
        Assert.Equal((placement, null), (reply.Placement, reply.Caption));
    }

    [Fact]
    public async Task A_button_of_another_version_of_the_base_has_a_caption_in_the_buttons_language_and_one_of_this_has_none()
    {
        var request = new Request("who", "lavrov", "uk");
        var now = Assert.IsType<Reply<string>.Page>(await ReplyAsync(Press(request, SampleBase.Answerer.Version)));
        var old = Assert.IsType<Reply<string>.Page>(await ReplyAsync(Press(request, "00000000")));

        Assert.Null(now.Caption);
        Assert.Equal("Відколи з’явилася ця кнопка, база фактів змінилася. Відповідь подано за її теперішньою версією.", old.Caption);
        Assert.Same(now.Rendered, old.Rendered);
    }

    [Fact]
    public async Task A_dead_button_is_an_alert_in_the_readers_language()
    {
        Assert.Equal(
            new Reply<string>.Notice("Того, до чого вела ця кнопка, у базі фактів уже немає. Поставте запитання ще раз.", IsAlert: true),
            await ReplyAsync(Of(new Input.InvalidButton()) with { Language = "uk" }));
    }

    [Fact]
    public async Task Who_asks_for_nothing_is_asked_back()
    {
        Assert.Equal(new Reply<string>.Prompt("Ask a question, for example: /ask How long did the Riyadh talks last?"), await ReplyAsync(Of(new Input.Prompt())));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Suggestions_are_pages_in_their_order_and_at_most_as_many_as_can_be_shown(int max)
    {
        var reply = Assert.IsType<Reply<string>.Pages>(await ReplyAsync(Of(new Input.Suggest("lavrov", max))));
        string[] titles = ["Sergey Lavrov", "The delegations arrive in Riyadh", "Rubio and Lavrov speak by phone"];

        Assert.Equal(titles[..max], reply.Suggested.Select(s => s.Rendered.Content));
    }

    [Fact]
    public async Task What_matches_nothing_suggests_no_pages()
    {
        Assert.Empty(Assert.IsType<Reply<string>.Pages>(await ReplyAsync(Of(new Input.Suggest("qwertyuiop", 5)))).Suggested);
    }

    [Fact]
    public async Task What_is_typed_of_a_parameter_is_completed_in_the_readers_language()
    {
        var reply = Assert.IsType<Reply<string>.Choices>(await ReplyAsync(Of(new Input.Complete("who", "name", "lavr")) with { Language = "zh-TW" }));

        Assert.Equal(new Completion("lavrov", "謝爾蓋·拉夫羅夫"), reply.Completions[0]);
    }

    [Fact]
    public async Task A_ping_is_a_pong_and_counted_against_nobody()
    {
        var pipeline = Pipeline(SampleBase.Answerer, perUser: 1, perChat: 1);

        Assert.Equal(new Reply<string>.Pong(), await ReplyAsync(pipeline, Of(new Input.Ping())));
        Assert.Equal(new Reply<string>.Pong(), await ReplyAsync(pipeline, Of(new Input.Ping())));
        Assert.IsType<Reply<string>.Page>(await ReplyAsync(pipeline, Ask("about")));
    }

    [Fact]
    public async Task What_is_not_meant_for_the_bot_is_neither_counted_nor_answered()
    {
        var pipeline = Pipeline(SampleBase.Answerer, perUser: 1, perChat: 1);

        Assert.Equal(new Reply<string>.Silence(0), await ReplyAsync(pipeline, Of(new Input.Ignored())));
        Assert.Equal(new Reply<string>.Silence(0), await ReplyAsync(pipeline, Of(new Input.Ignored())));
        Assert.IsType<Reply<string>.Page>(await ReplyAsync(pipeline, Ask("about")));
        Assert.Equal(["About this bot"], _renderer.Titles);
    }

    public static TheoryData<Input> Questions =>
    [
        new Input.Ask(new Request("about", "", "en")),
        new Input.Press(ButtonAction.Page, new DecodedRequest(new Request("about", "", "en"), "00000000")),
        new Input.InvalidButton(),
        new Input.Prompt(),
    ];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_user_over_the_limit_is_notified_once_when_they_may_ask_again_and_then_gets_nothing(Input input)
    {
        var pipeline = Pipeline(SampleBase.Answerer, perUser: 1);
        Assert.IsNotType<Reply<string>.Silence>(await ReplyAsync(pipeline, Of(input)));
        _time.Advance(TimeSpan.FromSeconds(12.5));

        Assert.Equal(new Reply<string>.Notice("A little slower, please: too many questions came within a minute. You can ask again in 48 seconds.", IsAlert: false), await ReplyAsync(pipeline, Of(input)));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new Reply<string>.Silence(47), await ReplyAsync(pipeline, Of(input)));
        _time.Advance(TimeSpan.FromSeconds(46.5));
        Assert.IsNotType<Reply<string>.Silence>(await ReplyAsync(pipeline, Of(input)));
    }

    [Fact]
    public async Task Who_types_too_much_is_given_no_choices_and_no_suggestions()
    {
        var pipeline = Pipeline(SampleBase.Answerer, perUser: 1);
        for (var i = 0; i < 5; i++)
        {
            Assert.NotEmpty(Assert.IsType<Reply<string>.Choices>(await ReplyAsync(pipeline, Of(new Input.Complete("who", "name", "lavr")))).Completions);
            Assert.NotEmpty(Assert.IsType<Reply<string>.Pages>(await ReplyAsync(pipeline, Of(new Input.Suggest("lavrov", 1)))).Suggested);
        }

        for (var i = 0; i < 2; i++)
        {
            Assert.Empty(Assert.IsType<Reply<string>.Choices>(await ReplyAsync(pipeline, Of(new Input.Complete("who", "name", "lavr")))).Completions);
            Assert.Equal(new Reply<string>.Silence(60), await ReplyAsync(pipeline, Of(new Input.Suggest("lavrov", 1))));
        }

        // Questions are counted apart.
        Assert.IsType<Reply<string>.Page>(await ReplyAsync(pipeline, Ask("about")));
    }

    [Fact]
    public void Questions_are_counted_by_person_and_by_chat_and_typing_by_person_alone()
    {
        var pipeline = Pipeline(SampleBase.Answerer, perUser: 1, perChat: 2);
        AdmissionResult Admit(Input input, long user, long chat) => pipeline.Admit(Of(input) with { Asker = new Asker("Test", user, chat) }).Result;

        Assert.Equal(AdmissionResult.Admitted, Admit(new Input.Prompt(), 1, 9));
        Assert.Equal(AdmissionResult.Rejected, Admit(new Input.Prompt(), 1, 8));
        Assert.Equal(AdmissionResult.Admitted, Admit(new Input.InvalidButton(), 2, 9));
        Assert.Equal(AdmissionResult.Rejected, Admit(new Input.Prompt(), 3, 9));
        Assert.Equal(AdmissionResult.Admitted, Admit(new Input.Suggest("", 1), 3, 9));
        Assert.Equal(AdmissionResult.Admitted, Admit(new Input.Complete("who", "name", ""), 3, 9));
        Assert.Equal(AdmissionResult.Admitted, pipeline.Admit(Of(new Input.Prompt()) with { Asker = new Asker("Other", 1, 9) }).Result);
    }

    [Fact]
    public async Task A_page_is_rendered_once_however_often_it_is_asked_for()
    {
        var first = Assert.IsType<Reply<string>.Page>(await ReplyAsync(Ask("who", "lavrov")));
        var second = Assert.IsType<Reply<string>.Page>(await ReplyAsync(Ask("who", "lavrov")));

        Assert.Same(first.Rendered, second.Rendered);
        Assert.Equal(["Sergey Lavrov"], _renderer.Titles);
    }

    [Fact]
    public async Task Words_that_mean_the_same_are_rendered_once()
    {
        await ReplyAsync(Ask("who", "lavrov"));
        await ReplyAsync(Ask("who", "Sergey Lavrov"));
        await ReplyAsync(Ask("who", "Лавров"));

        Assert.Equal(["Sergey Lavrov"], _renderer.Titles);
    }

    [Theory]
    [InlineData("who", "lavrov", "uk", 1)]
    [InlineData("who", "lavrov", "en", 2)]
    [InlineData("who", "rubio", "en", 1)]
    [InlineData("positions", "lavrov", "en", 1)]
    public async Task What_asks_something_else_is_rendered_by_itself(string command, string arguments, string language, int page)
    {
        await ReplyAsync(Ask("who", "lavrov"));
        await ReplyAsync(Of(new Input.Ask(new Request(command, arguments, language, page))));

        Assert.Equal(2, _renderer.Titles.Count);
    }

    [Fact]
    public async Task Where_a_page_is_shown_makes_it_another_page()
    {
        Placement[] placements = [default, new(true, false), new(false, true), new(true, true), new() { IsInGroup = true }];
        foreach (var placement in (Placement[])[.. placements, .. placements])
        {
            await ReplyAsync(Ask("about") with { Placement = placement });
        }

        Assert.Equal(placements, _renderer.Placements);
    }

    [Fact]
    public async Task When_the_base_has_changed_a_page_is_rendered_once_more()
    {
        var changed = ChangedBase.Load();
        var answerer = new Answerer(SampleBase.Facts);
        var pipeline = Pipeline(answerer);
        var button = Press(new Request("who", "lavrov", "en"), answerer.Version);
        var before = Assert.IsType<Reply<string>.Page>(await ReplyAsync(pipeline, button));
        await answerer.SwitchToAsync(changed, TestContext.Current.CancellationToken);
        var after = Assert.IsType<Reply<string>.Page>(await ReplyAsync(pipeline, button));
        await ReplyAsync(pipeline, button);

        Assert.Equal((SampleBase.Facts.Version, changed.Version), (before.Rendered.Page.Version, after.Rendered.Page.Version));
        Assert.NotEqual(SampleBase.Facts.Version, changed.Version);
        Assert.Null(before.Caption);
        Assert.Equal("The facts have changed since this button was made. The answer comes from the facts as they are now.", after.Caption);
        Assert.Equal(["Sergey Lavrov", "Sergey Lavrov"], _renderer.Titles);
    }

    [Fact]
    public async Task Suggestions_and_questions_share_what_was_rendered()
    {
        await ReplyAsync(Of(new Input.Suggest("lavrov", 1)));
        await ReplyAsync(Ask("who", "lavrov"));

        Assert.Equal(["Sergey Lavrov"], _renderer.Titles);
    }

    [Fact]
    public async Task A_pipeline_that_keeps_nothing_renders_each_answer_again()
    {
        var pipeline = Pipeline(SampleBase.Answerer, cacheCapacity: 0);
        await ReplyAsync(pipeline, Ask("about"));
        await ReplyAsync(pipeline, Ask("about"));

        Assert.Equal(["About this bot", "About this bot"], _renderer.Titles);
    }

    [Fact]
    public async Task An_exception_of_the_renderer_is_the_callers_and_the_next_question_is_answered()
    {
        var fault = new InvalidOperationException("broken");
        _renderer.Error = fault;
        Assert.Same(fault, await Assert.ThrowsAsync<InvalidOperationException>(() => ReplyAsync(Ask("about"))));

        _renderer.Error = null;
        Assert.IsType<Reply<string>.Page>(await ReplyAsync(Ask("about")));
    }

    [Fact]
    public void A_capacity_is_no_negative_number()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Pipeline(SampleBase.Answerer, cacheCapacity: -1));
    }

    private static Incoming Of(Input input) => new(input, s_asker, default, "en", "message");

    private static Incoming Ask(string command, string arguments = "", string language = "en") => Of(new Input.Ask(new Request(command, arguments, language)));

    private static Incoming Press(Request request, string version) => Of(new Input.Press(ButtonAction.FollowUp, new DecodedRequest(request, version)));

    private static async Task<Reply<string>> ReplyAsync(AskPipeline<string> pipeline, Incoming incoming) =>
        await pipeline.ReplyAsync(incoming, pipeline.Admit(incoming), TestContext.Current.CancellationToken);

    private Task<Reply<string>> ReplyAsync(Incoming incoming) => ReplyAsync(_pipeline, incoming);

    private AskPipeline<string> Pipeline(Answerer answerer, int perUser = 0, int perChat = 0, int cacheCapacity = AskPipeline<string>.DefaultCacheCapacity)
    {
        var services = new AdapterServices(answerer, AdapterTelemetry.None("test", _time), _time, Random.Shared) { Limits = new AdmissionControl(perUser, perChat, 0, _time) };
        return new AskPipeline<string>(services, _renderer, cacheCapacity);
    }
}
