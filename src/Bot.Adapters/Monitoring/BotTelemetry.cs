using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Answers.Texts;

namespace Bot.Adapters.Monitoring;

/// <summary>
/// What the bot counts and measures of itself. No question, no id and no name of a user is a label; every label has few values,
/// whatever people write. Names are by OpenTelemetry's conventions (Semantic Conventions, Naming; Metrics, General Guidelines).
/// Safe for any number of threads.
/// </summary>
public sealed class BotTelemetry : IDisposable
{
    /// <summary>The name of the meter and of the source of spans.</summary>
    public const string Name = "Bot";

    /// <summary>The name of the instrument with the most series.</summary>
    public const string AnswersName = "bot.answers";

    // Telegram and Discord; a terminal is not measured.
    private const int Platforms = 2;

    private const string Other = "other";
    private const string Platform = "bot.platform";
    private const string Kind = "bot.kind";
    private const string Command = "bot.command";
    private const string Language = "bot.language";
    private const string OutcomeTag = "bot.outcome";
    private const string Reading = "bot.reading";

    // Answers come from memory; sending waits for the network, and for a platform that asks to wait.
    private static readonly double[] s_answering = [0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.01, 0.1, 1];
    private static readonly double[] s_handling = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10, 60];

    private readonly ConcurrentDictionary<string, Func<int>> _queues = [];
    private readonly Func<string, bool> _knows;
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

    /// <summary>How many series an instrument can have that is by command and platform; what is no command counts as one.</summary>
    public static int MaxCommandSeries => (Answerer.CommandCount + 1) * Platforms;

    /// <summary>How many series the instrument <see cref="AnswersName"/> can have: by language and outcome as well; any other language counts as one.</summary>
    public static int MaxAnswerSeries => MaxCommandSeries * (AdapterTexts.Languages.Count + 1) * Enum.GetValues<Outcome>().Length;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">Makes their meter; null where nobody reads them.</param>
    /// <param name="knows">Whether a command of that name is known: whatever else people write is counted as one.</param>
    public BotTelemetry(IMeterFactory? meters, Func<string, bool> knows)
    {
        ArgumentNullException.ThrowIfNull(knows);
        _knows = knows;
        _meter = meters?.Create(Name) ?? new Meter(Name);
        _received = _meter.CreateCounter<long>("bot.updates", "{update}", "Updates and interactions that platforms sent.");
        _answers = _meter.CreateCounter<long>(AnswersName, "{answer}", "Answers that were given.");
        _answering = _meter.CreateHistogram("bot.answer.duration", "s", "How long it took to find and write an answer.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = s_answering });
        _handling = _meter.CreateHistogram("bot.handling.duration", "s", "How long it took from an update's turn until the platform had taken the answer.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = s_handling });
        _reconnects = _meter.CreateCounter<long>("bot.reconnects", "{reconnect}", "How often a platform was reached again after it was not.");
        _rateLimits = _meter.CreateCounter<long>("bot.rate_limits", "{hit}", "How often a platform asked to wait.");
        _refusedSends = _meter.CreateCounter<long>("bot.sends.refused", "{send}", "Answers that a platform did not take for good, or that came too late for it.");
        _unreadable = _meter.CreateCounter<long>("bot.updates.unreadable", "{update}", "Updates and interactions that could not be read, or only in part.");
        _meter.CreateObservableGauge(
            "bot.queue.length",
            () => _queues.Select(q => new Measurement<int>(q.Value(), new KeyValuePair<string, object?>(Platform, q.Key))),
            "{update}",
            "Updates and interactions that are being handled or wait.");
    }

    /// <summary>Counts an update or interaction.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="kind">What it is: one of few words.</param>
    public void Received(string platform, string kind) => _received.Add(1, new(Platform, platform), new(Kind, kind));

    /// <summary>Counts an answer.</summary>
    /// <param name="platform">Where it was given.</param>
    /// <param name="command">The command that was asked, whatever its name.</param>
    /// <param name="language">The answer's language.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="duration">How long it took.</param>
    public void Answered(string platform, string command, string language, Outcome outcome, TimeSpan duration)
    {
        command = _knows(command) ? command : Other;
        language = AdapterTexts.Languages.Contains(language) ? language : Other;
        var ending = Text(outcome);
        _answers.Add(1, new TagList { { Command, command }, { Language, language }, { Platform, platform }, { OutcomeTag, ending } });
        _answering.Record(duration.TotalSeconds, new KeyValuePair<string, object?>(Command, command), new(Platform, platform));
        if (Activity.Current is { } span && span.Source == _spans)
        {
            span.SetTag(Command, command).SetTag(Language, language).SetTag(OutcomeTag, ending);
        }
    }

    /// <summary>Measures how long an update or interaction took, with the sending.</summary>
    public void Handled(string platform, TimeSpan duration) => _handling.Record(duration.TotalSeconds, new KeyValuePair<string, object?>(Platform, platform));

    /// <summary>Counts that a platform was reached again.</summary>
    public void Reconnected(string platform) => _reconnects.Add(1, new KeyValuePair<string, object?>(Platform, platform));

    /// <summary>Counts that a platform asked to wait.</summary>
    public void RateLimited(string platform) => _rateLimits.Add(1, new KeyValuePair<string, object?>(Platform, platform));

    /// <summary>Counts an answer that a platform did not take.</summary>
    public void SendRefused(string platform) => _refusedSends.Add(1, new KeyValuePair<string, object?>(Platform, platform));

    /// <summary>Counts an update or interaction that could not be read as it came.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="isPartial">Whether it was read without the parts that cannot be; otherwise it was skipped.</param>
    public void Unreadable(string platform, bool isPartial) => _unreadable.Add(1, new(Platform, platform), new(Reading, isPartial ? "partial" : "skipped"));

    /// <summary>Begins the span of an update or interaction; null where nobody takes spans.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="kind">What it is: one of few words.</param>
    public Activity? StartSpan(string platform, string kind) =>
        _spans.StartActivity($"handle {kind}", ActivityKind.Consumer)?.SetTag(Platform, platform).SetTag(Kind, kind);

    /// <summary>Lets the length of a platform's queue be read. An adapter that is started again has a new queue, which takes the place of the old one.</summary>
    public void ObserveQueue(string platform, Func<int> length) => _queues[platform] = length;

    /// <summary>Lets the base that is served be read.</summary>
    /// <param name="served">Gives its version and the count of its facts.</param>
    public void ObserveBase(Func<(string Version, int Facts)> served)
    {
        _meter.CreateObservableGauge("bot.base.info", () => new Measurement<int>(1, new KeyValuePair<string, object?>("version", served().Version)), description: "The version of the base that is served.");
        _meter.CreateObservableGauge("bot.base.facts", () => served().Facts, "{fact}", "The facts of the base that is served.");
    }

    /// <summary>Lets it be read which components do their work.</summary>
    public void ObserveHealth(IReadOnlyList<ComponentHealth> parts) => _meter.CreateObservableGauge(
        "bot.health",
        () => parts.Select(p => p.State).Select(s => new Measurement<int>(s.IsWorking ? 1 : 0, new KeyValuePair<string, object?>("bot.component", s.Name))),
        description: "1 for a component that is healthy or degraded, 0 for one that is unhealthy.");

    /// <summary>Ends the source of spans. The meter is its factory's.</summary>
    public void Dispose() => _spans.Dispose();

    private static string Text(Outcome outcome) => outcome switch
    {
        Outcome.Answered => "answered",
        Outcome.Suggested => "suggested",
        Outcome.Unknown => "unknown",
        Outcome.Invalid => "invalid",
        _ => Other,
    };
}
