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

    // That of the example which is answered before the first user asks.
    private const string Language = "en";

    private readonly AdapterServices _services;
    private readonly Answerer _answerer;
    private readonly AdmissionControl _limits;
    private readonly AdapterTelemetry _telemetry;
    private readonly TimeProvider _time;
    private readonly IAnswerRenderer<TContent> _renderer;
    private readonly CommandInput _input;

    // By the user's request, and by the canonical request, because many questions have the same answer.
    private readonly RenderCache<TContent> _byRequest;
    private readonly RenderCache<TContent> _byCanonicalRequest;
    private readonly RecentAnswers _recentAnswers;

    /// <summary>Creates the pipeline of a platform.</summary>
    /// <param name="services">The services that every adapter uses.</param>
    /// <param name="renderer">Renders the answers.</param>
    /// <param name="cacheCapacity">The maximum number of cached pages; 0 to cache none.</param>
    /// <param name="input">How people give commands on the platform.</param>
    public AskPipeline(AdapterServices services, IAnswerRenderer<TContent> renderer, int cacheCapacity = DefaultCacheCapacity, CommandInput input = CommandInput.Typed)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(renderer);
        ArgumentOutOfRangeException.ThrowIfNegative(cacheCapacity);
        _services = services;
        (_answerer, _limits, _telemetry, _time) = (services.Answerer, services.Limits, services.Telemetry, services.Time);
        (_renderer, _input) = (renderer, input);
        _recentAnswers = new RecentAnswers(_time);
        (_byRequest, _byCanonicalRequest) = (new RenderCache<TContent>(cacheCapacity), new RenderCache<TContent>(cacheCapacity));
    }

    /// <summary>
    /// Waits until the search is built, then answers and renders one question and one suggestion. A platform gives the first user as little
    /// time as any other, and on a busy machine the first answer takes seconds: its code is loaded and compiled when it is first run.
    /// </summary>
    /// <param name="cancellation">Cancels the wait.</param>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await _services.WaitForSearch(cancellation).ConfigureAwait(false);
        foreach (var example in _answerer.Suggest("", Language, 1))
        {
            await RenderAsync(example.Request, default, cancellation).ConfigureAwait(false);
            await RenderAsync(new Request("ask", example.Label, Language), default, cancellation).ConfigureAwait(false);
        }
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
        Input.Ask ask => await ShowAsync(WithContext(ask.Request, incoming), null, incoming, cancellation).ConfigureAwait(false),
        Input.Press press => await ShowAsync(press.Decoded.Request, press.Decoded.Version, incoming, cancellation).ConfigureAwait(false),
        Input.InvalidButton => new Reply<TContent>.Notice(AdapterTexts.In(incoming.Language).ButtonUnreadable, IsAlert: true),
        Input.Prompt => new Reply<TContent>.Prompt(_answerer.AskPrompt(incoming.Language)),
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
        _ when incoming.IsSilentUnlessAnswered => new Reply<TContent>.Silence(admission.Seconds),
        _ => new Reply<TContent>.Notice(AdapterTexts.In(incoming.Language).TooManyRequests(admission.Seconds), IsAlert: false),
    };

    // A question that says nothing of its context goes on from the last answer. A reply has the context of the message that it replies to.
    private Request WithContext(Request request, Incoming incoming) =>
        incoming.IsConversation && incoming.Ids.RepliedTo is null && request is { Command: "ask", FollowsUp.IsEmpty: true }
            ? request with { FollowsUp = _recentAnswers.Recall(incoming.Asker) }
            : request;

    private async ValueTask<Reply<TContent>> SuggestAsync(Input.Suggest suggest, Incoming incoming, CancellationToken cancellation)
    {
        var pages = ImmutableArray.CreateBuilder<Suggested<TContent>>();
        foreach (var suggestion in _answerer.Suggest(suggest.Typed, incoming.Language, suggest.Max))
        {
            pages.Add(new Suggested<TContent>(suggestion.Label, await RenderAsync(suggestion.Request, incoming.Placement, cancellation).ConfigureAwait(false)));
        }

        return new Reply<TContent>.Pages(pages.DrainToImmutable());
    }

    // The version is that of the button; null where none was pressed.
    private async ValueTask<Reply<TContent>> ShowAsync(Request request, string? version, Incoming incoming, CancellationToken cancellation)
    {
        var start = _time.GetTimestamp();
        var rendered = await RenderAsync(request, incoming.Placement, cancellation).ConfigureAwait(false);
        var page = rendered.Page;
        if ((incoming.IsSilentUnlessAnswered && page.Outcome != Outcome.Answered) || (incoming.Placement.IsInGroup && page.IsOnlyPrivate))
        {
            return new Reply<TContent>.Silence(0);
        }

        _telemetry.Answered(request.Command, page.Language, page.Outcome, _time.GetElapsedTime(start));
        if (incoming.IsConversation && HasFacts(page))
        {
            _recentAnswers.Remember(incoming.Asker, page.Facts.Select(f => f.Id));
        }

        var caption = version is null || version == page.Version ? null : AdapterTexts.In(request.Language).ButtonOutdated;
        return new Reply<TContent>.Page(rendered, incoming.Placement, caption);
    }

    private static bool HasFacts(Answer answer) => answer.Outcome is Outcome.Answered or Outcome.Closest;

    private async ValueTask<Rendered<TContent>> RenderAsync(Request request, Placement placement, CancellationToken cancellation)
    {
        if (_byRequest.TryGet(request, placement, _answerer.Version, out var cached))
        {
            return cached;
        }

        var answer = await _answerer.AnswerAsync(request, _input, cancellation).ConfigureAwait(false);

        // Facts are named in the canonical request. Without any, its words mean what they do only after the same answer.
        var canonical = HasFacts(answer) ? answer.Request : answer.Request with { FollowsUp = request.FollowsUp };
        if (!_byCanonicalRequest.TryGet(canonical, placement, answer.Version, out var rendered))
        {
            rendered = _renderer.Render(answer, placement);
            _byCanonicalRequest.Add(canonical, placement, rendered);
        }

        _byRequest.Add(request, placement, rendered);
        return rendered;
    }
}
