using System.Net.Sockets;
using Bot.Logging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Systemd;

/// <summary>
/// Notifies systemd of readiness, status, liveness and stopping. The framework's own notifier does not fit: it reports a service as
/// ready when its host has started, before any platform is connected, and does not support the watchdog.
/// </summary>
/// <param name="settings">systemd's settings.</param>
/// <param name="condition">Gets the bot's status.</param>
/// <param name="lifetime">The lifetime, which says when the bot stops.</param>
/// <param name="time">The clock for waits.</param>
/// <param name="logger">The logger for problems.</param>
internal sealed partial class SystemdNotifier(NotifySettings settings, Func<ServiceStatus> condition, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<SystemdNotifier> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_startPollInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_pollInterval = TimeSpan.FromSeconds(15);

    // systemd must learn that the bot works on one platform even if the other is down. This is less than systemd's timeout for a start
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
        using var stopping = lifetime.ApplicationStopping.Register(() => Send("STOPPING=1", "STATUS=Stopping: answering received questions."));
        using var timer = new PeriodicTimer(s_startPollInterval, time);
        var started = time.GetTimestamp();
        var (isReady, notified) = (false, "");
        try
        {
            do
            {
                var now = condition();
                var lines = new List<string>();
                if (!isReady && now.IsSearchBuilt && (now.IsReady || time.GetElapsedTime(started) >= s_maxStart))
                {
                    isReady = true;
                    lines.Add("READY=1");
                    timer.Period = settings.Watchdog / 2 ?? s_pollInterval;
                }

                // sd_watchdog_enabled(3) recommends half the timeout.
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
            // Once per outage.
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
