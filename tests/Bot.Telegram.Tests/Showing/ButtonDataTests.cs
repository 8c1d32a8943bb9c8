using System.Text;
using Bot.Answers;
using Bot.Telegram.Showing;

namespace Bot.Telegram.Tests.Showing;

public sealed class ButtonDataTests
{
    [Theory]
    [InlineData(ButtonKind.Turn, "t9fa0b8fcu2 who ~5MGk")]
    [InlineData(ButtonKind.FollowUp, "f9fa0b8fcu2 who ~5MGk")]
    internal void A_button_carries_what_it_does_and_asks(ButtonKind kind, string data)
    {
        var request = new Request("who", "lavrov", "uk", 2);

        Assert.Equal(data, ButtonData.Write(kind, request, "9fa0b8fc", RealBase.Answerer));
        Assert.Equal((kind, new CodedRequest(request, "9fa0b8fc")), ButtonData.Read(data, RealBase.Answerer));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("t")]
    [InlineData("x9fa0b8fcu2 who ~5MGk")]
    [InlineData("9fa0b8fcu2 who ~5MGk")]
    [InlineData("t9fa0b8fcu2 who ~AAAA")]
    [InlineData("help")]
    public void Data_of_other_buttons_is_not_read(string? data)
    {
        Assert.Null(ButtonData.Read(data, RealBase.Answerer));
    }

    [Fact]
    public void Data_has_at_most_64_bytes()
    {
        // "t", the version, "e1 ask " and 48 letters.
        Assert.Equal(64, ButtonData.Write(ButtonKind.Turn, new Request("ask", new string('a', 48), "en"), "9fa0b8fc", RealBase.Answerer)?.Length);
        Assert.Null(ButtonData.Write(ButtonKind.Turn, new Request("ask", new string('a', 49), "en"), "9fa0b8fc", RealBase.Answerer));
    }

    [Theory]
    [MemberData(nameof(RealBase.Locales), MemberType = typeof(RealBase))]
    public void Every_button_that_is_shown_asks_what_it_was_made_from(string locale)
    {
        var view = new AnswerView(RealBase.Answerer);
        var (seen, next) = (new HashSet<Request>(), new Queue<Request>());
        Reach(new Request("start", "", locale));
        Reach(new Request("help", "", locale));
        foreach (var id in RealBase.Facts.Parties.Select(p => p.Id))
        {
            Reach(new Request("who", id, locale));
        }

        foreach (var id in RealBase.Facts.Facts.Select(f => f.Id))
        {
            Reach(new Request("ask", id, locale));
            Reach(new Request("fact", id, locale));
        }

        foreach (var command in (string[])["positions", "reactions", "about"])
        {
            Reach(new Request(command, "", locale));
        }

        while (next.TryDequeue(out var request))
        {
            var (answer, _, keyboard) = view.Show(request);
            Request[] turns = [.. ((int[])[answer.Page - 1, answer.Page + 1]).Where(n => n >= 1 && n <= answer.Pages).Select(answer.Request.At)];
            (ButtonKind, CodedRequest)?[] made =
            [
                .. turns.Select(r => (ButtonKind.Turn, new CodedRequest(r, answer.Version))),
                .. answer.FollowUps.Take(16).Select(f => (ButtonKind.FollowUp, new CodedRequest(f.Request, answer.Version))),
            ];
            var buttons = keyboard?.InlineKeyboard.SelectMany(row => row).Select(b => b.CallbackData!).ToList() ?? [];

            Assert.Equal(Outcome.Answered, answer.Outcome);
            Assert.All(buttons, data => Assert.InRange(Encoding.UTF8.GetByteCount(data), 1, 64));
            Assert.Equal(made, buttons.Select(data => ButtonData.Read(data, RealBase.Answerer)));
            foreach (var (_, coded) in made.OfType<(ButtonKind, CodedRequest)>())
            {
                Reach(coded.Request);
            }
        }

        Assert.InRange(seen.Count, 250, 2000);

        void Reach(Request request)
        {
            if (seen.Add(request))
            {
                next.Enqueue(request);
            }
        }
    }
}
