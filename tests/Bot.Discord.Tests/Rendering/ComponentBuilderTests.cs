using System.Globalization;
using Bot.Adapters.Pipeline;
using Bot.Answers.Buttons;
using Bot.Answers.Model;
using Bot.Answers.Rendering;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;

namespace Bot.Discord.Tests.Rendering;

public sealed class ComponentBuilderTests
{
    private readonly ComponentBuilder _rows = new(new ButtonCode(SampleBase.Answerer));

    [Theory]
    [InlineData(1, 1, false, "next")]
    [InlineData(1, 3, false, "2 › / next")]
    [InlineData(2, 3, false, "‹ 1|3 › / next")]
    [InlineData(3, 3, false, "‹ 2 / next")]
    [InlineData(1, 1, true, "Show to all / next")]
    [InlineData(2, 3, true, "‹ 1|3 ›|Show to all / next")]
    public void Pages_and_showing_to_all_stand_above_what_can_be_asked_next(int page, int pages, bool isPrivate, string rows)
    {
        Assert.Equal(rows, Rows(Some.Answer("next") with { Page = page, Pages = pages }, isPrivate));
    }

    [Theory]
    [InlineData(1, 1, false, "Details / next")]
    [InlineData(2, 3, false, "Details|‹ 1|3 › / next")]
    [InlineData(2, 3, true, "Details|‹ 1|3 ›|Show to all / next")]
    public void What_has_details_offers_them_first(int page, int pages, bool isPrivate, string rows)
    {
        var answer = Some.Answer("next") with { HasDetails = true, Page = page, Pages = pages };

        Assert.Equal(rows, Rows(answer, isPrivate));
        var details = _rows.For(answer, isPrivate)[0].Components![0];
        Assert.Equal(ButtonStyle.Secondary, details.Style);
        Assert.Equal((ButtonAction.Page, new DecodedRequest(answer.Request with { Detail = Detail.Full }, answer.Version)), new ButtonCode(SampleBase.Answerer).Read(details.CustomId));
    }

    [Theory]
    [InlineData(Outcome.Answered, true)]
    [InlineData(Outcome.Closest, true)]
    [InlineData(Outcome.Suggested, false)]
    [InlineData(Outcome.Unknown, false)]
    [InlineData(Outcome.Invalid, false)]
    [InlineData(Outcome.Talk, false)]
    public void Only_facts_can_be_shown_to_all(Outcome outcome, bool canBeShown)
    {
        Assert.Equal(canBeShown ? "Show to all" : "", Rows(Some.Answer() with { Outcome = outcome }, isPrivate: true));
    }

    [Fact]
    public void An_answer_that_leads_nowhere_has_no_rows()
    {
        Assert.Empty(_rows.For(Some.Answer(), isPrivate: false));
    }

    [Theory]
    [InlineData(new[] { "1", "2", "3", "4", "5" }, "1|2|3|4|5")]
    [InlineData(new[] { "1", "2", "3", "4", "5", "6" }, "menu: 1, 2, 3, 4, 5, 6")]
    [InlineData(new[] { "thirty-four letters, neither more…n" }, "menu: thirty-four letters, neither more…n")]
    [InlineData(new[] { "thirty-four letters, neither more…" }, "thirty-four letters, neither more…")]
    [InlineData(new[] { "一二三四五六七八九十一二三四五六七" }, "一二三四五六七八九十一二三四五六七")]
    [InlineData(new[] { "short", "一二三四五六七八九十一二三四五六七八" }, "menu: short, 一二三四五六七八九十一二三四五六七八")]
    public void Few_short_follow_ups_are_buttons_and_others_a_menu(string[] labels, string rows)
    {
        Assert.Equal(rows, Rows(Some.Answer(labels)));
    }

    [Fact]
    public void What_may_have_been_meant_is_always_a_menu()
    {
        Assert.Equal("menu: one", Rows(Some.Answer("one") with { Outcome = Outcome.Suggested }));
    }

    [Theory]
    [InlineData("en", "Show to all", "Try also")]
    [InlineData("zh-Hant", "向所有人顯示", "還可以問")]
    [InlineData("uk", "Показати всім", "Спробуйте також")]
    public void The_rows_are_in_the_answers_language(string language, string button, string placeholder)
    {
        var rows = _rows.For(Some.Answer("one") with { Outcome = Outcome.Suggested, Language = language }, isPrivate: true);
        Assert.Equal(button, _rows.For(Some.Answer() with { Language = language }, isPrivate: true)[0].Components![0].Label);

        Assert.Equal((placeholder, "menu"), (rows[0].Components![0].Placeholder, rows[0].Components![0].CustomId));
    }

    [Fact]
    public void A_menu_has_at_most_25_options_of_at_most_100_characters()
    {
        string[] labels = [.. Enumerable.Range(10, 30).Select(n => n.ToString(CultureInfo.InvariantCulture) + new string('a', 200))];

        var menu = _rows.For(Some.Answer(labels), isPrivate: false)[0].Components![0];

        Assert.Equal(25, menu.Options!.Count);
        Assert.Equal("10" + new string('a', 97) + "…", menu.Options[0].Label);
        Assert.All(menu.Options, o => Assert.Equal(100, o.Label.Length));
        Assert.Equal(25, menu.Options.DistinctBy(o => o.Value).Count());
    }

    [Fact]
    public void The_same_follow_up_twice_is_shown_once()
    {
        var answer = Some.Answer("one", "two");
        answer = answer with { FollowUps = [.. answer.FollowUps, answer.FollowUps[0] with { Label = "again" }] };

        Assert.Equal("one|two", Rows(answer));
    }

    [Fact]
    public void A_request_that_no_button_can_carry_has_none()
    {
        var tooLong = new Request("ask", new string('a', 100), "en");
        var answer = Some.Answer("one", "two") with { Page = 2, Pages = 3, Request = tooLong };

        Assert.Equal("one|two", Rows(answer, isPrivate: true));
        Assert.Equal("one", Rows(answer with { FollowUps = [answer.FollowUps[0], new FollowUp("three", tooLong)] }));
        Assert.Empty(_rows.For(answer with { FollowUps = [new FollowUp("three", tooLong)] }, isPrivate: true));
        Assert.Empty(_rows.For(answer with { FollowUps = [new FollowUp("three", tooLong)], Outcome = Outcome.Suggested }, isPrivate: true));
    }

    [Fact]
    public void Every_button_carries_what_it_does_and_no_two_the_same()
    {
        var answer = Some.Answer("one", "two") with { Page = 2, Pages = 3 };
        var buttons = _rows.For(answer, isPrivate: true).SelectMany(r => r.Components!).ToList();

        Assert.Equal(
            [
                (ButtonAction.Page, answer.Request),
                (ButtonAction.Page, answer.Request.WithPage(3)),
                (ButtonAction.ShowToAll, answer.Request),
                (ButtonAction.FollowUp, answer.FollowUps[0].Request),
                (ButtonAction.FollowUp, answer.FollowUps[1].Request),
            ],
            buttons.Select(b => new ButtonCode(SampleBase.Answerer).Read(b.CustomId)!.Value).Select(p => (p.Action, p.Decoded.Request)));
        Assert.Equal(
            [ButtonStyle.Secondary, ButtonStyle.Secondary, ButtonStyle.Primary, ButtonStyle.Secondary, ButtonStyle.Secondary],
            buttons.Select(b => b.Style));
        Assert.Equal(buttons.Count, buttons.DistinctBy(b => b.CustomId).Count());
    }

    [Fact]
    public void A_real_answers_rows_stand_as_approved()
    {
        Assert.Equal("Докладніше|2 ›", Rows(Real("corrections", "", "uk")));
        Assert.Equal("[15] КоммерсантЪ|[16] РБК|[17] BBC News Русская служба", Rows(Real("fact", "riyadh-talks-duration", "en")));
        Assert.Equal("menu: Timeline, Where the article and the record differ, About this bot", Rows(Real("help", "", "en")));
    }

    private static Answer Real(string command, string words, string language)
    {
        var answer = SampleBase.Answerer.Answer(new Request(command, words, language));
        var containers = new ContainerWriter(new LocalizedCommandNames());
        return Pager.Page(Summary.Of(answer), 1, (page, number) => MessageSize.Fits(containers.Write(page)) && Summary.FitsPhone(page, number));
    }

    private string Rows(Answer answer, bool isPrivate = false) => string.Join(" / ", _rows.For(answer, isPrivate).Select(row =>
        row.Components is [{ Type: ComponentType.StringSelect } menu]
            ? $"menu: {string.Join(", ", menu.Options!.Select(o => o.Label))}"
            : string.Join('|', row.Components!.Select(b => b.Label))));
}
