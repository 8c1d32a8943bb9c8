using Bot.Adapters.Pipeline;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Answers.Rendering;

namespace Bot.Telegram.Rendering;

/// <summary>Renders answers as Telegram's HTML with buttons.</summary>
internal sealed class TelegramRenderer(Answerer answerer) : IAnswerRenderer<TelegramPage>
{
    /// <summary>The maximum length of a message after parsing, in UTF-16 units (Bot API, sendMessage).</summary>
    public const int MaxUnits = 4096;

    private readonly KeyboardBuilder _keyboards = new(new ButtonCode(answerer));

    /// <inheritdoc/>
    public Rendered<TelegramPage> Render(Answer answer, Placement placement)
    {
        var html = AnswerHtmlWriter.Write(answer);
        if (html.Length > MaxUnits)
        {
            answer = Pager.Page(answer, answer.Request.Page, MaxUnits, page => AnswerHtmlWriter.Write(page).Length);
            html = AnswerHtmlWriter.Write(answer);
        }

        return new Rendered<TelegramPage>(new TelegramPage(html.ToString(), _keyboards.For(answer)), answer);
    }
}
