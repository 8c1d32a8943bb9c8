using System.Collections.Immutable;
using System.Diagnostics;
using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Answers.Texts;

namespace Bot.Adapters.Pipeline;

/// <summary>
/// The steps from an update to its reply, the same on every platform: admission, answer, rendering, telemetry. Replies come from memory, so no
/// adapter has to defer its response. Safe for any number of threads.
/// </summary>
/// <typeparam name="TContent">The platform's format of a page.</typeparam>
public sealed class AskPipeline<TContent>
{
    /// <summary>The default number of cached pages: enough for the common questions in five languages with all pages of their answers, a few megabytes.</summary>
    public const int DefaultCacheCapacity = 2048;

    private readonly Answerer _answerer;
    private readonly AdmissionControl _limits;
    private readonly AdapterTelemetry _telemetry;
    private readonly TimeProvider _time;
    private readonly IAnswerRenderer<TContent> _renderer;

    // By the user's request, and by the canonical request, because many questions have the same answer.
    private readonly RenderCache<TContent> _byRequest;
    private readonly RenderCache<TContent> _byCanonicalRequest;

    /// <summary>Creates the pipeline of a platform.</summary>
    /// <param name="services">The services that every adapter uses.</param>
    /// <param name="renderer">Renders the answers.</param>
    /// <param name="cacheCapacity">The maximum number of cached pages; 0 to cache none.</param>
    public AskPipeline(AdapterServices services, IAnswerRenderer<TContent> renderer, int cacheCapacity = DefaultCacheCapacity)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(renderer);
        ArgumentOutOfRangeException.ThrowIfNegative(cacheCapacity);
        (_answerer, _limits, _telemetry, _time) = (services.Answerer, services.Limits, services.Telemetry, services.Time);
        _renderer = renderer;
        (_byRequest, _byCanonicalRequest) = (new RenderCache<TContent>(cacheCapacity), new RenderCache<TContent>(cacheCapacity));
    }

    /// <summary>Decides whether an update is answered, and counts it. Called once for each update, when it arrives.</summary>
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

    /// <summary>Creates the reply to an update. It completes synchronously unless it has to wait until the search is built.</summary>
    /// <param name="incoming">The update.</param>
    /// <param name="admission">The result of <see cref="Admit"/> for it.</param>
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
            // The caller logs the exception. Its message may contain the question, so it is not added to the span.
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
        Input.InvalidButton => new Reply<TContent>.Notice(AdapterTexts.In(incoming.Language).ButtonUnreadable, IsAlert: true),
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
        if (_byRequest.TryGet(request, placement, _answerer.Version, out var cached))
        {
            return cached;
        }

        var answer = await _answerer.AnswerAsync(request, cancellation).ConfigureAwait(false);
        if (!_byCanonicalRequest.TryGet(answer.Request, placement, answer.Version, out var rendered))
        {
            rendered = _renderer.Render(answer, placement);
            _byCanonicalRequest.Add(answer.Request, placement, rendered);
        }

        _byRequest.Add(request, placement, rendered);
        return rendered;
    }
}
