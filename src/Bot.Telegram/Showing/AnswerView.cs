using Bot.Answers;
using Bot.Platform;

namespace Bot.Telegram.Showing;

/// <summary>Answers requests in a form that Telegram takes.</summary>
internal sealed class AnswerView(Answerer answerer)
{
    /// <summary>The most UTF-16 units of a message, after parsing (Bot API, sendMessage).</summary>
    public const int MostUnits = 4096;

    private readonly Keyboards _keyboards = new(answerer);
    private readonly RecentAnswers<Request, ShownAnswer> _recent = new();

    /// <summary>The page that a request asks for.</summary>
    public ShownAnswer Show(Request request)
    {
        if (_recent.TryGet(request, answerer.Version, out var known))
        {
            return known;
        }

        var shown = Make(request);
        _recent.Add(request, shown.Answer.Version, shown);
        return shown;
    }

    private ShownAnswer Make(Request request)
    {
        var answer = answerer.Answer(request);
        var html = AnswerHtml.Write(answer);
        if (html.Length > MostUnits)
        {
            answer = Paging.Page(answer, request.Page, MostUnits, page => AnswerHtml.Write(page).Length);
            html = AnswerHtml.Write(answer);
        }

        return new ShownAnswer(answer, html.ToString(), _keyboards.For(answer));
    }
}
