using Bot.Adapters.Pipeline;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Answers.Rendering;
using Bot.Telegram.Api;

namespace Bot.Telegram.Rendering;

/// <summary>Renders answers as Telegram's HTML with buttons.</summary>
internal sealed class TelegramRenderer(Answerer answerer) : IAnswerRenderer<TelegramPage>
{
    // In a group more would be a menu for everyone.
    private const int MaxBriefFollowUps = 3;

    private readonly KeyboardBuilder _keyboards = new(new ButtonCode(answerer));

    /// <inheritdoc/>
    public Rendered<TelegramPage> Render(Answer answer, Placement placement)
    {
        if (IsBrief(answer, placement))
        {
            return new Rendered<TelegramPage>(Brief(answer), answer);
        }

        answer = Pager.Page(
            Summary.Of(answer),
            answer.Request.Page,
            (page, number) => AnswerHtmlWriter.Write(page).Length <= MessageLimits.MaxLength && Summary.FitsPhone(page, number));
        return new Rendered<TelegramPage>(new TelegramPage(AnswerHtmlWriter.Write(answer).ToString(), _keyboards.For(answer)), answer);
    }

    // The others in a group did not ask, so anything but an answer takes one line there. That a message has no text takes one line everywhere.
    private static bool IsBrief(Answer answer, Placement placement) =>
        placement.IsInGroup ? answer.Outcome is not (Outcome.Answered or Outcome.Closest) : answer is { Outcome: Outcome.Invalid, Request.Command: Request.Check };

    private TelegramPage Brief(Answer answer)
    {
        var line = answer.Sections.SelectMany(s => s.Paragraphs).FirstOrDefault() ?? answer.Title;
        return new TelegramPage(
            new HtmlBuilder().Text(line).ToString(),
            _keyboards.For(answer with { FollowUps = [.. answer.FollowUps.Take(MaxBriefFollowUps)] }));
    }
}
