using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Answers;
using Bot.Discord.Commands;
using Bot.Discord.Configuration;
using Bot.Discord.Gateway;
using Bot.Discord.Http;
using Bot.Discord.Logging;
using Bot.Discord.Rest;
using Bot.Discord.Transport;
using Microsoft.Extensions.Logging;

namespace Bot.Discord;

/// <summary>The bot on Discord: registers its commands, and answers interactions.</summary>
public sealed partial class DiscordAdapter : IDisposable
{
    private readonly DiscordOptions _options;
    private readonly Answerer _answerer;
    private readonly ILogger _logger;
    private readonly IDiscordClient _client;
    private readonly TimeProvider _time;
    private readonly AdapterTelemetry _vitals;
    private readonly AdmissionControl _limits;
    private readonly Func<CancellationToken, Task> _waitForSearch;

    /// <summary>Makes the adapter; nothing is sent yet.</summary>
    /// <param name="options">The settings, without problems.</param>
    /// <param name="answerer">Who answers.</param>
    /// <param name="time">The clock that waits are timed by.</param>
    /// <param name="random">Spreads waits, so that many bots do not come back at once; safe for any number of threads.</param>
    /// <param name="logger">Takes what happens; never a token.</param>
    /// <param name="client">The way to Discord, which is disposed of with the adapter; null for our own.</param>
    /// <param name="limits">Who may ask how much; null for no limits.</param>
    /// <param name="stateFolder">The folder where a stopped bot leaves its sessions with the gateway to the next; null: they end with it.</param>
    /// <param name="grace">How long what is being answered may take once the bot is told to stop; null for 10 s.</param>
    /// <param name="vitals">Takes how the adapter is and what it does, the same as the client's; null where nobody watches.</param>
    /// <param name="waitForSearch">Waits until the answerer's search is built, before which no interaction is taken; null: the adapter has it built.</param>
    public DiscordAdapter(
        DiscordOptions options,
        Answerer answerer,
        TimeProvider time,
        Random random,
        ILogger<DiscordAdapter> logger,
        IDiscordClient? client = null,
        AdmissionControl? limits = null,
        string? stateFolder = null,
        TimeSpan? grace = null,
        AdapterTelemetry? vitals = null,
        Func<CancellationToken, Task>? waitForSearch = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(answerer);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(logger);
        (_options, _answerer, _time, _logger) = (options, answerer, time, logger);
        _limits = limits ?? new AdmissionControl(0, 0, 0, time);
        _vitals = vitals ?? AdapterTelemetry.None("discord", time);
        _waitForSearch = waitForSearch ?? answerer.WarmUpAsync;
        _client = client ?? (options.UsesHttp
            ? new HttpInteractionClient(options, time, random, logger, _vitals)
            : new GatewayClient(options, time, random, logger, _limits, stateFolder is null ? null : new SavedSessionStore(stateFolder, options.Token, time, logger), grace ?? TimeSpan.FromSeconds(10), _vitals));
    }

    /// <summary>Takes interactions by HTTP; null when they come over the gateway.</summary>
    public InteractionsEndpoint? Endpoint => (_client as HttpInteractionClient)?.Endpoint;

    /// <summary>Runs until it is cancelled, or until Discord says that the settings will never do, which is logged with what to do about it.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var commands = CommandDefinitions.Create(_answerer, isGlobal: _options.Guild is null);
        var problems = CommandValidator.Problems(commands).ToList();
        if (problems.Count > 0)
        {
            _vitals.Health.SetUnhealthy("Discord would not take the commands.");
            LogBadCommands(string.Join("; ", problems));
            return;
        }

        try
        {
            await _client.RunAsync(commands, new Conversation(_answerer, _limits, _time, _vitals).Respond, _waitForSearch, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            _vitals.Health.SetUnhealthy("The bot has left.");
            LogGone();
        }
        catch (DiscordApiException ex) when (ex.IsBadToken)
        {
            _vitals.Health.SetUnhealthy("Discord does not know the token.");
            LogBadToken();
        }
        catch (DiscordApiException ex)
        {
            _vitals.Health.SetUnhealthy($"Discord refuses to let the bot begin ({ex.Status}).");
            LogRefused(ex.Status, ex.Message);
        }
    }

    /// <summary>Closes all connections.</summary>
    public void Dispose() => _client.Dispose();

    [LoggerMessage(DiscordEvents.Disconnected, LogLevel.Information, "Gone from Discord.")]
    private partial void LogGone();

    [LoggerMessage(DiscordEvents.TokenRejected, LogLevel.Critical, "Discord does not know this bot's token. Set Discord:Token (Discord__Token in the environment) to the token that the developer portal gives under Bot, Reset Token, and start again.")]
    private partial void LogBadToken();

    [LoggerMessage(DiscordEvents.StartRejected, LogLevel.Critical, "Discord refuses to let the bot begin: {Code} {Description} Look whether Discord:ApiUrl is right, and start again.")]
    private partial void LogRefused(int code, string description);

    [LoggerMessage(DiscordEvents.CommandsInvalid, LogLevel.Critical, "Discord would not take the commands: {Problems}. Mend the texts of the commands, and start again.")]
    private partial void LogBadCommands(string problems);
}
