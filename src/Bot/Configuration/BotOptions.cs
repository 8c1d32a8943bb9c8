using Bot.Adapters.Limiting;
using Bot.Discord.Configuration;
using Bot.Monitoring;
using Bot.Telegram.Configuration;
using Bot.Terminal;
using Microsoft.Extensions.Configuration;

namespace Bot.Configuration;

/// <summary>The bot's settings, from <c>appsettings.json</c> or from environment variables with two underscores for the colon.</summary>
internal sealed class BotOptions
{
    /// <summary>The keys of each section, by the section's path.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> Sections { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [nameof(Facts)] = FactsOptions.Keys,
        [nameof(Terminal)] = TerminalOptions.Keys,
        [nameof(Http)] = HttpOptions.Keys,
        [nameof(OpenTelemetry)] = OpenTelemetryOptions.Keys,
        [nameof(Discord)] = DiscordOptions.Keys,
        [nameof(Telegram)] = TelegramOptions.Keys,
        [nameof(Telegram) + ":" + nameof(TelegramOptions.Webhook)] = WebhookOptions.Keys,
        [nameof(Limits)] = LimitsOptions.Keys,
        [nameof(Shutdown)] = ShutdownOptions.Keys,
        [nameof(State)] = StateOptions.Keys,
    };

    /// <summary>The section <c>Facts</c>.</summary>
    public FactsOptions Facts { get; set; } = new();

    /// <summary>The section <c>Terminal</c>.</summary>
    public TerminalOptions Terminal { get; set; } = new();

    /// <summary>The section <c>Http</c>.</summary>
    public HttpOptions Http { get; set; } = new();

    /// <summary>The section <c>OpenTelemetry</c>.</summary>
    public OpenTelemetryOptions OpenTelemetry { get; set; } = new();

    /// <summary>The section <c>Discord</c>.</summary>
    public DiscordOptions Discord { get; set; } = new();

    /// <summary>The section <c>Telegram</c>.</summary>
    public TelegramOptions Telegram { get; set; } = new();

    /// <summary>The section <c>Limits</c>.</summary>
    public LimitsOptions Limits { get; set; } = new();

    /// <summary>The section <c>Shutdown</c>.</summary>
    public ShutdownOptions Shutdown { get; set; } = new();

    /// <summary>The section <c>State</c>.</summary>
    public StateOptions State { get; set; } = new();

    /// <summary>Whether a chat platform is configured.</summary>
    public bool HasPlatform => Discord.IsEnabled || Telegram.IsEnabled;

    /// <summary>Whether a platform sends requests to the bot.</summary>
    public bool IsCalled => Telegram is { IsEnabled: true, UsesWebhook: true } || Discord is { IsEnabled: true, UsesHttp: true };

    /// <summary>Whether the bot listens: for requests of platforms, or for health and metrics.</summary>
    public bool Listens => HasPlatform && (IsCalled || !Http.IsDisabled);

    /// <summary>Reads the options without validation. Secrets in files are not read.</summary>
    /// <param name="configuration">The settings.</param>
    public static BotOptions Bind(IConfiguration configuration)
    {
        var options = new BotOptions();
        configuration.Bind(options);
        return options;
    }

    /// <summary>Reads and validates the options.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="problems">Receives the problems, a line each, with the key and the fix.</param>
    /// <param name="warnings">Receives the warnings, a line each: renamed keys, and secrets that others can read.</param>
    public static BotOptions Read(IConfiguration configuration, List<string> problems, List<string> warnings)
    {
        warnings.AddRange(RenamedSettings.Take(configuration));
        var options = Bind(configuration);
        problems.AddRange(UnknownSettings.Problems(configuration));
        if (options.Terminal.Language.Length > 0 && SystemLanguage.Known(options.Terminal.Language) is null)
        {
            problems.Add($"Terminal:Language is '{options.Terminal.Language}'; set it to one of {SystemLanguage.Tags}, or leave it out");
        }

        problems.AddRange(options.ValidatePaths());
        problems.AddRange(LogLevels.Problems(configuration));
        options.ReadSecrets(problems, warnings);
        problems.AddRange(options.OpenTelemetry.Validate());
        problems.AddRange(options.Discord.Validate());
        problems.AddRange(DiscordClientFactory.Validate(options.Discord));
        problems.AddRange(options.Telegram.Validate());
        problems.AddRange(options.Limits.Validate());
        problems.AddRange(options.Shutdown.Validate());

        // A variable of the host does not matter to a bot that does not listen.
        if (options.Listens || options.Http.Addresses.Length > 0)
        {
            problems.AddRange(ListenAddresses.Resolve(options.Http, configuration).Validate());
            problems.AddRange(EndpointPaths.Of(options).Validate(isMonitored: !options.Http.IsDisabled));
        }

        return options;
    }

    // No file system accepts a NUL in a name.
    private IEnumerable<string> ValidatePaths()
    {
        return [.. Of("Facts:Path", Facts.Path), .. Of("State:Folder", State.Folder)];

        static string[] Of(string key, string path) =>
            path.Contains('\0') ? [$"{key} has the character U+0000, which no path may have; write the path without it"] : [];
    }

    private void ReadSecrets(List<string> problems, List<string> warnings)
    {
        var files = new SecretFile(Environment.GetEnvironmentVariable(SecretFile.CredentialsVariable), problems, warnings);
        Discord.Token = files.Resolve("Discord:Token", Discord.Token, Discord.TokenFile);
        Telegram.Token = files.Resolve("Telegram:Token", Telegram.Token, Telegram.TokenFile);
        Telegram.Webhook.SecretToken = files.Resolve("Telegram:Webhook:SecretToken", Telegram.Webhook.SecretToken, Telegram.Webhook.SecretTokenFile);
    }
}

/// <summary>The section <c>Facts</c>: where the base is.</summary>
internal sealed class FactsOptions
{
    /// <summary>The keys of the section.</summary>
    public static IReadOnlyList<string> Keys { get; } = [nameof(Path)];

    /// <summary>The folder of the base; empty for the one that <see cref="FactsFolderLocator"/> finds.</summary>
    public string Path { get; set => field = value ?? ""; } = "";
}

/// <summary>The chat in the terminal.</summary>
internal sealed class TerminalOptions
{
    /// <summary>The keys of the section.</summary>
    public static IReadOnlyList<string> Keys { get; } = [nameof(Language)];

    /// <summary>The tag of the reader's language; empty for the language of each question, and before the first one the system's.</summary>
    public string Language { get; set => field = value ?? ""; } = "";
}
