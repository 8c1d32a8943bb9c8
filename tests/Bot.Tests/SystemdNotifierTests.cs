using System.Net.Sockets;
using System.Text;
using Bot.Adapters.Monitoring;
using Bot.Logging;
using Bot.Systemd;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests;

public sealed class SystemdNotifierTests : IAsyncLifetime
{
    private static readonly TimeSpan s_watchdog = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-tests-");
    private readonly CancellationTokenSource _deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly Socket _systemd = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
    private readonly FakeTimeProvider _time = new();
    private readonly Lifetime _lifetime = new();
    private readonly WarningLog _log = new();
    private readonly List<SystemdNotifier> _notifiers = [];
    private volatile StrongCondition _condition = new(new ServiceStatus(IsReady: false, IsLive: true, "Connecting."));

    private string Address => Path.Combine(_folder.FullName, "notify");

    public ValueTask InitializeAsync()
    {
        _deadline.CancelAfter(TimeSpan.FromSeconds(30));
        _systemd.Bind(new UnixDomainSocketEndPoint(Address));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var notifier in _notifiers)
        {
            await notifier.StopAsync(_deadline.Token);
            notifier.Dispose();
        }

        _systemd.Dispose();
        _lifetime.Dispose();
        _deadline.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task It_is_ready_when_all_platforms_are_and_then_gives_a_sign_of_life_at_half_the_time()
    {
        await StartAsync(s_watchdog);
        Assert.Equal("STATUS=Connecting.", await HeardAsync());

        Become(isReady: true, isLive: true, "Well.");

        Assert.Equal("READY=1\nWATCHDOG=1\nSTATUS=Well.", await HeardAfterAsync(TimeSpan.FromMilliseconds(50)));
        Assert.Equal("WATCHDOG=1", await HeardAfterAsync(s_watchdog / 2));
        Assert.Equal("WATCHDOG=1", await HeardAfterAsync(s_watchdog / 2));
    }

    [Fact]
    public async Task A_bot_that_is_no_more_live_gives_no_sign_of_life()
    {
        Become(isReady: true, isLive: true, "Well.");
        await StartAsync(s_watchdog);
        Assert.Equal("READY=1\nWATCHDOG=1\nSTATUS=Well.", await HeardAsync());

        Become(isReady: true, isLive: false, "Stuck.");
        Assert.Equal("STATUS=Stuck.", await HeardAfterAsync(s_watchdog / 2));
        Become(isReady: true, isLive: true, "Well.");

        Assert.Equal("WATCHDOG=1\nSTATUS=Well.", await HeardAfterAsync(s_watchdog / 2));
    }

    [Fact]
    public async Task A_loop_that_hangs_beyond_its_bound_silences_the_watchdog_until_it_beats_and_one_that_waits_does_not()
    {
        var signals = new LivenessSignals(_time);
        var (facts, platform) = (new ComponentHealth("facts", _time), new ComponentHealth("telegram", _time));
        facts.SetHealthy();
        platform.SetHealthy();
        var poll = signals.Add("telegram.poll", TimeSpan.FromSeconds(40));
        poll.Beat(TimeSpan.FromSeconds(20));
        await StartAsync(s_watchdog, () => ServiceStatus.Of([platform], facts, signals));
        Assert.Equal("READY=1\nWATCHDOG=1\nSTATUS=telegram is healthy", await HeardAsync());

        // Longer than systemd waits for a sign of life.
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal("WATCHDOG=1", await HeardAfterAsync(s_watchdog / 2));
        }

        Assert.Equal("STATUS=telegram is healthy; telegram.poll is silent", await HeardAfterAsync(s_watchdog / 2));
        poll.Beat();
        Assert.Equal("WATCHDOG=1\nSTATUS=telegram is healthy", await HeardAfterAsync(s_watchdog / 2));
    }

    [Fact]
    public async Task However_long_the_search_takes_to_build_the_bot_is_not_ready_before()
    {
        var (facts, platform) = (new ComponentHealth("facts", _time), new ComponentHealth("telegram", _time));
        await StartAsync(watchdog: null, () => ServiceStatus.Of([platform], facts, new LivenessSignals(_time)));
        Assert.Equal("STATUS=telegram is unhealthy: Not started.", await HeardAsync());

        // Said so late, it is said again, which shows that the notifier has checked.
        _time.Advance(TimeSpan.FromSeconds(45));
        platform.SetUnhealthy("Not yet.");
        Assert.Equal("STATUS=telegram is unhealthy: Not yet.", await HeardAfterAsync(TimeSpan.FromMilliseconds(50)));
        facts.SetHealthy();

        Assert.Equal("READY=1", await HeardAfterAsync(TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public async Task A_platform_that_is_down_does_not_hold_back_the_start_forever()
    {
        await StartAsync(watchdog: null);
        Assert.Equal("STATUS=Connecting.", await HeardAsync());

        Assert.Equal("READY=1", await HeardAfterAsync(TimeSpan.FromSeconds(45)));
    }

    [Fact]
    public async Task A_platform_that_is_lost_later_shows_in_the_status()
    {
        Become(isReady: true, isLive: true, "Well.");
        await StartAsync(watchdog: null);
        Assert.Equal("READY=1\nSTATUS=Well.", await HeardAsync());

        Become(isReady: false, isLive: true, "Telegram:\nno answer");

        Assert.Equal("STATUS=Telegram: no answer", await HeardAfterAsync(TimeSpan.FromSeconds(15)));
    }

    [Fact]
    public async Task Stopping_is_reported_at_once()
    {
        Become(isReady: true, isLive: true, "Well.");
        await StartAsync(s_watchdog);
        await HeardAsync();

        _lifetime.StopApplication();

        Assert.Equal("STOPPING=1\nSTATUS=Stopping: answering received questions.", await HeardAsync());
    }

    [Fact]
    public async Task A_socket_without_a_listener_is_no_error_of_the_bot()
    {
        _systemd.Dispose();
        Become(isReady: true, isLive: true, "Well.");

        await StartAsync(s_watchdog);
        _time.Advance(s_watchdog);

        var (id, text) = await _log.Warned.Task.WaitAsync(_deadline.Token);
        Assert.Equal(HostEvents.SystemdUnreachable, id);
        Assert.Contains($" {Address}: ", text, StringComparison.Ordinal);
        Assert.False(_notifiers[0].ExecuteTask!.IsFaulted);
    }

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("", "1000000", "7", null)]
    [InlineData("vsock:2:1234", null, null, null)]
    [InlineData("/run/systemd/notify", null, null, "/run/systemd/notify ")]
    [InlineData("/run/systemd/notify", "30000000", "7", "/run/systemd/notify 00:00:30")]
    [InlineData("/run/systemd/notify", "30000000", null, "/run/systemd/notify 00:00:30")]
    [InlineData("/run/systemd/notify", "30000000", "8", "/run/systemd/notify ")]
    [InlineData("/run/systemd/notify", "0", "7", "/run/systemd/notify ")]
    [InlineData("/run/systemd/notify", "soon", "7", "/run/systemd/notify ")]
    [InlineData("@systemd", "1", "7", "@systemd 00:00:00.0000010")]
    public void What_systemd_wants_is_read_from_the_environment(string? socket, string? microseconds, string? process, string? expected)
    {
        var settings = NotifySettings.Read(
            name => name switch { "NOTIFY_SOCKET" => socket, "WATCHDOG_USEC" => microseconds, "WATCHDOG_PID" => process, _ => throw new ArgumentException(name) },
            processId: 7);

        Assert.Equal(expected, settings is null ? null : $"{settings.Socket} {settings.Watchdog}");
    }

    [Fact]
    public async Task A_socket_without_a_file_is_found()
    {
        var name = Path.GetFileName(_folder.FullName);
        using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        systemd.Bind(new UnixDomainSocketEndPoint('\0' + name));
        using var socket = new NotifySocket('@' + name);

        socket.Send("READY=1", "STATUS=Здоров");

        Assert.Equal("READY=1\nSTATUS=Здоров", await HeardAsync(systemd));
    }

    private void Become(bool isReady, bool isLive, string text) => _condition = new StrongCondition(new ServiceStatus(isReady, isLive, text));

    private async Task StartAsync(TimeSpan? watchdog, Func<ServiceStatus>? condition = null)
    {
        var notifier = new SystemdNotifier(new NotifySettings(Address, watchdog), condition ?? (() => _condition.Value), _lifetime, _time, _log);
        _notifiers.Add(notifier);
        await notifier.StartAsync(_deadline.Token);
    }

    // A tick that comes before it is waited for is kept (PeriodicTimer), so the clock may be put on at once.
    private async Task<string> HeardAfterAsync(TimeSpan time)
    {
        var heard = HeardAsync();
        _time.Advance(time);
        return await heard;
    }

    private Task<string> HeardAsync() => HeardAsync(_systemd);

    private async Task<string> HeardAsync(Socket socket)
    {
        var buffer = new byte[4096];
        var length = await socket.ReceiveAsync(buffer, _deadline.Token);
        return Encoding.UTF8.GetString(buffer.AsSpan(0, length));
    }

    // A reference is read and written whole.
    private sealed record StrongCondition(ServiceStatus Value);

    private sealed class WarningLog : ILogger<SystemdNotifier>
    {
        public TaskCompletionSource<(int Id, string Text)> Warned { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Warned.TrySetResult((eventId.Id, formatter(state, exception)));
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }
}
