using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Loopback.Discord;

namespace Bot.Loopback.Tests.Discord;

public sealed class FaultTests : ServerTest
{
    private string Path => $"applications/{Server.ApplicationId}/commands";

    private Task<string> RegisterAsync() => Bot.TextAsync("PUT", Path, """[{"name":"who","description":"Who?"}]""");

    private async Task<string> FailAsync(Fault fault)
    {
        Server.Faults.Next("PUT applications/*/commands", fault);
        using var answer = await Bot.SendAsync("PUT", Path, """[{"name":"who","description":"Who?"}]""");
        var limits = string.Join(' ', answer.Headers.Where(h => h.Key is "Retry-After" or "X-RateLimit-Scope" or "X-RateLimit-Global" or "X-RateLimit-Bucket").OrderBy(h => h.Key).Select(h => h.Value.First()));
        return $"{(int)answer.StatusCode} [{limits}] {await answer.Content.ReadAsStringAsync(Deadline)}";
    }

    public static TheoryData<Fault, string> Errors => new()
    {
        { Fault.RateLimited(1.5), """429 [2 commands_put user] {"message":"You are being rate limited.","retry_after":1.5,"global":false}""" },
        { Fault.RateLimited(2, RateLimitScope.Shared), """429 [2 commands_put shared] {"message":"The resource is being rate limited.","retry_after":2,"global":false}""" },
        { Fault.RateLimited(2, RateLimitScope.Global), """429 [2 true global] {"message":"You are being rate limited.","retry_after":2,"global":true}""" },
        { Fault.RateLimited(2, withBody: false), "429 [2 commands_put user] " },
        { Fault.Unauthorized(), """401 [commands_put] {"message":"401: Unauthorized","code":0}""" },
        { Fault.Of(500, 0, "500: Internal Server Error"), """500 [commands_put] {"message":"500: Internal Server Error","code":0}""" },
        { Fault.Page(502), "502 [] <!doctype html><html><head><title>502</title></head><body>502</body></html>" },
    };

    [Theory]
    [MemberData(nameof(Errors), DisableDiscoveryEnumeration = true)]
    public async Task An_error_is_answered_and_nothing_is_done(Fault fault, string answer)
    {
        Assert.Equal(answer, await FailAsync(fault));
        Assert.Empty(Server.RegisteredCommands());
        Assert.Equal(0, Server.Faults.Left);
    }

    [Fact]
    public async Task A_ban_is_a_web_page_without_limits()
    {
        Assert.StartsWith("429 [3600] <!doctype html>", await FailAsync(Fault.Banned(3600)));
    }

    [Fact]
    public async Task A_connection_may_be_cut_before_anything_is_done()
    {
        await Assert.ThrowsAsync<HttpRequestException>(() => FailAsync(Fault.Cut()));
        Assert.Empty(Server.RegisteredCommands());
        Assert.Equal(0, Assert.Single(await Server.Calls.WaitForAsync("PUT **", 1, Deadline)).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_may_be_cut_after_all_was_done(bool inAnswer)
    {
        await Assert.ThrowsAsync<HttpRequestException>(() => FailAsync(inAnswer ? Fault.CutInAnswer() : Fault.Cut() with { Executes = true }));
        Assert.Single(Server.RegisteredCommands());
    }

    [Fact]
    public async Task An_answer_may_be_broken_json()
    {
        var answer = await FailAsync(Fault.TruncatedJson());

        Assert.StartsWith("200 ", answer);
        Assert.ThrowsAny<JsonException>(() => JsonNode.Parse(answer[(answer.IndexOf(']', StringComparison.Ordinal) + 2)..]));
        Assert.Single(Server.RegisteredCommands());
    }

    [Fact]
    public async Task An_answer_may_wait_for_the_test()
    {
        var until = new TaskCompletionSource();
        Server.Faults.Next("PUT **", Fault.Slow(until.Task));
        var answer = RegisterAsync();

        await Server.WaitForCommandsAsync(Deadline);
        Assert.False(answer.IsCompleted);
        until.SetResult();
        Assert.StartsWith("200", await answer);
    }

    [Fact]
    public async Task A_request_may_wait_for_the_test_before_it_is_carried_out()
    {
        var until = new TaskCompletionSource();
        Server.Faults.Next("PUT **", Fault.Slow(until.Task) with { Executes = false });
        var answer = RegisterAsync();
        await Bot.TextAsync("GET", Path);

        Assert.Empty(Server.RegisteredCommands());
        until.SetResult();
        Assert.StartsWith("200", await answer);
        Assert.Single(Server.RegisteredCommands());
    }

    [Fact]
    public async Task A_fault_may_happen_more_than_once()
    {
        Server.Faults.Next("gateway/*", Fault.Page(503), times: 2);

        Assert.StartsWith("200", await Bot.TextAsync("GET", "gateway"));
        Assert.StartsWith("503", await Bot.TextAsync("GET", "gateway/bot"));
        Assert.Equal(1, Server.Faults.Left);
        Assert.StartsWith("503", await Bot.TextAsync("GET", "gateway/bot"));
        Assert.StartsWith("200", await Bot.TextAsync("GET", "gateway/bot"));
    }
}
