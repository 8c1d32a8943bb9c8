using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Adapters.State;
using Bot.Answers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Adapters.Pipeline;

/// <summary>The services that every adapter uses.</summary>
/// <param name="Answerer">Answers the requests.</param>
/// <param name="Telemetry">The adapter's telemetry.</param>
/// <param name="Time">The clock for waits.</param>
/// <param name="Random">The source of jitter, so that many bots do not reconnect at once. Safe for any number of threads.</param>
public sealed record AdapterServices(Answerer Answerer, AdapterTelemetry Telemetry, TimeProvider Time, Random Random)
{
    /// <summary>The limits; none by default.</summary>
    public AdmissionControl Limits { get; init; } = new(0, 0, 0, Time);

    /// <summary>Creates the loggers. Log lines contain no tokens and no questions.</summary>
    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;

    /// <summary>The folder for state that survives a restart; null when no state is saved.</summary>
    public StateFolder? StateFolder { get; init; }

    /// <summary>The grace period for running requests when the bot stops.</summary>
    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Waits until the search is built. No update is accepted before. The default builds the search.</summary>
    public Func<CancellationToken, Task> WaitForSearch { get; init; } = Answerer.WarmUpAsync;
}
