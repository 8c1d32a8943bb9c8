using Bot.Adapters.Pipeline;
using Bot.Adapters.Resilience;
using Bot.Discord.Rest;
using Bot.Discord.Wire;

namespace Bot.Discord.Commands;

/// <summary>
/// Registers the commands, and retries now and then until Discord has them and the app is set up correctly; again whenever the base
/// changes them. The bot keeps answering meanwhile: commands that are already registered work.
/// </summary>
/// <param name="publisher">Makes one attempt.</param>
/// <param name="services">The services that every adapter uses.</param>
/// <param name="report">Receives the problem as a sentence for the adapter's health; null once there is none.</param>
public sealed class CommandRegistration(CommandPublisher publisher, AdapterServices services, Action<string?> report)
{
    // Failed requests are repeated without end. After this time the problem shows in the health.
    private static readonly TimeSpan s_overdue = TimeSpan.FromSeconds(10);

    // A rejected request is mostly rejected again: the first retries come after about one and two minutes, all others after an hour.
    private static readonly TimeSpan s_maxDelay = TimeSpan.FromHours(1);
    private const int FirstDelayExponent = 8;

    /// <summary>Runs until it is cancelled.</summary>
    /// <param name="offered">The commands.</param>
    /// <param name="check">Checks the app and returns the problem in a sentence; null: none.</param>
    /// <param name="known">The app if it is already known; null to request it.</param>
    /// <param name="cancellation">Cancels the registration.</param>
    /// <exception cref="DiscordApiException">Discord does not know the token.</exception>
    public async Task RunAsync(OfferedCommands offered, Func<CurrentApplication, string?> check, CurrentApplication? known, CancellationToken cancellation)
    {
        while (true)
        {
            var registered = await RegisterAsync(offered, check, known, cancellation).ConfigureAwait(false);
            await offered.WaitForChangeAsync(registered, cancellation).ConfigureAwait(false);
            known = null;
        }
    }

    // Until the commands are registered and the app is set up correctly; the commands of the base as it then is.
    private async Task<IReadOnlyList<ApplicationCommand>> RegisterAsync(OfferedCommands offered, Func<CurrentApplication, string?> check, CurrentApplication? known, CancellationToken cancellation)
    {
        for (var failures = 1; ; failures++)
        {
            var commands = offered.Current;
            var attempt = AttemptAsync(commands, check, known, cancellation);
            try
            {
                await attempt.WaitAsync(s_overdue, services.Time, cancellation).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                report("The commands are not registered yet: Discord's API does not answer correctly.");
            }

            var problem = await attempt.ConfigureAwait(false);
            report(problem);
            if (problem is null)
            {
                return commands;
            }

            known = null;
            await Task.Delay(Backoff.Delay(failures + FirstDelayExponent - 1, services.Random.NextDouble(), s_maxDelay), services.Time, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<string?> AttemptAsync(IReadOnlyList<ApplicationCommand> commands, Func<CurrentApplication, string?> check, CurrentApplication? known, CancellationToken cancellation)
    {
        if ((known ?? await publisher.GetApplicationAsync(cancellation).ConfigureAwait(false)) is not { } application)
        {
            return "The commands are not registered: Discord returns no data on the app.";
        }

        var problem = check(application);
        return await publisher.PublishAsync(application.Id, commands, cancellation).ConfigureAwait(false) ? problem : "The commands are not registered: Discord rejected them.";
    }
}
