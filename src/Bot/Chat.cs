using Bot.Answers;
using Bot.Facts;
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
        IHostApplicationBuilder builder = options.Telegram is { IsOn: true, UsesWebhook: true } ? WebHost(configuration) : PlainHost(configuration);
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

        builder.Services.AddSingleton(services => new TelegramAdapter(options.Telegram, answerer, time, services.GetRequiredService<ILogger<TelegramAdapter>>()));
        builder.Services.AddSingleton(services => new Adapters(
            [new Adapter("Telegram", services.GetRequiredService<TelegramAdapter>().RunAsync)],
            services.GetRequiredService<IHostApplicationLifetime>(),
            services.GetRequiredService<ILogger<Adapters>>()));
        builder.Services.AddHostedService(services => services.GetRequiredService<Adapters>());
        using var host = Build(builder);
        if (host is WebApplication web)
        {
            MapWebhook(web, new Uri(options.Telegram.Webhook.Url).AbsolutePath);
        }

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

    private static void MapWebhook(WebApplication web, string path)
    {
        var webhook = web.Services.GetRequiredService<TelegramAdapter>().Webhook!;
        web.MapPost(path, async context =>
        {
            context.Response.StatusCode = await webhook.ReceiveAsync(context.Request.Headers[Webhook.SecretHeader], context.Request.Body, context.RequestAborted).ConfigureAwait(false);
            if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
            {
                context.Response.Headers.RetryAfter = ComeBackAfter;
            }
        });
    }
}
