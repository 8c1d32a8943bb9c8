using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using Bot.Adapters.Monitoring;
using Bot.Adapters.State;
using Bot.Answers;
using Bot.Configuration;
using Bot.Facts;
using Bot.Logging;
using Bot.Monitoring;
using Bot.Systemd;
using Bot.Terminal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Spectre.Console;

namespace Bot.Hosting;

/// <summary>The main job: loads and watches the base, and serves the configured platforms. Without a token it serves the terminal.</summary>
public static partial class BotHost
{
    // For the work after the last answers, such as closing the connections to the platforms.
    private static readonly TimeSpan s_shutdownMargin = TimeSpan.FromSeconds(5);

    // For a failed start this category logs a whole stack trace where one line is enough.
    private const string HostLog = "Microsoft.Extensions.Hosting.Internal.Host";

    private const string NoPlatform =
        "No platform is configured, so only lines of standard input are answered. Set Telegram:Token or Discord:Token (in the environment Telegram__Token or Discord__Token) to serve one.";

    /// <summary>Runs until the chat ends or the process is told to stop, and returns the exit code.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="error">The output for problems before there is a log.</param>
    /// <param name="cancellation">Stops the bot.</param>
    /// <exception cref="StandardStreamException">Without a platform: standard input or output does not work.</exception>
    internal static async Task<int> RunAsync(TimeProvider time, TextWriter error, CancellationToken cancellation) =>
        SettingsLoader.Configuration(error) is { } configuration
            ? await RunAsync(configuration, AddConsole, time, error, cancellation).ConfigureAwait(false)
            : ExitCode.InvalidUsage;

    /// <summary>Runs with settings and a log of the caller's.</summary>
    /// <param name="configuration">The settings, not validated yet.</param>
    /// <param name="addLog">Adds where the log goes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="error">The output for problems before there is a log.</param>
    /// <param name="cancellation">Stops the bot.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(ConfigurationManager configuration, Action<ILoggingBuilder> addLog, TimeProvider time, TextWriter error, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(addLog);
        if (SettingsLoader.Options(configuration, error) is not { } options)
        {
            return ExitCode.InvalidUsage;
        }

        if (options.HasPlatform)
        {
            foreach (var warning in IgnoredSettings.Warnings(options, configuration))
            {
                error.WriteLine(warning);
            }
        }

        var folder = SettingsLoader.Folder(options);
        var watcher = new FactBaseWatcher(folder, time);
        if (SettingsLoader.Base(folder, error) is not { } facts)
        {
            return ExitCode.InvalidBase;
        }

        var state = new StateFolder(options.State.Folder, ["discord", "telegram", SavedClassifier.Owner]);
        var answerer = new Answerer(facts, cache: options.HasPlatform ? new SavedClassifier(state) : null);
        var health = new Health(time);
        var signals = new LivenessSignals(time);
        var served = new ServedBase(health.Add(ServedBase.Component), facts, Answerer.VectorProblem);
        IHostApplicationBuilder builder = options.Listens ? WebHost(configuration, ListenAddresses.Resolve(options.Http, configuration)) : PlainHost(configuration);
        AddLogging(builder);
        addLog(builder.Logging);
        builder.Services.AddSingleton(services => new FactBaseService(watcher, answerer, answerer.WarmUpAsync, served, signals, time, services.GetRequiredService<ILogger<FactBaseService>>()));
        builder.Services.AddHostedService(services => services.GetRequiredService<FactBaseService>());
        if (!options.HasPlatform)
        {
            AddTerminal(builder.Services, options, answerer, time);
            return await RunTerminalAsync(builder, error, cancellation).ConfigureAwait(false);
        }

        AddPlatforms(builder, options, state, answerer, health, served, signals, time);
        using var second = new ForcedShutdown();
        return await RunPlatformsAsync(builder, options, health, served, error, cancellation).ConfigureAwait(false);
    }

    private static void AddTerminal(IServiceCollection services, BotOptions options, Answerer answerer, TimeProvider time)
    {
        var prompt = new PromptLine(AnsiConsole.Console);
        if (!Console.IsInputRedirected && !Console.IsErrorRedirected && AnsiConsole.Profile.Capabilities.Ansi)
        {
            // The log, which uses standard error from when the host is built, is on the same screen.
            Console.SetError(new AbovePromptWriter(prompt, Console.Error));
        }

        services.AddSingleton(s => new TerminalChat(
            answerer,
            new LineAnswerer(answerer, time, options.Terminal.Language) { IsConversation = true },
            prompt,
            AnsiConsole.Console,
            time,
            s.GetRequiredService<IHostApplicationLifetime>())).AddHostedService(s => s.GetRequiredService<TerminalChat>());
    }

    private static async Task<int> RunTerminalAsync(IHostApplicationBuilder builder, TextWriter error, CancellationToken cancellation)
    {
        if (Console.IsInputRedirected)
        {
            error.WriteLine(NoPlatform);
        }

        using var host = Build(builder);
        var (services, chat) = (BackgroundServices(host), host.Services.GetRequiredService<TerminalChat>());
        using var hangup = new HangupSignal(host.Services.GetRequiredService<IHostApplicationLifetime>());
        await host.RunAsync(cancellation).ConfigureAwait(false);
        if (chat.Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        // A service manager provides no input, so the bot was meant to serve a platform.
        return HaveFailed(services) ? ExitCode.Failed : chat.HasReadNothing ? ExitCode.InvalidUsage : ExitCode.Ok;
    }

    /// <summary>The background services. Running the host disposes of them, and only the task of a failed service reports its exception.</summary>
    internal static List<BackgroundService> BackgroundServices(IHost host) => [.. host.Services.GetServices<IHostedService>().OfType<BackgroundService>()];

    /// <summary>Whether one of the services has ended with an exception, after which the host stops without an exception.</summary>
    internal static bool HaveFailed(List<BackgroundService> services) => services.Exists(s => s.ExecuteTask is { IsFaulted: true });

    private static void AddPlatforms(IHostApplicationBuilder builder, BotOptions options, StateFolder state, Answerer answerer, Health health, ServedBase served, LivenessSignals signals, TimeProvider time)
    {
        var isMonitored = options.Listens && !options.Http.IsDisabled;
        TelemetrySetup.Add(builder.Services, options.OpenTelemetry, builder.Configuration, isScraped: isMonitored);
        builder.Services.AddAdapters(options, state, answerer, health, signals, time);
        AddSystemd(builder.Services, served, signals, time);
        if (options.IsCalled)
        {
            builder.Services.AddHostedService(_ => new ThreadPoolTimer(signals, time));
        }

        if (isMonitored)
        {
            MonitoringEndpoints.AddChecks(builder.Services, health, Process(time), signals, time);
        }

        builder.Services.Configure<HostOptions>(host =>
        {
            // An endpoint that waits for its answers must not delay the closing of the gateway.
            host.ServicesStopConcurrently = true;
            host.ShutdownTimeout = options.Shutdown.GracePeriod + s_shutdownMargin;
        });
    }

    private static async Task<int> RunPlatformsAsync(IHostApplicationBuilder builder, BotOptions options, Health health, ServedBase served, TextWriter error, CancellationToken cancellation)
    {
        var hasStarted = false;
        builder.Logging.AddFilter(HostLog, level => hasStarted && level >= LogLevel.Warning);
        using var host = Build(builder);
        if (host is WebApplication web)
        {
            PlatformEndpoints.Map(web, options);
            if (!options.Http.IsDisabled)
            {
                MonitoringEndpoints.Map(web);
            }
        }

        var instruments = host.Services.GetRequiredService<BotTelemetry>();
        instruments.ObserveBase(() => served.Now);
        instruments.ObserveHealth(health.Components);
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() =>
        {
            hasStarted = true;
            LogListening(host, options.Http);
        });

        if (host.Services.GetRequiredService<StateFolder>().Prepare() is { } warning)
        {
            LogStateFolder(host.Services.GetRequiredService<ILogger<StateFolder>>(), warning);
        }

        var (services, adapters) = (BackgroundServices(host), host.Services.GetRequiredService<AdapterSupervisor>());
        using var hangup = new HangupSignal(host.Services.GetRequiredService<IHostApplicationLifetime>());
        try
        {
            await host.RunAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception ex) when ((ex is IOException or SocketException) && !hasStarted && BindError.Problem(ex, ListenAddresses.Resolve(options.Http, builder.Configuration).Setting) is { } problem)
        {
            error.WriteLine(problem);
            return ExitCode.InvalidUsage;
        }

        return HaveFailed(services) ? ExitCode.Failed : adapters.ExitCode;
    }

    private static HostApplicationBuilder PlainHost(ConfigurationManager configuration) =>
        new(new HostApplicationBuilderSettings { DisableDefaults = true, Configuration = configuration });

    /// <summary>Creates the host that listens at the configured addresses.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="listens">The addresses.</param>
    internal static WebApplicationBuilder WebHost(ConfigurationManager configuration, ListenAddresses listens)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddConfiguration(configuration);
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls([.. listens.Addresses]);
        StaleSocket.Remove(listens.Addresses);

        // The host reads these from any variable of that name, whatever its origin. Here only the addresses count.
        foreach (var key in (string[])[WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey, WebHostDefaults.PreferHostingUrlsKey])
        {
            builder.WebHost.UseSetting(key, "");
        }

        builder.Services.AddRoutingCore();
        return builder;
    }

    private static IHost Build(IHostApplicationBuilder builder) =>
        builder is WebApplicationBuilder web ? web.Build() : ((HostApplicationBuilder)builder).Build();

    private static void AddLogging(IHostApplicationBuilder builder)
    {
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

        // The health endpoint reports the health; it need not be logged on each request.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
    }

    private static void AddConsole(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(console => console.SingleLine = false);
        logging.Services.Configure<ConsoleLoggerOptions>(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;

            // A log that nobody reads must not block the answers.
            console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite;
        });
    }

    private static ComponentHealth Process(TimeProvider time)
    {
        var process = new ComponentHealth("process", time);
        process.SetHealthy();
        return process;
    }

    private static void LogListening(IHost host, HttpOptions options)
    {
        if (host.Services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>() is { Addresses: { Count: > 0 } addresses })
        {
            LogListening(host.Services.GetRequiredService<ILogger<Health>>(), string.Join(", ", addresses), options.IsDisabled ? "webhooks and interactions only" : "health and metrics");
        }
    }

    private static void AddSystemd(IServiceCollection services, ServedBase served, LivenessSignals signals, TimeProvider time)
    {
        if (NotifySettings.Read(Environment.GetEnvironmentVariable, Environment.ProcessId) is not { } settings)
        {
            return;
        }

        services.AddHostedService(s =>
        {
            var lifetime = s.GetRequiredService<IHostApplicationLifetime>();
            return new SystemdNotifier(
                settings,
                () => ServiceStatus.Of(s.GetServices<AdapterRegistration>().Select(a => a.Health), served.Health, signals),
                lifetime,
                time,
                s.GetRequiredService<ILogger<SystemdNotifier>>());
        });
    }

    [LoggerMessage(HostEvents.Listening, LogLevel.Information, "Listening at {Addresses} for {What}.")]
    private static partial void LogListening(ILogger logger, string addresses, string what);

    [LoggerMessage(HostEvents.StateFolder, LogLevel.Warning, "{Warning}")]
    private static partial void LogStateFolder(ILogger logger, string warning);
}
