using Bot.Adapters.Pipeline;
using Bot.Answers.Buttons;
using Bot.Answers.Model;
using Bot.Telegram.Rendering;

namespace Bot.Telegram.Tests.Rendering;

public sealed class KeyboardBuilderTests
{
    private static readonly ButtonCode s_code = new(SampleBase.Answerer);

    [Theory]
    [InlineData(new[] { "one" }, "one")]
    [InlineData(new[] { "one", "two", "three" }, "one|two / three")]
    [InlineData(new[] { "eighteen letters a", "eighteen letters b" }, "eighteen letters a|eighteen letters b")]
    [InlineData(new[] { "nineteen letters ab", "two" }, "nineteen letters ab / two")]
    [InlineData(new[] { "two", "nineteen letters ab" }, "two / nineteen letters ab")]
    [InlineData(new[] { "one", "nineteen letters ab", "three", "four" }, "one / nineteen letters ab / three|four")]
    [InlineData(new[] { "一二三四五六七八九", "二" }, "一二三四五六七八九|二")]
    [InlineData(new[] { "一二三四五六七八九十", "二" }, "一二三四五六七八九十 / 二")]
    public void Two_short_labels_share_a_row(string[] labels, string rows)
    {
        Assert.Equal(rows, Rows(Made(labels)));
    }

    [Theory]
    [InlineData(1, 3, "2 › / next")]
    [InlineData(2, 3, "‹ 1|3 › / next")]
    [InlineData(3, 3, "‹ 2 / next")]
    [InlineData(1, 1, "next")]
    public void Pages_stand_in_a_row_of_their_own(int page, int pages, string rows)
    {
        Assert.Equal(rows, Rows(Made("next") with { Page = page, Pages = pages }));
    }

    [Theory]
    [InlineData(1, 1, "Details / next")]
    [InlineData(2, 3, "Details|‹ 1|3 › / next")]
    public void Details_come_first_and_replace_the_answer_by_its_full_form(int page, int pages, string rows)
    {
        var answer = Made("next") with { Page = page, Pages = pages, Request = new Request("timeline", "trump", "en", page), HasDetails = true };
        var button = new KeyboardBuilder(s_code).For(answer)!.InlineKeyboard.First().First();

        Assert.Equal(rows, Rows(answer));
        Assert.Equal((ButtonAction.Page, new DecodedRequest(new Request("timeline", "trump", "en") { Detail = Detail.Full }, "9fa0b8fc")), s_code.Read(button.CallbackData));
    }

    [Fact]
    public void An_answer_that_leads_nowhere_has_no_buttons()
    {
        Assert.Null(new KeyboardBuilder(new ButtonCode(SampleBase.Answerer)).For(Made()));
    }

    [Fact]
    public void There_are_at_most_16_follow_ups()
    {
        var answer = Made([.. Enumerable.Range(1, 20).Select(n => $"{n}")]);

        Assert.Equal("1|2 / 3|4 / 5|6 / 7|8 / 9|10 / 11|12 / 13|14 / 15|16", Rows(answer));
    }

    [Fact]
    public void A_request_that_no_button_can_carry_has_none()
    {
        var answer = Made("one", "two") with { Page = 2, Pages = 3, Request = new Request("ask", new string('a', 64), "en") };

        Assert.Equal("one|two", Rows(answer));
    }

    [Fact]
    public void A_real_answers_buttons_stand_as_approved()
    {
        var keyboard = Some.Page(SampleBase.Answerer, new Request("corrections", "", "uk")).Content.Keyboard;
        Assert.Equal(["Докладніше", "2 ›"], keyboard!.InlineKeyboard.SelectMany(r => r).Select(b => b.Text));

        keyboard = Some.Page(SampleBase.Answerer, new Request("fact", "riyadh-talks-duration", "en")).Content.Keyboard;
        Assert.Equal(["[15] КоммерсантЪ|[16] РБК", "[17] BBC News Русская служба"], keyboard!.InlineKeyboard.Select(r => string.Join('|', r.Select(b => b.Text))));
    }

    private static string? Rows(Answer answer) => new KeyboardBuilder(new ButtonCode(SampleBase.Answerer)).For(answer) is { } keyboard
        ? string.Join(" / ", keyboard.InlineKeyboard.Select(row => string.Join('|', row.Select(b => b.Text))))
        : null;

    private static Answer Made(params string[] labels) => new()
    {
        Outcome = Outcome.Answered,
        Request = new Request("timeline", "trump", "en"),
        Language = "en",
        Title = "Title",
        FollowUps = [.. labels.Select(l => new FollowUp(l, new Request("who", "lavrov", "en")))],
        Version = "9fa0b8fc",
    };
}
