using Bot.Adapters.Pipeline;
using Bot.Adapters.Resilience;
using Bot.Discord.Rest;
using Bot.Discord.Wire;

namespace Bot.Discord.Commands;

/// <summary>
/// Registers the commands, and tries again now and then until Discord has them and the app is set up as it must be. Answering goes on
/// meanwhile: what is registered already can be answered.
/// </summary>
/// <param name="publisher">Makes one try.</param>
/// <param name="services">What every adapter is given.</param>
/// <param name="report">Takes what is wrong, in a sentence for the health of the adapter; null once nothing is.</param>
public sealed class CommandRegistration(CommandPublisher publisher, AdapterServices services, Action<string?> report)
{
    // Requests that fail are repeated without end; after so long those who watch the bot are told.
    private static readonly TimeSpan s_overdue = TimeSpan.FromSeconds(10);

    // What Discord refuses it mostly refuses again: the first tries come about one and two minutes later, all others an hour.
    private static readonly TimeSpan s_maxDelay = TimeSpan.FromHours(1);
    private const int FirstDelayExponent = 8;

    /// <summary>Runs until everything is as it must be.</summary>
    /// <param name="commands">The commands.</param>
    /// <param name="check">Says what is wrong with the app, in a sentence; null for nothing.</param>
    /// <param name="known">The app when it is known already; null to ask for it.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="DiscordApiException">Discord does not know the token.</exception>
    public async Task RunAsync(IReadOnlyList<ApplicationCommand> commands, Func<CurrentApplication, string?> check, CurrentApplication? known, CancellationToken cancellation)
    {
        for (var failures = 1; ; failures++)
        {
            var attempt = AttemptAsync(commands, check, known, cancellation);
            try
            {
                await attempt.WaitAsync(s_overdue, services.Time, cancellation).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                report("The commands are not registered yet: Discord's API does not answer as it should.");
            }

            var problem = await attempt.ConfigureAwait(false);
            report(problem);
            if (problem is null)
            {
                return;
            }

            known = null;
            await Task.Delay(Backoff.Delay(failures + FirstDelayExponent - 1, services.Random.NextDouble(), s_maxDelay), services.Time, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<string?> AttemptAsync(IReadOnlyList<ApplicationCommand> commands, Func<CurrentApplication, string?> check, CurrentApplication? known, CancellationToken cancellation)
    {
        if ((known ?? await publisher.GetApplicationAsync(cancellation).ConfigureAwait(false)) is not { } application)
        {
            return "The commands are not registered: Discord gives no data on the app.";
        }

        var problem = check(application);
        return await publisher.PublishAsync(application.Id, commands, cancellation).ConfigureAwait(false) ? problem : "The commands are not registered: Discord did not take them.";
    }
}
