using System.Diagnostics.Metrics;
using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Answers;
using Bot.Configuration;
using Bot.Discord;
using Bot.Discord.Http;
using Bot.Facts;
using Bot.Logging;
using Bot.Monitoring;
using Bot.Systemd;
using Bot.Telegram;
using Bot.Telegram.Receiving;
using Bot.Terminal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Bot.Hosting;

/// <summary>The main job: loads the base, watches it, and chats wherever it is configured to. Without a token that is the terminal.</summary>
internal static partial class BotHost
{
    // What ends after the answers, such as telling the platforms.
    private static readonly TimeSpan s_shutdownMargin = TimeSpan.FromSeconds(5);

    // How soon Telegram should come back, in seconds.
    private const string ComeBackAfter = "5";

    // Of a start that fails it tells with the whole stack what one line tells as well.
    private const string HostLog = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <summary>Runs until the chat ends or the process is told to stop; gives the exit code.</summary>
    public static async Task<int> RunAsync(TimeProvider time, CancellationToken cancellation)
    {
        var error = Console.Error;
        if (SettingsLoader.Configuration(error) is not { } configuration || SettingsLoader.Options(configuration, error) is not { } options)
        {
            return ExitCode.InvalidUsage;
        }

        var folder = SettingsLoader.Folder(options);
        var watcher = new FactBaseWatcher(folder, time);
        if (SettingsLoader.Base(folder, error) is not { } facts)
        {
            return ExitCode.InvalidBase;
        }

        var answerer = new Answerer(facts);
        var health = new Health(time);
        var signals = new LivenessSignals(time);
        var served = new ServedBase(health.Add("facts"), facts);
        var isNeeded = options is { Telegram: { IsEnabled: true, UsesWebhook: true } } or { Discord: { IsEnabled: true, UsesHttp: true } };
        var listens = options.HasPlatform && (isNeeded || !options.Http.IsDisabled);
        IHostApplicationBuilder builder = listens ? WebHost(configuration, options.Http) : PlainHost(configuration);
        AddLogging(builder);
        builder.Services.AddSingleton(services => new FactBaseService(watcher, answerer, answerer.WarmUpAsync, served, signals, time, services.GetRequiredService<ILogger<FactBaseService>>()));
        builder.Services.AddHostedService(services => services.GetRequiredService<FactBaseService>());
        if (!options.HasPlatform)
        {
            builder.Services.AddHostedService(services => new TerminalChat(
                answerer,
                new LineAnswerer(answerer, time, options.Terminal.Language),
                time,
                services.GetRequiredService<IHostApplicationLifetime>()));
            using var terminal = Build(builder);
            await terminal.RunAsync(cancellation).ConfigureAwait(false);
            return ExitCode.Ok;
        }

        TelemetrySetup.Add(builder.Services, options.OpenTelemetry, builder.Configuration, isScraped: listens && !options.Http.IsDisabled);
        AddAdapters(builder.Services, options, answerer, health, signals, time);
        AddSystemd(builder.Services, served, signals, time);
        if (isNeeded)
        {
            builder.Services.AddHostedService(_ => new ThreadPoolTimer(signals, time));
        }

        if (listens && !options.Http.IsDisabled)
        {
            MonitoringEndpoints.AddChecks(builder.Services, health, Process(time), signals, time);
        }

        builder.Services.Configure<HostOptions>(host =>
        {
            // An endpoint that waits for its answers must not keep the gateway from being closed in time.
            host.ServicesStopConcurrently = true;
            host.ShutdownTimeout = options.Shutdown.Grace + s_shutdownMargin;
        });
        using var second = new ForcedShutdown();
        var hasStarted = false;
        builder.Logging.AddFilter(HostLog, level => hasStarted && level >= LogLevel.Warning);
        using var host = Build(builder);
        if (host is WebApplication web)
        {
            MapEndpoints(web, options);
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

        // Running disposes of the services.
        var adapters = host.Services.GetRequiredService<AdapterSupervisor>();
        try
        {
            await host.RunAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception ex) when (!hasStarted && BindError.Problem(ex) is { } problem)
        {
            error.WriteLine(problem);
            return ExitCode.InvalidUsage;
        }

        return adapters.HaveFailed ? ExitCode.Refused : ExitCode.Ok;
    }

    private static HostApplicationBuilder PlainHost(ConfigurationManager configuration) =>
        new(new HostApplicationBuilderSettings { DisableDefaults = true, Configuration = configuration });

    /// <summary>Makes the host that listens where the settings say.</summary>
    internal static WebApplicationBuilder WebHost(ConfigurationManager configuration, HttpOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddEnvironmentVariables("ASPNETCORE_").AddConfiguration(configuration);
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls(options.ResolveAddresses(configuration));

        // The addresses take them into account. Left set, they make the server warn that it overrides them.
        builder.WebHost.UseSetting(WebHostDefaults.HttpPortsKey, "");
        builder.Services.AddRoutingCore();
        return builder;
    }

    private static IHost Build(IHostApplicationBuilder builder) =>
        builder is WebApplicationBuilder web ? web.Build() : ((HostApplicationBuilder)builder).Build();

    private static void AddLogging(IHostApplicationBuilder builder)
    {
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddSimpleConsole(console => console.SingleLine = false);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

        // Who asks for the health is told; the log need not say it each time.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        builder.Services.Configure<ConsoleLoggerOptions>(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;

            // A log that nobody reads must not keep anybody from being answered.
            console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite;
        });
    }

    private static void AddAdapters(IServiceCollection services, BotOptions options, Answerer answerer, Health health, LivenessSignals signals, TimeProvider time)
    {
        services.AddSingleton(_ => options.Limits.Create(time));
        services.AddSingleton(s => new BotTelemetry(s.GetRequiredService<IMeterFactory>(), answerer.IsCommand));
        if (options.Discord.IsEnabled)
        {
            var part = health.Add("discord");
            services.AddSingleton(s =>
            {
                var shared = Shared(s, part);
                return new DiscordAdapter(options.Discord, shared, DiscordClientFactory.Create(options.Discord, shared));
            });
            services.AddSingleton(s => new AdapterRegistration("Discord", s.GetRequiredService<DiscordAdapter>().RunAsync, part));
        }

        if (options.Telegram.IsEnabled)
        {
            var part = health.Add("telegram");
            services.AddSingleton(s => new TelegramAdapter(options.Telegram, Shared(s, part)));
            services.AddSingleton(s => new AdapterRegistration("Telegram", s.GetRequiredService<TelegramAdapter>().RunAsync, part));
        }

        services.AddSingleton<AdapterSupervisor>();
        services.AddHostedService(s => s.GetRequiredService<AdapterSupervisor>());

        AdapterServices Shared(IServiceProvider s, ComponentHealth part) =>
            new(answerer, new AdapterTelemetry(part.State.Name, part, s.GetRequiredService<BotTelemetry>(), signals), time, Random.Shared)
            {
                Limits = s.GetRequiredService<AdmissionControl>(),
                Loggers = s.GetRequiredService<ILoggerFactory>(),
                StateFolder = options.State.Folder,
                Grace = options.Shutdown.Grace,
                WaitForSearch = s.GetRequiredService<FactBaseService>().WaitForSearchAsync,
            };
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
            LogListening(host.Services.GetRequiredService<ILogger<Health>>(), string.Join(", ", addresses), options.IsDisabled ? "webhooks and interactions alone" : "health and metrics");
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

    private static void MapEndpoints(WebApplication web, BotOptions options)
    {
        if (web.Services.GetService<TelegramAdapter>()?.Webhook is { } webhook)
        {
            web.MapPost(new Uri(options.Telegram.Webhook.Url).AbsolutePath, async context =>
            {
                context.Response.StatusCode = await webhook.ReceiveAsync(context.Request.Headers[WebhookReceiver.SecretHeader], context.Request.Body, context.RequestAborted).ConfigureAwait(false);
                if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
                {
                    context.Response.Headers.RetryAfter = ComeBackAfter;
                }
            });
        }

        if (web.Services.GetService<DiscordAdapter>()?.Endpoint is { } endpoint)
        {
            web.MapPost(options.Discord.EndpointPath, async context =>
            {
                var reply = await endpoint.ReceiveAsync(
                    context.Request.Headers[InteractionsEndpoint.SignatureHeader],
                    context.Request.Headers[InteractionsEndpoint.TimestampHeader],
                    context.Request.Body,
                    context.RequestAborted).ConfigureAwait(false);
                context.Response.StatusCode = reply.Status;
                if (!reply.Json.IsEmpty)
                {
                    context.Response.ContentType = "application/json";
                    context.Response.ContentLength = reply.Json.Length;
                    await context.Response.BodyWriter.WriteAsync(reply.Json, context.RequestAborted).ConfigureAwait(false);
                }
            });
        }
    }

    [LoggerMessage(HostEvents.Listening, LogLevel.Information, "Listening at {Addresses} for {What}.")]
    private static partial void LogListening(ILogger logger, string addresses, string what);
}
