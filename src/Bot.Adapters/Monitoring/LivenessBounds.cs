namespace Bot.Adapters.Monitoring;

/// <summary>The maximum time between two beats of each of the bot's loops, not counting announced waits.</summary>
public static class LivenessBounds
{
    /// <summary>
    /// Telegram's poll: 50 s of long polling (Bot API, getUpdates, <c>timeout</c>), 15 s more until the request times out, and 25 s for an
    /// overloaded machine. Waits between failed polls are announced.
    /// </summary>
    public static readonly TimeSpan TelegramPoll = TimeSpan.FromSeconds(90);

    /// <summary>
    /// The watch of Telegram's webhook: 30 s until a request times out, 30 s more to set the webhook again, and 30 s for an overloaded machine.
    /// Waits between requests are announced.
    /// </summary>
    public static readonly TimeSpan TelegramWebhook = TimeSpan.FromSeconds(90);

    /// <summary>
    /// A shard's heartbeat: between two beats there is at most the end of one connection (2 s to close it) and the start of the next
    /// (15 s to open it, 20 s until Hello), or 15 s to send a heartbeat. The rest is for an overloaded machine. The interval that
    /// Hello sets (Gateway, Sending Heartbeats) and waits between connections are announced.
    /// </summary>
    public static readonly TimeSpan GatewayHeartbeat = TimeSpan.FromSeconds(60);

    /// <summary>The timer on the thread pool: six of its intervals. Work that waits longer for a thread misses Discord's limit of three seconds.</summary>
    public static readonly TimeSpan ThreadPool = 6 * ThreadPoolInterval;

    /// <summary>The interval of the timer on the thread pool.</summary>
    public static TimeSpan ThreadPoolInterval => TimeSpan.FromSeconds(5);

    /// <summary>The watcher of the facts' files: it polls four times a second, and a poll that detects an edit reads all files, possibly from a network mount.</summary>
    public static readonly TimeSpan FactsWatch = TimeSpan.FromSeconds(60);

    /// <summary>The maximum time to build the search of an edited base. A base of 10,000 facts is indexed within a second; its classifier takes longer.</summary>
    public static readonly TimeSpan FactsBuild = TimeSpan.FromMinutes(5);
}
