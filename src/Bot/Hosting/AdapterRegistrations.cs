using System.Diagnostics.Metrics;
using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Adapters.State;
using Bot.Answers;
using Bot.Configuration;
using Bot.Discord;
using Bot.Monitoring;
using Bot.Telegram;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>Registers the adapters of the platforms in the settings, and their shared services.</summary>
internal static class AdapterRegistrations
{
    /// <summary>Adds the adapters and their supervisor to the services.</summary>
    public static void AddAdapters(this IServiceCollection services, BotOptions options, StateFolder state, Answerer answerer, Health health, LivenessSignals signals, TimeProvider time)
    {
        services.AddSingleton(state);
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

        services.AddSingleton(s => new AdapterSupervisor(
            s.GetServices<AdapterRegistration>(),
            s.GetRequiredService<IHostApplicationLifetime>(),
            time,
            Random.Shared,
            s.GetRequiredService<ILogger<AdapterSupervisor>>()));
        services.AddHostedService(s => s.GetRequiredService<AdapterSupervisor>());

        AdapterServices Shared(IServiceProvider s, ComponentHealth part) =>
            new(answerer, new AdapterTelemetry(part.State.Name, part, s.GetRequiredService<BotTelemetry>(), signals), time, Random.Shared)
            {
                Limits = s.GetRequiredService<AdmissionControl>(),
                Loggers = s.GetRequiredService<ILoggerFactory>(),
                StateFolder = s.GetRequiredService<StateFolder>(),
                GracePeriod = options.Shutdown.GracePeriod,
                WaitForSearch = s.GetRequiredService<FactBaseService>().WaitForSearchAsync,
            };
    }
}
