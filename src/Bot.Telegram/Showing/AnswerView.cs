using System.Collections.Concurrent;
using Bot.Answers;

namespace Bot.Telegram.Showing;

/// <summary>Answers requests in a form that Telegram takes.</summary>
internal sealed class AnswerView(Answerer answerer)
{
    /// <summary>The most UTF-16 units of a message, after parsing (Bot API, sendMessage).</summary>
    public const int MostUnits = 4096;

    // What many ask and all pages of an answer: a few megabytes.
    private const int MostRemembered = 512;

    private readonly Keyboards _keyboards = new(answerer);
    private readonly ConcurrentDictionary<Request, ShownAnswer> _remembered = new();
    private int _added;

    /// <summary>The page that a request asks for.</summary>
    public ShownAnswer Show(Request request)
    {
        if (_remembered.TryGetValue(request, out var known) && known.Answer.Version == answerer.Version)
        {
            return known;
        }

        // The dictionary's own count would stop all who use it.
        if (Interlocked.Increment(ref _added) % MostRemembered == 0)
        {
            _remembered.Clear();
        }

        return _remembered[request] = Make(request);
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
