using System.Net.Sockets;
using Bot.Logging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Systemd;

/// <summary>
/// Tells systemd that the bot is ready, how it is, that it still lives, and that it stops. Its own, because the framework's says
/// that a service is ready when its host has started, which is before any platform is connected, and knows no watchdog.
/// </summary>
/// <param name="settings">What systemd wants.</param>
/// <param name="condition">Says how the bot is.</param>
/// <param name="lifetime">Says when it stops.</param>
/// <param name="time">The clock that waits are timed by.</param>
/// <param name="logger">Takes what goes wrong.</param>
internal sealed partial class SystemdNotifier(NotifySettings settings, Func<ServiceStatus> condition, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<SystemdNotifier> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_startPollInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_pollInterval = TimeSpan.FromSeconds(15);

    // A platform that is down must not keep systemd from knowing that the bot is at work on the other. Less than systemd waits for a start
    // (systemd-system.conf(5), DefaultTimeoutStartSec: 90 s).
    private static readonly TimeSpan s_maxStart = TimeSpan.FromSeconds(45);

    private readonly NotifySocket _socket = new(settings.Socket);
    private bool _isUnreachable;

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _socket.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stopping = lifetime.ApplicationStopping.Register(() => Send("STOPPING=1", "STATUS=Stopping: answers what has come."));
        using var timer = new PeriodicTimer(s_startPollInterval, time);
        var begun = time.GetTimestamp();
        var (isReady, notified) = (false, "");
        try
        {
            do
            {
                var now = condition();
                var lines = new List<string>();
                if (!isReady && now.IsSearchBuilt && (now.IsReady || time.GetElapsedTime(begun) >= s_maxStart))
                {
                    isReady = true;
                    lines.Add("READY=1");
                    timer.Period = settings.Watchdog / 2 ?? s_pollInterval;
                }

                // sd_watchdog_enabled(3) recommends half of the time.
                if (isReady && now.IsLive && settings.Watchdog is not null)
                {
                    lines.Add("WATCHDOG=1");
                }

                if (now.Text != notified)
                {
                    notified = now.Text;
                    lines.Add("STATUS=" + notified.ReplaceLineEndings(" "));
                }

                if (lines.Count > 0)
                {
                    Send([.. lines]);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host has stopped.
        }
    }

    private void Send(params string[] lines)
    {
        try
        {
            _socket.Send(lines);
            _isUnreachable = false;
        }
        catch (SocketException ex)
        {
            // Once, until it is heard again.
            if (!_isUnreachable)
            {
                _isUnreachable = true;
                LogNotifyFailed(settings.Socket, ex.Message);
            }
        }
    }

    [LoggerMessage(HostEvents.SystemdUnreachable, LogLevel.Warning, "systemd cannot be notified at {Socket}: {Reason}")]
    private partial void LogNotifyFailed(string socket, string reason);
}
