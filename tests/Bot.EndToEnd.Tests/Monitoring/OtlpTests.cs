namespace Bot.EndToEnd.Tests.Monitoring;

public sealed class OtlpTests : MonitoringTest
{
    private static readonly (string, string?) s_notListening = ("Http__Urls", "none");

    private Collector _collector = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _collector = await Collector.StartAsync(Deadline);
    }

    public override async ValueTask DisposeAsync()
    {
        await _collector.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("OpenTelemetry__Endpoint", null)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http/protobuf")]
    public async Task Metrics_and_traces_are_sent_where_the_settings_say(string variable, string? protocol)
    {
        // A collector on this machine is reached without the proxy, which is gone.
        await AskAndEndAsync(StartProcess(
            s_notListening,
            (variable, _collector.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", protocol),
            ("HTTP_PROXY", $"http://127.0.0.1:{FreePort.Take()}"),
            ("NO_PROXY", "127.0.0.1")));

        Assert.Equal(["/v1/metrics", "/v1/traces"], _collector.Received.Select(r => r.Path).Distinct().Order(StringComparer.Ordinal));
        Assert.All(_collector.Received, r => Assert.Equal("application/x-protobuf", r.Type));
        Assert.Contains("bot.answers", _collector.Texts("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains("talks-bot", _collector.Texts("/v1/metrics"), StringComparison.Ordinal);
        var traces = _collector.Texts("/v1/traces");
        foreach (var text in (string[])["handle message", "handle command", "talks-bot", "bot.outcome", "answered"])
        {
            Assert.Contains(text, traces, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_question_no_user_and_no_secret_is_sent()
    {
        await AskAndEndAsync(StartProcess(s_notListening, ("OpenTelemetry__Endpoint", _collector.Url + "/")));

        var sent = _collector.Texts("/v1/metrics") + _collector.Texts("/v1/traces");
        foreach (var hidden in (string[])["Riyadh", "Oslo", "weather", "Tess", $"{Tess.Id}", TokenSecret, TelegramSecret, "callback", "127.0.0.1"])
        {
            Assert.DoesNotContain(hidden, sent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_is_sent_when_nothing_says_where()
    {
        await AskAndEndAsync(Start(s_notListening));

        Assert.Empty(_collector.Received);
    }

    [Fact]
    public async Task A_collector_that_is_away_keeps_nobody_from_being_answered_or_from_stopping()
    {
        await AskAndEndAsync(Start(s_notListening, ("OpenTelemetry__Endpoint", $"http://127.0.0.1:{FreePort.Take()}")));
    }

    [Fact]
    public async Task An_address_that_is_none_ends_the_process_with_exit_code_2_and_one_line()
    {
        Assert.Equal(2, await Start(("OpenTelemetry__Endpoint", "collector")).EndedAsync(Deadline));

        Assert.Equal(["OpenTelemetry:Endpoint is 'collector'; set it to the collector's address for OTLP over HTTP, such as http://127.0.0.1:4318, or leave it out"], Log.Lines);
    }

    private async Task AskAndEndAsync(IProgram program)
    {
        await WaitUntilReadyAsync();
        await AskAsync();
        await AskOnTelegramAsync(Question);
        await AskOnTelegramAsync("/weather in Oslo");

        // What was counted last is sent at the end.
        Assert.Equal(0, await program.TerminateAsync(Deadline));
    }
}
