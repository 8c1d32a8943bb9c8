using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Answers.Texts;

namespace Bot.Adapters.Monitoring;

/// <summary>
/// The metrics and spans of the bot. No label holds a question, or an id or a name of a user. Every label has few values,
/// whatever users write. Names follow OpenTelemetry's conventions (Semantic Conventions, Naming; Metrics, General Guidelines).
/// Safe for any number of threads.
/// </summary>
public sealed class BotTelemetry : IDisposable
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Bot";

    /// <summary>The name of the instrument with the most series.</summary>
    public const string AnswersName = "bot.answers";

    // Telegram and Discord. The terminal is not measured.
    private const int Platforms = 2;

    private const string Other = "other";
    private const string Platform = "bot.platform";
    private const string Kind = "bot.kind";
    private const string Command = "bot.command";
    private const string Language = "bot.language";
    private const string OutcomeTag = "bot.outcome";
    private const string Reading = "bot.reading";

    // Answering uses memory only. Handling includes sending, which waits for the network and for rate limits.
    private static readonly double[] s_answerBuckets = [0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.01, 0.1, 1];
    private static readonly double[] s_handlingBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10, 60];

    private readonly ConcurrentDictionary<string, Func<int>> _queues = [];
    private readonly Func<string, bool> _isKnownCommand;
    private readonly Meter _meter;
    private readonly ActivitySource _spans = new(Name);
    private readonly Counter<long> _received;
    private readonly Counter<long> _answers;
    private readonly Histogram<double> _answering;
    private readonly Histogram<double> _handling;
    private readonly Counter<long> _reconnects;
    private readonly Counter<long> _rateLimits;
    private readonly Counter<long> _refusedSends;
    private readonly Counter<long> _unreadable;

    /// <summary>The maximum number of series of an instrument by command and platform, where unknown commands count as one.</summary>
    public static int MaxCommandSeries => (Answerer.CommandCount + 1) * Platforms;

    /// <summary>The maximum number of series of the instrument <see cref="AnswersName"/>, which is also by language and outcome. Other languages count as one.</summary>
    public static int MaxAnswerSeries => MaxCommandSeries * (AdapterTexts.Languages.Count + 1) * Enum.GetValues<Outcome>().Length;

    /// <summary>Creates the instruments.</summary>
    /// <param name="meters">Creates their meter; null when they are not exported.</param>
    /// <param name="knows">Whether there is a command with a name. All other names are counted as one.</param>
    public BotTelemetry(IMeterFactory? meters, Func<string, bool> knows)
    {
        ArgumentNullException.ThrowIfNull(knows);
        _isKnownCommand = knows;
        _meter = meters?.Create(Name) ?? new Meter(Name);
        _received = _meter.CreateCounter<long>("bot.updates", "{update}", "Updates and interactions received.");
        _answers = _meter.CreateCounter<long>(AnswersName, "{answer}", "Answers to requests.");
        _answering = _meter.CreateHistogram("bot.answer.duration", "s", "Time to find and render an answer.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = s_answerBuckets });
        _handling = _meter.CreateHistogram("bot.handling.duration", "s", "Time from the start of handling an update until the platform accepted the answer.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = s_handlingBuckets });
        _reconnects = _meter.CreateCounter<long>("bot.reconnects", "{reconnect}", "Reconnections to a platform after it could not be reached.");
        _rateLimits = _meter.CreateCounter<long>("bot.rate_limits", "{hit}", "Rate limits that a platform applied.");
        _refusedSends = _meter.CreateCounter<long>("bot.sends.refused", "{send}", "Answers that a platform refused permanently, or that came too late.");
        _unreadable = _meter.CreateCounter<long>("bot.updates.unreadable", "{update}", "Updates and interactions that could not be read, or only in part.");
        _meter.CreateObservableGauge(
            "bot.queue.length",
            () => _queues.Select(q => new Measurement<int>(q.Value(), new KeyValuePair<string, object?>(Platform, q.Key))),
            "{update}",
            "Updates and interactions being handled or waiting.");
    }

    /// <summary>Counts an update or interaction.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="kind">Its kind, one of a small set of words.</param>
    public void Received(string platform, string kind) => _received.Add(1, new(Platform, platform), new(Kind, kind));

    /// <summary>Counts an answer.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="command">The requested command, known or not.</param>
    /// <param name="language">The answer's language.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="duration">The time that it took.</param>
    public void Answered(string platform, string command, string language, Outcome outcome, TimeSpan duration)
    {
        command = _isKnownCommand(command) ? command : Other;
        language = AdapterTexts.Languages.Contains(language) ? language : Other;
        var outcomeText = Text(outcome);
        _answers.Add(1, new TagList { { Command, command }, { Language, language }, { Platform, platform }, { OutcomeTag, outcomeText } });
        _answering.Record(duration.TotalSeconds, new KeyValuePair<string, object?>(Command, command), new(Platform, platform));
        if (Activity.Current is { } span && span.Source == _spans)
        {
            span.SetTag(Command, command).SetTag(Language, language).SetTag(OutcomeTag, outcomeText);
        }
    }

    /// <summary>Records the time that it took to handle an update or interaction, including sending.</summary>
    public void Handled(string platform, TimeSpan duration) => _handling.Record(duration.TotalSeconds, new KeyValuePair<string, object?>(Platform, platform));

    /// <summary>Counts a reconnection to a platform.</summary>
    public void Reconnected(string platform) => _reconnects.Add(1, new KeyValuePair<string, object?>(Platform, platform));

    /// <summary>Counts a rate limit of a platform.</summary>
    public void RateLimited(string platform) => _rateLimits.Add(1, new KeyValuePair<string, object?>(Platform, platform));

    /// <summary>Counts an answer that a platform refused.</summary>
    public void SendRefused(string platform) => _refusedSends.Add(1, new KeyValuePair<string, object?>(Platform, platform));

    /// <summary>Counts an update or interaction that could not be read in full.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="isPartial">Whether it was read without its unreadable parts; otherwise it was skipped.</param>
    public void Unreadable(string platform, bool isPartial) => _unreadable.Add(1, new(Platform, platform), new(Reading, isPartial ? "partial" : "skipped"));

    /// <summary>Starts the span of an update or interaction; null when nothing listens to spans.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="kind">Its kind, one of a small set of words.</param>
    public Activity? StartSpan(string platform, string kind) =>
        _spans.StartActivity($"handle {kind}", ActivityKind.Consumer)?.SetTag(Platform, platform).SetTag(Kind, kind);

    /// <summary>Adds a gauge for the length of a platform's queue. The new queue of a restarted adapter replaces its old one.</summary>
    public void ObserveQueue(string platform, Func<int> length) => _queues[platform] = length;

    /// <summary>Adds gauges for the base in use.</summary>
    /// <param name="served">Returns its version and its number of facts.</param>
    public void ObserveBase(Func<(string Version, int Facts)> served)
    {
        _meter.CreateObservableGauge("bot.base.info", () => new Measurement<int>(1, new KeyValuePair<string, object?>("version", served().Version)), description: "The version of the base in use.");
        _meter.CreateObservableGauge("bot.base.facts", () => served().Facts, "{fact}", "The number of facts in the base in use.");
    }

    /// <summary>Adds a gauge for the health of the components.</summary>
    public void ObserveHealth(IReadOnlyList<ComponentHealth> components) => _meter.CreateObservableGauge(
        "bot.health",
        () => components.Select(p => p.State).Select(s => new Measurement<int>(s.IsWorking ? 1 : 0, new KeyValuePair<string, object?>("bot.component", s.Name))),
        description: "1 for a component that is healthy or degraded, 0 for one that is unhealthy.");

    /// <summary>Disposes the activity source. The meter belongs to its factory.</summary>
    public void Dispose() => _spans.Dispose();

    private static string Text(Outcome outcome) => outcome switch
    {
        Outcome.Answered => "answered",
        Outcome.Closest => "closest",
        Outcome.Suggested => "suggested",
        Outcome.Unknown => "unknown",
        Outcome.Invalid => "invalid",
        Outcome.Talk => "talk",
        _ => Other,
    };
}
