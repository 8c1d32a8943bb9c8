using Bot.Adapters.Pipeline;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Answers.Rendering;

namespace Bot.Telegram.Rendering;

/// <summary>Answers requests in a form that Telegram takes.</summary>
internal sealed class AnswerView(Answerer answerer)
{
    /// <summary>The most UTF-16 units of a message, after parsing (Bot API, sendMessage).</summary>
    public const int MaxUnits = 4096;

    private readonly KeyboardBuilder _keyboards = new(answerer);

    // By what was asked, and by what was answered: many words ask for the same facts.
    private readonly RecentAnswers<Request, ShownAnswer> _byQuestion = new();
    private readonly RecentAnswers<Request, ShownAnswer> _byAnswer = new();

    /// <summary>The page that a request asks for.</summary>
    public ShownAnswer Show(Request request)
    {
        if (_byQuestion.TryGet(request, answerer.Version, out var asked))
        {
            return asked;
        }

        var answer = answerer.Answer(request);
        if (!_byAnswer.TryGet(answer.Request, answer.Version, out var shown))
        {
            shown = Make(answer);
            _byAnswer.Add(answer.Request, answer.Version, shown);
        }

        _byQuestion.Add(request, answer.Version, shown);
        return shown;
    }

    private ShownAnswer Make(Answer answer)
    {
        var html = AnswerHtmlWriter.Write(answer);
        if (html.Length > MaxUnits)
        {
            answer = Pager.Page(answer, answer.Request.Page, MaxUnits, page => AnswerHtmlWriter.Write(page).Length);
            html = AnswerHtmlWriter.Write(answer);
        }

        return new ShownAnswer(answer, html.ToString(), _keyboards.For(answer));
    }
}
