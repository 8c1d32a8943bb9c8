using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Adapters.State;
using Bot.Answers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Adapters.Pipeline;

/// <summary>What every adapter is given.</summary>
/// <param name="Answerer">Answers the requests.</param>
/// <param name="Telemetry">Takes how the adapter is and what it does.</param>
/// <param name="Time">The clock that waits are timed by.</param>
/// <param name="Random">Spreads waits, so that many bots do not come back at once. Safe for any number of threads.</param>
public sealed record AdapterServices(Answerer Answerer, AdapterTelemetry Telemetry, TimeProvider Time, Random Random)
{
    /// <summary>Says who may ask how much; without limits unless it is given.</summary>
    public AdmissionControl Limits { get; init; } = new(0, 0, 0, Time);

    /// <summary>Makes the loggers. Nothing that is logged has a token or a question in it.</summary>
    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;

    /// <summary>The folder for what one process leaves to the next; null: nothing outlives the process.</summary>
    public StateFolder? StateFolder { get; init; }

    /// <summary>How long what is being answered may take once the bot is told to stop.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Waits until the search is built, before which no update is taken; builds it unless something else is given.</summary>
    public Func<CancellationToken, Task> WaitForSearch { get; init; } = Answerer.WarmUpAsync;
}
