using System.Collections.Immutable;
using System.Diagnostics;
using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Answers;
using Bot.Answers.Model;

namespace Bot.Terminal;

/// <summary>Answers lines and measures the time of each, so no answer is cached.</summary>
/// <param name="answerer">Answers the requests.</param>
/// <param name="time">The clock for measuring.</param>
/// <param name="language">The tag of the reader's language; empty for the line's own.</param>
internal sealed class LineAnswerer(Answerer answerer, TimeProvider time, string language)
{
    private readonly AskPipeline<Answer> _pipeline = new(
        new AdapterServices(answerer, AdapterTelemetry.None("terminal", time), time, Random.Shared),
        new WholeAnswer(),
        cacheCapacity: 0);

    /// <summary>Parses the lines.</summary>
    public LineParser Parser { get; } = new(language);

    /// <summary>Whether a question follows up on the answer before it. Otherwise no line depends on another.</summary>
    public bool IsConversation { get; init; }

    /// <summary>The ids of the facts that every question follows up on; empty for none.</summary>
    public ImmutableArray<string> FollowsUp { get; init; } = [];

    /// <summary>Answers a line. The first question waits for the search.</summary>
    /// <param name="line">A command or a question.</param>
    /// <param name="tag">The tag of the answer's language; null for the line's own.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    /// <param name="isCut">Whether only the beginning of a longer line was kept.</param>
    public async ValueTask<TimedAnswer> AnswerAsync(string line, string? tag, CancellationToken cancellation, bool isCut = false)
    {
        tag ??= Parser.LanguageOf(line);
        var start = time.GetTimestamp();
        var incoming = Parser.Parse(line, tag, isCut) with { IsConversation = IsConversation };
        if (FollowsUp.Length > 0 && incoming.Input is Input.Ask { Request: { Command: "ask" } question })
        {
            incoming = incoming with { Input = new Input.Ask(question with { FollowsUp = FollowsUp }) };
        }

        var reply = await _pipeline.ReplyAsync(incoming, _pipeline.Admit(incoming), cancellation).ConfigureAwait(false);
        return reply is Reply<Answer>.Page page
            ? new TimedAnswer(line, page.Rendered.Content, time.GetElapsedTime(start))
            : throw new UnreachableException(reply.GetType().Name);
    }

    // A terminal shows the whole answer at once.
    private sealed class WholeAnswer : IAnswerRenderer<Answer>
    {
        public Rendered<Answer> Render(Answer answer, Placement placement) => new(answer, answer);
    }
}
