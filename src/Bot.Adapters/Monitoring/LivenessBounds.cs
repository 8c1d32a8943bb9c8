namespace Bot.Adapters.Monitoring;

/// <summary>Within which time each of the bot's loops must beat again, beyond the waits that it announces.</summary>
public static class LivenessBounds
{
    /// <summary>
    /// Telegram's poll: 50 s of long polling (Bot API, getUpdates, <c>timeout</c>), 15 s more until the request is given up, and 25 s for a
    /// machine that is short of time. Waits between failed polls are announced.
    /// </summary>
    public static readonly TimeSpan TelegramPoll = TimeSpan.FromSeconds(90);

    /// <summary>
    /// A shard's heartbeat: between two beats there is at most the end of one connection (2 s to close it) and the beginning of the next
    /// (15 s to open it, 20 s until Hello), or 15 s to send a heartbeat; the rest is for a machine that is short of time. The interval that
    /// Hello names (Gateway, Sending Heartbeats) and waits between connections are announced.
    /// </summary>
    public static readonly TimeSpan GatewayHeartbeat = TimeSpan.FromSeconds(60);

    /// <summary>The timer on the thread pool: six of its intervals. Work that waits longer for a thread answers nobody within Discord's three seconds.</summary>
    public static readonly TimeSpan ThreadPool = 6 * ThreadPoolInterval;

    /// <summary>How often the timer on the thread pool beats.</summary>
    public static TimeSpan ThreadPoolInterval => TimeSpan.FromSeconds(5);

    /// <summary>The watch of the facts' files: it looks four times a second, and a look that finds an edit reads all files, of a network mount too.</summary>
    public static readonly TimeSpan FactsWatch = TimeSpan.FromSeconds(60);

    /// <summary>The longest that the search of an edited base may take to build: a base of 10,000 facts is indexed within a second, and its classifier takes longer.</summary>
    public static readonly TimeSpan FactsBuild = TimeSpan.FromMinutes(5);
}
