using Bot.Answers;
using Bot.Facts;
using Bot.Terminal;
using Bot.Verbs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot;

/// <summary>The main job: loads the base, watches it, and chats wherever it is configured to. Without a token that is the terminal.</summary>
internal static class Chat
{
    /// <summary>Runs until the chat ends or the process is told to stop; gives the exit code.</summary>
    public static async Task<int> RunAsync(TimeProvider time, CancellationToken cancellation)
    {
        var error = Console.Error;
        if (Startup.Options(error) is not { } options)
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
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = false);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(answerer);
        builder.Services.AddHostedService(services => new FactsWorker(watcher, answerer, services.GetRequiredService<ILogger<FactsWorker>>()));
        builder.Services.AddHostedService(services => new TerminalChat(
            answerer,
            new Desk(answerer, time, options.Terminal.Language),
            time,
            services.GetRequiredService<IHostApplicationLifetime>()));
        using var host = builder.Build();
        await host.RunAsync(cancellation).ConfigureAwait(false);
        return ExitCode.Ok;
    }
}
