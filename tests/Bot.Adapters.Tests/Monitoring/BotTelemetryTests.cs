using System.Diagnostics.Metrics;
using Bot.Adapters.Monitoring;
using Bot.Answers.Model;

namespace Bot.Adapters.Tests.Monitoring;

public sealed class BotTelemetryTests : IDisposable
{
    private readonly Meters _meters = new();
    private readonly BotTelemetry _instruments;
    private readonly MeterListener _listener = new();
    private readonly List<string> _measured = [];

    public BotTelemetryTests()
    {
        _instruments = new BotTelemetry(_meters, command => command is "ask" or "who");
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (_meters.Made.Contains(instrument.Meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _measured.Add(Line(instrument, value, tags)));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => _measured.Add(Line(instrument, value, tags)));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => _measured.Add(Line(instrument, value, tags)));
        _listener.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _instruments.Dispose();
        _meters.Dispose();
    }

    [Fact]
    public void An_answer_is_counted_and_its_time_measured_in_seconds()
    {
        _instruments.Answered("telegram", "ask", "zh-Hant", Outcome.Suggested, TimeSpan.FromMilliseconds(2));

        Assert.Equal(
            [
                "bot.answers {answer} 1 bot.command=ask bot.language=zh-Hant bot.outcome=suggested bot.platform=telegram",
                "bot.answer.duration s 0.002 bot.command=ask bot.platform=telegram",
            ],
            _measured);
    }

    [Fact]
    public void What_cannot_be_read_is_counted_by_whether_a_part_of_it_was()
    {
        _instruments.Unreadable("discord", isPartial: true);
        _instruments.Unreadable("telegram", isPartial: false);

        Assert.Equal(
            [
                "bot.updates.unreadable {update} 1 bot.platform=discord bot.reading=partial",
                "bot.updates.unreadable {update} 1 bot.platform=telegram bot.reading=skipped",
            ],
            _measured);
    }

    [Fact]
    public void Whatever_people_write_makes_no_new_label()
    {
        for (var i = 0; i < 1000; i++)
        {
            _instruments.Answered("telegram", $"nonsense{i}", $"x-{i}", Outcome.Invalid, TimeSpan.Zero);
        }

        Assert.Equal(
            [
                "bot.answer.duration s 0 bot.command=other bot.platform=telegram",
                "bot.answers {answer} 1 bot.command=other bot.language=other bot.outcome=invalid bot.platform=telegram",
            ],
            _measured.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Queues_the_base_and_health_are_read_when_somebody_looks()
    {
        var part = new ComponentHealth("facts", TimeProvider.System);
        _instruments.ObserveQueue("discord", () => 3);
        _instruments.ObserveBase(() => ("0123abcd", 142));
        _instruments.ObserveHealth([part]);

        _listener.RecordObservableInstruments();
        part.SetHealthy();
        _listener.RecordObservableInstruments();

        Assert.Equal(
            [
                "bot.base.facts {fact} 142", "bot.base.info  1 version=0123abcd", "bot.health  0 bot.component=facts", "bot.health  1 bot.component=facts",
                "bot.queue.length {update} 3 bot.platform=discord",
            ],
            _measured.Distinct().Order(StringComparer.Ordinal));
    }

    private static string Line(Instrument instrument, object value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(
        ' ',
        [$"{instrument.Name} {instrument.Unit} {FormattableString.Invariant($"{value}")}", .. tags.ToArray().Select(t => $"{t.Key}={t.Value}").Order(StringComparer.Ordinal)]);

    private sealed class Meters : IMeterFactory
    {
        public List<Meter> Made { get; } = [];

        public Meter Create(MeterOptions options)
        {
            Made.Add(new Meter(options));
            return Made[^1];
        }

        public void Dispose() => Made.ForEach(m => m.Dispose());
    }
}
