using Bot.Answers;
using Bot.Discord;
using Bot.Discord.Http;
using Bot.Facts;
using Bot.Platform;
using Bot.Telegram;
using Bot.Telegram.Receiving;
using Bot.Terminal;
using Bot.Verbs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Bot;

/// <summary>The main job: loads the base, watches it, and chats wherever it is configured to. Without a token that is the terminal.</summary>
internal static class Chat
{
    // What ends after the answers, such as telling the platforms.
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(5);

    // How soon Telegram should come back, in seconds.
    private const string ComeBackAfter = "5";

    /// <summary>Runs until the chat ends or the process is told to stop; gives the exit code.</summary>
    public static async Task<int> RunAsync(TimeProvider time, CancellationToken cancellation)
    {
        var error = Console.Error;
        if (Startup.Configuration(error) is not { } configuration || Startup.Options(configuration, error) is not { } options)
        {
            return ExitCode.BadUse;
        }

        var folder = Startup.Folder(options);
        var watcher = new FactBaseWatcher(folder, time);
        if (Startup.Base(folder, error) is not { } facts)
        {
            return ExitCode.BrokenBase;
        }

        var answerer = new Answerer(facts);
        var listens = options is { Telegram: { IsOn: true, UsesWebhook: true } } or { Discord: { IsOn: true, UsesHttp: true } };
        IHostApplicationBuilder builder = listens ? WebHost(configuration) : PlainHost(configuration);
        AddLogging(builder);
        builder.Services.AddHostedService(services => new FactsWorker(watcher, answerer, services.GetRequiredService<ILogger<FactsWorker>>()));
        if (!options.HasPlatform)
        {
            builder.Services.AddHostedService(services => new TerminalChat(
                answerer,
                new Desk(answerer, time, options.Terminal.Language),
                time,
                services.GetRequiredService<IHostApplicationLifetime>()));
            using var terminal = Build(builder);
            await terminal.RunAsync(cancellation).ConfigureAwait(false);
            return ExitCode.Ok;
        }

        AddAdapters(builder.Services, options, answerer, time);
        builder.Services.Configure<HostOptions>(host =>
        {
            // An endpoint that waits for its answers must not keep the gateway from being closed in time.
            host.ServicesStopConcurrently = true;
            host.ShutdownTimeout = options.Shutdown.Grace + s_farewell;
        });
        using var second = new SecondSignal();
        using var host = Build(builder);
        if (host is WebApplication web)
        {
            MapEndpoints(web, options);
        }

        // A bot mostly waits: what loading left behind, a tenth of the process, is given back first.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);

        // Running disposes of the services.
        var adapters = host.Services.GetRequiredService<Adapters>();
        await host.RunAsync(cancellation).ConfigureAwait(false);
        return adapters.HaveFailed ? ExitCode.Refused : ExitCode.Ok;
    }

    private static HostApplicationBuilder PlainHost(ConfigurationManager configuration) =>
        new(new HostApplicationBuilderSettings { DisableDefaults = true, Configuration = configuration });

    private static WebApplicationBuilder WebHost(ConfigurationManager configuration)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddEnvironmentVariables("ASPNETCORE_").AddConfiguration(configuration);
        builder.WebHost.UseKestrelCore();
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
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void AddAdapters(IServiceCollection services, BotOptions options, Answerer answerer, TimeProvider time)
    {
        services.AddSingleton(_ => options.Limits.Make(time));
        if (options.Discord.IsOn)
        {
            services.AddSingleton(s =>
            {
                var logger = s.GetRequiredService<ILogger<DiscordAdapter>>();
                var client = DiscordClients.Make(options.Discord, time, logger);
                return new DiscordAdapter(options.Discord, answerer, time, logger, client, s.GetRequiredService<Limits>(), options.State.Folder, options.Shutdown.Grace);
            });
            services.AddSingleton(s => new Adapter("Discord", s.GetRequiredService<DiscordAdapter>().RunAsync));
        }

        if (options.Telegram.IsOn)
        {
            services.AddSingleton(s =>
                new TelegramAdapter(options.Telegram, answerer, time, s.GetRequiredService<ILogger<TelegramAdapter>>(), s.GetRequiredService<Limits>(), options.Shutdown.Grace));
            services.AddSingleton(s => new Adapter("Telegram", s.GetRequiredService<TelegramAdapter>().RunAsync));
        }

        services.AddSingleton<Adapters>();
        services.AddHostedService(s => s.GetRequiredService<Adapters>());
    }

    private static void MapEndpoints(WebApplication web, BotOptions options)
    {
        if (web.Services.GetService<TelegramAdapter>()?.Webhook is { } webhook)
        {
            web.MapPost(new Uri(options.Telegram.Webhook.Url).AbsolutePath, async context =>
            {
                context.Response.StatusCode = await webhook.ReceiveAsync(context.Request.Headers[Webhook.SecretHeader], context.Request.Body, context.RequestAborted).ConfigureAwait(false);
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
}
