using Bot.Loopback.Discord;

namespace Bot.Loopback.Tests.Discord;

public sealed class EndpointTests : ServerTest
{
    private Endpoint _endpoint = null!;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _endpoint.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task StartAsync()
    {
        _endpoint = await Endpoint.StartAsync(Deadline);
        _endpoint.PublicKey = Server.PublicKey;
    }

    private async Task<Interaction> RunAsync()
    {
        await Bot.RegisterAsync("""[{"name":"who","description":"Who?"}]""");
        await Server.SetInteractionsEndpointAsync(_endpoint.Url, Deadline);
        return Channel.Run(Ann, "who");
    }

    private Task<InvalidOperationException> RefusedAsync() =>
        Assert.ThrowsAsync<InvalidOperationException>(() => Server.SetInteractionsEndpointAsync(_endpoint.Url, Deadline));

    [Fact]
    public async Task An_interaction_is_sent_signed_and_answered_in_place()
    {
        await StartAsync();
        var interaction = await RunAsync();

        var response = await interaction.ResponseAsync(Deadline);
        Assert.Equal((4, "Hi"), (response.Type, response.Message!.Content));
        Assert.Equal("Hi", Assert.Single(Channel.Messages).Content);
        Assert.Equal(_endpoint.Url, (string?)(await Bot.JsonAsync("GET", "applications/@me"))["interactions_endpoint_url"]);
    }

    [Fact]
    public async Task It_may_be_answered_by_a_callback_too()
    {
        await StartAsync();
        _endpoint.Answer = async body =>
        {
            var interaction = System.Text.Json.Nodes.JsonNode.Parse(body)!;
            return (202, (await Bot.TextAsync("POST", $"interactions/{interaction["id"]}/{interaction["token"]}/callback", """{"type":4,"data":{"content":"Hi"}}"""))[3..]);
        };
        var interaction = await RunAsync();

        Assert.Equal("Hi", (await interaction.MessageAsync(Deadline)).Content);
        Assert.Empty(Server.Problems);
    }

    [Fact]
    public async Task An_endpoint_that_checks_no_signature_is_refused()
    {
        await StartAsync();
        _endpoint.PublicKey = null;

        Assert.Equal("The specified interactions endpoint url could not be verified: an invalid signature was answered with 200.", (await RefusedAsync()).Message);
        Assert.Null(Server.InteractionsEndpointUrl);
    }

    [Fact]
    public async Task An_endpoint_that_answers_no_ping_is_refused()
    {
        await StartAsync();
        _endpoint.Pong = """{"type":4}""";
        Assert.EndsWith("a PING was not answered with a PONG.", (await RefusedAsync()).Message);
        _endpoint.PublicKey = new string('0', 64);
        Assert.EndsWith("a PING was answered with 401.", (await RefusedAsync()).Message);
        _endpoint.PublicKey = null;
        _endpoint.ContentType = "text/plain";
        Assert.EndsWith("a PING was answered with the content type text/plain.", (await RefusedAsync()).Message);
    }

    [Fact]
    public async Task An_endpoint_that_fails_a_routine_check_is_removed()
    {
        await StartAsync();
        await Server.SetInteractionsEndpointAsync(_endpoint.Url, Deadline);
        Assert.True(await Server.CheckInteractionsEndpointAsync(Deadline));
        _endpoint.PublicKey = null;

        Assert.False(await Server.CheckInteractionsEndpointAsync(Deadline));
        Assert.Null(Server.InteractionsEndpointUrl);
        Assert.Equal(["the endpoint was removed: an invalid signature was answered with 200"], Server.Problems);
    }

    [Theory]
    [InlineData(500, "", "answered 500")]
    [InlineData(202, "", "202 without a response by callback")]
    [InlineData(200, "{", "answered with no JSON")]
    [InlineData(200, """{"data":{}}""", "Invalid Form Body")]
    public async Task What_is_no_response_is_a_problem(int status, string body, string problem)
    {
        await StartAsync();
        _endpoint.Answer = _ => Task.FromResult((status, body));
        var interaction = await RunAsync();

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => interaction.ResponseAsync(Deadline));
        Assert.Contains(problem, failed.Message, StringComparison.Ordinal);
        Assert.Contains(problem, Server.Problems[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_must_come_in_3_seconds()
    {
        await StartAsync();
        var until = new TaskCompletionSource();
        var came = new TaskCompletionSource();
        _endpoint.Answer = async _ =>
        {
            came.SetResult();
            await until.Task;
            return (200, """{"type":4,"data":{"content":"Hi"}}""");
        };
        var interaction = await RunAsync();
        await came.Task.WaitAsync(Deadline);
        Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal("no answer in 3 seconds", (await Assert.ThrowsAsync<InvalidOperationException>(() => interaction.ResponseAsync(Deadline))).Message);
        until.SetResult();
        Assert.Empty(Channel.Messages);
    }

    [Fact]
    public async Task Without_an_endpoint_interactions_go_by_the_gateway_again()
    {
        await StartAsync();
        await RunAsync();
        var (gateway, _) = await ReadyAsync();
        Channel.Run(Ann, "who");
        await Server.SetInteractionsEndpointAsync(null, Deadline);
        var last = Channel.Run(Ann, "who");

        Assert.Equal(last.Token, (string?)(await gateway.NextAsync())["d"]!["token"]);
    }
}
