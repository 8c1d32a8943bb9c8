using Bot.Answers;
using Bot.Discord.Commands;
using Bot.Discord.Gateway;
using Bot.Discord.Http;
using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Discord;

/// <summary>The bot on Discord: registers its commands, and answers interactions.</summary>
public sealed partial class DiscordAdapter : IDisposable
{
    private readonly DiscordOptions _options;
    private readonly Answerer _answerer;
    private readonly ILogger _logger;
    private readonly IDiscordClient _client;

    /// <summary>Makes the adapter; nothing is sent yet.</summary>
    /// <param name="options">The settings, without problems.</param>
    /// <param name="answerer">Who answers.</param>
    /// <param name="time">The clock that waits are timed by.</param>
    /// <param name="logger">Takes what happens; never a token.</param>
    /// <param name="client">The way to Discord, which is disposed of with the adapter; null for our own.</param>
    public DiscordAdapter(DiscordOptions options, Answerer answerer, TimeProvider time, ILogger<DiscordAdapter> logger, IDiscordClient? client = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(answerer);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(logger);
        (_options, _answerer, _logger) = (options, answerer, logger);
        _client = client ?? Own(options, time, logger);
    }

    /// <summary>Takes interactions by HTTP; null when they come over the gateway.</summary>
    public InteractionsEndpoint? Endpoint => (_client as EndpointClient)?.Endpoint;

    /// <summary>Runs until it is cancelled, or until Discord says that the settings will never do, which is logged with what to do about it.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var commands = CommandSet.Of(_answerer, isGlobal: _options.Guild is null);
        var problems = CommandLimits.Problems(commands).ToList();
        if (problems.Count > 0)
        {
            LogBadCommands(string.Join("; ", problems));
            return;
        }

        try
        {
            await _client.RunAsync(commands, new Conversation(_answerer).Respond, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            LogGone();
        }
        catch (RefusedException refusal) when (refusal.IsBadToken)
        {
            LogBadToken();
        }
        catch (RefusedException refusal)
        {
            LogRefused(refusal.Status, refusal.Message);
        }
    }

    /// <summary>Closes all connections.</summary>
    public void Dispose() => _client.Dispose();

    private static IDiscordClient Own(DiscordOptions options, TimeProvider time, ILogger logger) =>
        options.UsesHttp ? new EndpointClient(options, time, logger) : new GatewayClient(options, time, logger);

    [LoggerMessage(140, LogLevel.Information, "Gone from Discord.")]
    private partial void LogGone();

    [LoggerMessage(141, LogLevel.Critical, "Discord does not know this bot's token. Set Discord:Token (Discord__Token in the environment) to the token that the developer portal gives under Bot, Reset Token, and start again.")]
    private partial void LogBadToken();

    [LoggerMessage(142, LogLevel.Critical, "Discord refuses to let the bot begin: {Code} {Description} Look whether Discord:ApiUrl is right, and start again.")]
    private partial void LogRefused(int code, string description);

    [LoggerMessage(143, LogLevel.Critical, "Discord would not take the commands: {Problems}. Mend the texts of the commands, and start again.")]
    private partial void LogBadCommands(string problems);
}
