using Bot.Adapters.Monitoring;
using Bot.Discord.Configuration;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Tests.Rest;

public sealed class DiscordRestClientTests
{
    private const string Application = """{"id":"1","verify_key":"00"}""";

    private static readonly (int, string)? s_taken = (204, "");
    private static readonly (int, string)? s_broken = (500, """{"message":"500: Internal Server Error","code":0}""");

    private readonly InstantTime _time = new();
    private readonly ListLogger _logger = new();

    private static (int, string)? Away => null;

    [Fact]
    public async Task A_wait_that_Discord_asks_for_before_a_response_lasts_exactly_that_long_and_counts_as_no_failure()
    {
        using var server = new ScriptedServer(s_broken, TooMany("0.5"), Away, s_taken);

        await RespondAsync(server);

        Assert.Equal([0.062, 0.5, 0.125], _time.Seconds);
        Assert.Equal(
            [
                """The response to an interaction did not reach Discord (failure 1): 500 {"message":"500: Internal Server Error","code":0}""",
                "Discord asks to wait before the response to an interaction: 0.5 s.",
                "The response to an interaction did not reach Discord (failure 2): Connection refused.",
            ],
            _logger.Entries.Select(e => e.Text));
    }

    [Fact]
    public async Task A_response_is_tried_again_for_three_seconds_and_never_past_them()
    {
        using var server = new ScriptedServer([.. Enumerable.Repeat(s_broken, 6)]);

        await RespondAsync(server);

        // A wait is cut to whole milliseconds. The next would be two seconds.
        Assert.Equal([0.062, 0.125, 0.25, 0.5, 1], _time.Seconds);
        Assert.Equal(6, server.Requests.Count);
        Assert.Equal(["Interaction 1300000000000000001 was not answered within 3 seconds (failures: 6)."], Logged(LogLevel.Warning).TakeLast(1));
    }

    [Fact]
    public async Task A_wait_past_the_three_seconds_is_not_started()
    {
        using var server = new ScriptedServer(TooMany("3"));

        await RespondAsync(server);

        Assert.Empty(_time.Waits);
        Assert.Equal(["Interaction 1300000000000000001 was not answered within 3 seconds (failures: 0)."], Logged(LogLevel.Warning));
    }

    [Theory]
    [InlineData(2.999, 1)]
    [InlineData(3, 0)]
    public async Task An_interaction_that_has_waited_for_three_seconds_is_not_answered(double seconds, int requests)
    {
        using var server = new ScriptedServer(s_taken);

        await RespondAsync(server, TimeSpan.FromSeconds(seconds));

        Assert.Equal(requests, server.Requests.Count);
    }

    [Theory]
    [InlineData(404, """{"message":"Unknown interaction","code":10062}""", "Discord no longer waits for the response to interaction 1300000000000000001.")]
    [InlineData(400, """{"message":"Interaction has already been acknowledged.","code":40060}""", "Interaction 1300000000000000001 is already answered.")]
    [InlineData(400, "No.", "Discord rejected the response to interaction 1300000000000000001: 400 No.")]
    public async Task A_response_that_Discord_refuses_is_sent_once(int status, string body, string logged)
    {
        using var server = new ScriptedServer((status, body));

        await RespondAsync(server);

        Assert.Single(server.Requests);
        Assert.Equal([logged], _logger.Entries.Select(e => e.Text));
    }

    [Fact]
    public async Task A_wait_that_Discord_asks_for_before_a_call_lasts_exactly_that_long_and_counts_as_no_failure()
    {
        using var server = new ScriptedServer(s_broken, TooMany("97"), Away, (200, Application));

        await CallAsync(server);

        Assert.Equal([0.25, 97, 0.5], _time.Seconds);
        Assert.Equal(["Discord asks to wait before GET applications/@me: 97 s."], Logged(LogLevel.Information));
    }

    [Fact]
    public async Task A_call_is_repeated_until_Discord_answers()
    {
        using var server = new ScriptedServer([.. Enumerable.Repeat(s_broken, 9), (403, "<html>Not yet</html>"), (200, Application)]);

        await CallAsync(server);

        Assert.Equal([0.25, 0.5, 1, 2, 4, 8, 15, 15, 15, 15], _time.Seconds);
        Assert.Equal("GET applications/@me did not reach Discord (failure 10): 403 <html>Not yet</html>", Logged(LogLevel.Warning).Last());
    }

    [Theory]
    [InlineData(401, "Who?")]
    [InlineData(403, """{"message":"Missing Access","code":50001}""")]
    public async Task A_call_that_Discord_refuses_is_made_once(int status, string body)
    {
        using var server = new ScriptedServer((status, body));

        var refusal = await Assert.ThrowsAsync<DiscordApiException>(() => CallAsync(server));

        Assert.Equal((status, body), (refusal.Status, refusal.Message));
        Assert.Single(server.Requests);
        Assert.Empty(_time.Waits);
    }

    private static (int, string)? TooMany(string seconds) => (429, $$"""{"message":"You are being rate limited.","retry_after":{{seconds}},"global":false}""");

    private IEnumerable<string> Logged(LogLevel level) => _logger.Entries.Where(e => e.Level == level).Select(e => e.Text);

    private async Task RespondAsync(ScriptedServer server, TimeSpan waited = default)
    {
        var received = _time.GetTimestamp();
        _time.Advance(waited);
        using var rest = Rest(server);
        await rest.RespondAsync(Some.Command("about"), new InteractionResponse(CallbackType.Pong), received, TestContext.Current.CancellationToken);
    }

    private async Task CallAsync(ScriptedServer server)
    {
        using var rest = Rest(server);
        await rest.GetApplicationAsync(TestContext.Current.CancellationToken);
    }

    private DiscordRestClient Rest(ScriptedServer server) =>
        new(new DiscordOptions { Token = "token" }, _time, new FixedRandom(), _logger, AdapterTelemetry.None("discord", _time), server);
}
