using System.Collections.Immutable;
using System.Diagnostics;
using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Answers.Texts;

namespace Bot.Adapters.Pipeline;

/// <summary>
/// From an update to the reply, the same on every platform: admitted, answered, rendered, measured. Replies come from memory, so no
/// platform has to be told to wait. Safe for any number of threads.
/// </summary>
/// <typeparam name="TContent">The form in which the platform shows a page.</typeparam>
public sealed class AskPipeline<TContent>
{
    /// <summary>What many ask in five languages, with all pages of the answers: a few megabytes.</summary>
    public const int DefaultCacheCapacity = 2048;

    private readonly Answerer _answerer;
    private readonly AdmissionControl _limits;
    private readonly AdapterTelemetry _telemetry;
    private readonly TimeProvider _time;
    private readonly IAnswerRenderer<TContent> _renderer;

    // By what was asked, and by what was understood: many words ask for the same facts.
    private readonly RenderCache<TContent> _asked;
    private readonly RenderCache<TContent> _understood;

    /// <summary>Makes the pipeline of a platform.</summary>
    /// <param name="services">What every adapter is given.</param>
    /// <param name="renderer">Renders the answers.</param>
    /// <param name="cacheCapacity">How many rendered pages are kept; 0 to keep none.</param>
    public AskPipeline(AdapterServices services, IAnswerRenderer<TContent> renderer, int cacheCapacity = DefaultCacheCapacity)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(renderer);
        ArgumentOutOfRangeException.ThrowIfNegative(cacheCapacity);
        (_answerer, _limits, _telemetry, _time) = (services.Answerer, services.Limits, services.Telemetry, services.Time);
        _renderer = renderer;
        (_asked, _understood) = (new RenderCache<TContent>(cacheCapacity), new RenderCache<TContent>(cacheCapacity));
    }

    /// <summary>Whether an update is answered; it is counted by that. Called once for each, when it arrives.</summary>
    public Admission Admit(Incoming incoming)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        var (platform, user, chat) = incoming.Asker;
        return incoming.Input switch
        {
            Input.Ignored or Input.Ping => default,
            Input.Suggest or Input.Complete => _limits.AdmitTyping(platform, user),
            _ => _limits.Admit(platform, user, chat),
        };
    }

    /// <summary>The reply to an update: done at once, but for what has to wait until the search is built.</summary>
    /// <param name="incoming">The update.</param>
    /// <param name="admission">What <see cref="Admit"/> said of it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask<Reply<TContent>> ReplyAsync(Incoming incoming, Admission admission, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        using var span = _telemetry.StartSpan(incoming.Kind);
        _telemetry.Received(incoming.Kind);
        var hasReplied = false;
        try
        {
            var reply = admission.IsAdmitted ? await AnswerAsync(incoming, cancellation).ConfigureAwait(false) : Refuse(incoming, admission);
            hasReplied = true;
            return reply;
        }
        finally
        {
            // The caller logs the exception. Its text may tell what was asked, so the span does not carry it.
            if (!hasReplied)
            {
                span?.SetStatus(ActivityStatusCode.Error);
            }
        }
    }

    private async ValueTask<Reply<TContent>> AnswerAsync(Incoming incoming, CancellationToken cancellation) => incoming.Input switch
    {
        Input.Ask ask => new Reply<TContent>.Page(await ShowAsync(ask.Request, incoming.Placement, cancellation).ConfigureAwait(false), incoming.Placement, null),
        Input.Press press => await PressAsync(press, incoming.Placement, cancellation).ConfigureAwait(false),
        Input.DeadButton => new Reply<TContent>.Notice(AdapterTexts.In(incoming.Language).ButtonUnreadable, IsAlert: true),
        Input.Prompt => new Reply<TContent>.Prompt(AdapterTexts.In(incoming.Language).AskPrompt),
        Input.Suggest suggest => await SuggestAsync(suggest, incoming, cancellation).ConfigureAwait(false),
        Input.Complete complete => new Reply<TContent>.Choices(_answerer.Complete(complete.Command, complete.Parameter, complete.Typed, incoming.Language)),
        Input.Ping => new Reply<TContent>.Pong(),
        Input.Ignored => new Reply<TContent>.Silence(0),
        var input => throw new UnreachableException(input.GetType().Name),
    };

    private static Reply<TContent> Refuse(Incoming incoming, Admission admission) => (incoming.Input, admission.Result) switch
    {
        (Input.Complete, _) => new Reply<TContent>.Choices([]),
        (Input.Suggest, _) or (_, AdmissionResult.RejectedAgain) => new Reply<TContent>.Silence(admission.Seconds),
        _ => new Reply<TContent>.Notice(AdapterTexts.In(incoming.Language).TooManyRequests(admission.Seconds), IsAlert: false),
    };

    private async ValueTask<Reply<TContent>> PressAsync(Input.Press press, Placement placement, CancellationToken cancellation)
    {
        var rendered = await ShowAsync(press.Decoded.Request, placement, cancellation).ConfigureAwait(false);
        var caption = press.Decoded.Version == rendered.Page.Version ? null : AdapterTexts.In(press.Decoded.Request.Language).ButtonOutdated;
        return new Reply<TContent>.Page(rendered, placement, caption);
    }

    private async ValueTask<Reply<TContent>> SuggestAsync(Input.Suggest suggest, Incoming incoming, CancellationToken cancellation)
    {
        var pages = ImmutableArray.CreateBuilder<Rendered<TContent>>();
        foreach (var suggestion in _answerer.Suggest(suggest.Typed, incoming.Language, suggest.Max))
        {
            pages.Add(await RenderAsync(suggestion.Request, incoming.Placement, cancellation).ConfigureAwait(false));
        }

        return new Reply<TContent>.Pages(pages.DrainToImmutable());
    }

    private async ValueTask<Rendered<TContent>> ShowAsync(Request request, Placement placement, CancellationToken cancellation)
    {
        var start = _time.GetTimestamp();
        var rendered = await RenderAsync(request, placement, cancellation).ConfigureAwait(false);
        _telemetry.Answered(request.Command, rendered.Page.Language, rendered.Page.Outcome, _time.GetElapsedTime(start));
        return rendered;
    }

    private async ValueTask<Rendered<TContent>> RenderAsync(Request request, Placement placement, CancellationToken cancellation)
    {
        if (_asked.TryGet(request, placement, _answerer.Version, out var asked))
        {
            return asked;
        }

        var answer = await _answerer.AnswerAsync(request, cancellation).ConfigureAwait(false);
        if (!_understood.TryGet(answer.Request, placement, answer.Version, out var rendered))
        {
            rendered = _renderer.Render(answer, placement);
            _understood.Add(answer.Request, placement, rendered);
        }

        _asked.Add(request, placement, rendered);
        return rendered;
    }
}
