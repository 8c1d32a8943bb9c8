using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Adapters.Monitoring;
using Bot.Adapters.Resilience;
using Bot.Discord.Configuration;
using Bot.Discord.Logging;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Rest;

/// <summary>The parts of Discord's HTTP API that the bot needs.</summary>
internal sealed partial class DiscordRestClient : ICommandStore, IDisposable
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    // JSON Error Codes: Interaction has already been acknowledged.
    private const int AlreadyAcknowledged = 40060;

    // The characters of a body that a log line shows.
    private const int MaxLogged = 2000;

    private readonly DiscordOptions _options;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly ILogger _logger;
    private readonly RateLimitTracker _limits;
    private readonly AdapterTelemetry _telemetry;
    private readonly HttpMessageHandler _connections;
    private readonly HttpClient _calling;
    private readonly HttpClient _responding;
    private readonly string _base;
    private readonly AuthenticationHeaderValue _authorization;

    /// <summary>Creates the client; nothing is sent yet.</summary>
    /// <param name="options">The settings, already validated.</param>
    /// <param name="time">The clock for waits.</param>
    /// <param name="random">The source of jitter. Safe for any number of threads.</param>
    /// <param name="logger">The logger. No line contains a token.</param>
    /// <param name="telemetry">The telemetry that counts rejected requests.</param>
    /// <param name="connections">The connections, which are disposed of with the client; null for connections to Discord.</param>
    public DiscordRestClient(DiscordOptions options, TimeProvider time, Random random, ILogger logger, AdapterTelemetry telemetry, HttpMessageHandler? connections = null)
    {
        (_options, _time, _random, _logger, _telemetry) = (options, time, random, logger, telemetry);
        _limits = new RateLimitTracker(time);
        _base = options.ApiAddress;
        _authorization = new AuthenticationHeaderValue("Bot", options.Token);
        _connections = connections ?? DiscordConnections.CreateHandler();
        _calling = DiscordConnections.CreateClient(_connections, s_timeout);
        _responding = DiscordConnections.CreateClient(_connections, RetryLimits.ResponseWindow);
    }

    /// <summary>Gets the gateway's address and the session start limit.</summary>
    /// <exception cref="DiscordApiException">Discord rejected the request.</exception>
    public Task<GatewayBot> GetGatewayAsync(CancellationToken cancellation) =>
        CallAsync(Route.GatewayBot, null, RestJson.Default.GatewayBot, cancellation, answer => answer.SessionStartLimit is { } limit
            ? GatewayAnswer.Problem(_options.GatewayUrl.Length > 0 ? null : answer.Url ?? "", answer.Shards, limit.MaxConcurrency, limit.ResetAfter)
            : "The answer has no session start limit.");

    /// <summary>Gets the app that the token belongs to.</summary>
    /// <exception cref="DiscordApiException">Discord rejected the request.</exception>
    public Task<CurrentApplication> GetApplicationAsync(CancellationToken cancellation) =>
        CallAsync(Route.Application, null, RestJson.Default.CurrentApplication, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ApplicationCommand>?> GetCommandsAsync(ulong application, ulong? guild, CancellationToken cancellation)
    {
        try
        {
            return await CallAsync(Route.Commands(application, guild), null, InteractionJson.Default.IReadOnlyListApplicationCommand, cancellation, maxNotFound: RetryLimits.MaxNotFound).ConfigureAwait(false);
        }
        catch (Exception ex) when (ex is ErrorResponseException { Status: HttpStatusCode.NotFound } or DiscordApiException { Status: 404 })
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task OverwriteCommandsAsync(ulong application, ulong? guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellation) =>
        CallAsync(
            Route.OverwriteCommands(application, guild),
            JsonSerializer.SerializeToUtf8Bytes(commands, InteractionJson.Default.IReadOnlyListApplicationCommand),
            InteractionJson.Default.IReadOnlyListApplicationCommand,
            cancellation);

    /// <summary>
    /// Responds to an interaction, and retries as long as Discord waits. A response that is too late or rejected is logged.
    /// </summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="response">The response.</param>
    /// <param name="received">The timestamp of the clock when it was received.</param>
    /// <param name="cancellation">Cancels the response.</param>
    public async Task RespondAsync(Interaction interaction, InteractionResponse response, long received, CancellationToken cancellation)
    {
        var address = $"{_base}interactions/{interaction.Id}/{interaction.Token}/callback";
        try
        {
            await Retry.RunAsync(
                attempt => PostAsync(address, response, attempt),
                DecideResponse,
                _time,
                _random,
                cancellation,
                new RetryWindow(received, RetryLimits.ResponseWindow, RetryLimits.ResponseDelayDivisor, () => _limits.Wait(RateLimitTracker.Responses))).ConfigureAwait(false);
        }
        catch (RetryWindowClosedException ex)
        {
            _telemetry.SendRefused();
            LogResponseExpired(interaction.Id, ex.Failures);
        }
        catch (ErrorResponseException ex)
        {
            _telemetry.SendRefused();
            LogRejected(interaction.Id, ex);
        }
    }

    /// <summary>Closes all connections.</summary>
    public void Dispose()
    {
        _calling.Dispose();
        _responding.Dispose();
        _connections.Dispose();
    }

    /// <summary>
    /// Whether an exception comes from the network or from an unreadable answer, and may be temporary. A cancellation that the caller did
    /// not request is a timeout of the client.
    /// </summary>
    public static bool IsTransient(Exception ex) => ex is HttpRequestException or IOException or JsonException or OperationCanceledException;

    private async Task PostAsync(string address, InteractionResponse response, CancellationToken cancellation)
    {
        using var content = new ReadOnlyMemoryContent(response.Json) { Headers = { ContentType = s_json } };
        using var answer = await _responding.PostAsync(address, content, cancellation).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode)
        {
            throw await ErrorAsync(RateLimitTracker.Responses, answer, cancellation).ConfigureAwait(false);
        }
    }

    private RetryDecision DecideResponse(Exception ex, int failures)
    {
        const string What = "The response to an interaction";
        switch (ex)
        {
            case ErrorResponseException { Status: HttpStatusCode.TooManyRequests } error:
                // A limit on this single response is not remembered.
                LogRateLimited("the response to an interaction", error.RetryAfter.TotalSeconds);
                return RetryDecision.After(error.RetryAfter);
            case ErrorResponseException error when (int)error.Status < 500:
                return RetryDecision.Fail;
            case ErrorResponseException error:
                LogUnreachable(What, failures, $"{(int)error.Status} {error.Message}");
                return RetryDecision.BackOff;
            default:
                return DecideException(What, ex, failures);
        }
    }

    // An answer with a problem is treated like an unreadable one.
    private Task<T> CallAsync<T>(Route route, byte[]? body, JsonTypeInfo<T> type, CancellationToken cancellation, Func<T, string?>? problem = null, int? maxNotFound = null) => Retry.RunAsync(
        async attempt =>
        {
            var answer = await SendAsync(route, body, type, attempt).ConfigureAwait(false);
            return problem?.Invoke(answer) is { } reason ? throw new JsonException(reason) : answer;
        },
        (ex, failures) => failures >= maxNotFound && ex is ErrorResponseException { Status: HttpStatusCode.NotFound } ? RetryDecision.Fail : DecideCall(route.RateLimitKey, ex, failures),
        _time,
        _random,
        cancellation);

    private async Task<T> SendAsync<T>(Route route, byte[]? body, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        await Task.Delay(_limits.Wait(route.RateLimitKey), _time, cancellation).ConfigureAwait(false);
        using var request = new HttpRequestMessage(route.Method, _base + route.Path)
        {
            Version = HttpVersion.Version20,
            Headers = { Authorization = _authorization },
            Content = body is null ? null : new ByteArrayContent(body) { Headers = { ContentType = s_json } },
        };
        using var answer = await _calling.SendAsync(request, cancellation).ConfigureAwait(false);
        if (answer.IsSuccessStatusCode)
        {
            Record(route.RateLimitKey, answer, null);
            using var stream = await answer.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
            return await JsonSerializer.DeserializeAsync(stream, type, cancellation).ConfigureAwait(false) ?? throw new JsonException("The answer is null.");
        }

        var error = await ErrorAsync(route.RateLimitKey, answer, cancellation).ConfigureAwait(false);
        throw error.IsRefusal ? new DiscordApiException((int)error.Status, error.Message) : error;
    }

    private RetryDecision DecideCall(string limit, Exception ex, int failures)
    {
        switch (ex)
        {
            case ErrorResponseException { Status: HttpStatusCode.TooManyRequests }:
                // Before each attempt, the client waits as long as Discord asks.
                LogRateLimited(limit, _limits.Wait(limit).TotalSeconds);
                return RetryDecision.Now;
            case ErrorResponseException error:
                LogUnreachable(limit, failures, $"{(int)error.Status} {error.Message}");
                return RetryDecision.BackOff;
            default:
                return DecideException(limit, ex, failures);
        }
    }

    private RetryDecision DecideException(string what, Exception ex, int failures)
    {
        if (!IsTransient(ex))
        {
            return RetryDecision.Fail;
        }

        LogUnreachable(what, failures, ErrorSummary.Of(ex));
        return RetryDecision.BackOff;
    }

    private void Record(string limit, HttpResponseMessage answer, RestError? error)
    {
        if (answer.StatusCode == HttpStatusCode.TooManyRequests)
        {
            _telemetry.RateLimited();
        }

        if (_limits.Record(limit, answer, error?.RetryAfter))
        {
            LogTooManyInvalid(RateLimitTracker.MaxInvalid);
        }
    }

    // Reads an error response, and records its rate limits.
    private async Task<ErrorResponseException> ErrorAsync(string limit, HttpResponseMessage answer, CancellationToken cancellation)
    {
        var body = await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
        var error = RestError.Parse(body);
        Record(limit, answer, error);
        return new ErrorResponseException(
            answer.StatusCode,
            error?.Code,
            Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, MaxLogged)),
            RateLimitTracker.RetryAfter(answer, error?.RetryAfter));
    }

    private void LogRejected(ulong interaction, ErrorResponseException error)
    {
        if (error.Status == HttpStatusCode.NotFound)
        {
            LogExpired(interaction);
        }
        else if (error.Code == AlreadyAcknowledged)
        {
            LogAnswered(interaction);
        }
        else
        {
            LogRefused(interaction, (int)error.Status, error.Message);
        }
    }

    [LoggerMessage(DiscordEvents.RequestFailed, LogLevel.Warning, "{What} did not reach Discord (failure {Failures}): {Error}")]
    private partial void LogUnreachable(string what, int failures, string error);

    [LoggerMessage(DiscordEvents.RateLimited, LogLevel.Information, "Discord asks to wait before {What}: {Seconds} s.")]
    private partial void LogRateLimited(string what, double seconds);

    [LoggerMessage(DiscordEvents.InvalidRequestLimitReached, LogLevel.Error, "Discord rejected {Count} requests in ten minutes. Nothing more is sent until there are fewer, so that Discord does not ban this address.")]
    private partial void LogTooManyInvalid(int count);

    [LoggerMessage(DiscordEvents.InteractionTimedOut, LogLevel.Warning, "Interaction {Id} was not answered within 3 seconds (failures: {Failures}).")]
    private partial void LogResponseExpired(ulong id, int failures);

    [LoggerMessage(DiscordEvents.InteractionExpired, LogLevel.Information, "Discord no longer waits for the response to interaction {Id}.")]
    private partial void LogExpired(ulong id);

    [LoggerMessage(DiscordEvents.InteractionAlreadyAnswered, LogLevel.Information, "Interaction {Id} is already answered.")]
    private partial void LogAnswered(ulong id);

    [LoggerMessage(DiscordEvents.ResponseRejected, LogLevel.Error, "Discord rejected the response to interaction {Id}: {Code} {Description}")]
    private partial void LogRefused(ulong id, int code, string description);
}
