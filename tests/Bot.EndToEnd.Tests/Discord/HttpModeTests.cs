using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Discord.Logging;
using Bot.Loopback.Discord;
using NSec.Cryptography;

namespace Bot.EndToEnd.Tests.Discord;

[Trait("Program", "Published")]
public sealed class HttpModeTests : DiscordTest
{
    private const string Ping = """{"id":"7","type":1,"token":"x","version":1}""";

    private readonly int _port = FreePort.Take();
    private readonly HttpClient _http = new();
    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);
    private readonly List<BotProgram> _programs = [];

    private string Url => UrlAt(_port);
    private string OwnPublicKey => Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    public override async ValueTask DisposeAsync()
    {
        foreach (var program in _programs)
        {
            await program.DisposeAsync();
        }

        _http.Dispose();
        _key.Dispose();
        Assert.Equal((0, 0), (Server.Connections.Count, Server.Calls.Of(Callback).Count));
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Every_kind_of_interaction_is_answered_in_the_answer_to_its_request()
    {
        await StartAndSetAsync();

        var answer = await RunAsync(Ann, "ask", new JsonObject { ["question"] = Question });
        Assert.Contains(AnswerToQuestion, Description(answer), StringComparison.Ordinal);
        Assert.Equal("Timeline · The Riyadh talks", Title(await Channel.Press(Bob, answer, "The Riyadh talks").MessageAsync(Patience)));
        var pages = await RunAsync(Ann, "corrections", new JsonObject { ["private"] = true });
        Assert.Equal(7, (await Channel.Press(Ann, pages, "2 ›").ResponseAsync(Patience)).Type);
        var reactions = await RunAsync(Ann, "reactions", new JsonObject { ["country"] = "Germany" });
        Assert.Contains("**Slovakia**", Description(await Channel.Choose(Ann, reactions, "Slovakia").MessageAsync(Patience)), StringComparison.Ordinal);
        Assert.Contains("Sergey Lavrov", (await Channel.Type(Ann, "who", new JsonObject { ["name"] = "lavr" }, "name").ResponseAsync(Patience)).ChoiceNames);
        Assert.True((await Channel.CheckMessage(Ann, CheckMessage, Question, Bob).MessageAsync(Patience)).IsEphemeral);
        Assert.True(await Server.CheckInteractionsEndpointAsync(Patience));
        Assert.Equal(0, await _programs[0].TerminateAsync(Patience));
    }

    [Fact]
    public async Task The_commands_are_registered_and_a_missing_address_is_told_of()
    {
        Start();

        await Server.WaitForCommandsAsync(Patience);

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.EndpointUrlMissing, "/interactions", "set the public https address of that path as Interactions Endpoint URL in the developer portal (General Information)."), Patience);
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.CommandsRegistered, CommandCount, "everywhere"), Patience);
    }

    [Fact]
    public async Task An_address_that_is_set_is_told()
    {
        await StartAndSetAsync();
        Start(port: FreePort.Take());

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.EndpointRegistered, "at /interactions", $"to {Url}"), Patience);
    }

    [Fact]
    public async Task Another_path_can_be_set()
    {
        Start(variables: ("Discord__Path", "/discord/talks"));
        await Server.WaitForCommandsAsync(Patience);

        await Server.SetInteractionsEndpointAsync($"http://127.0.0.1:{_port}/discord/talks", Patience);

        await AskAsync();
    }

    [Fact]
    public async Task Replicas_answer_alike_and_each_others_buttons()
    {
        await StartAndSetAsync();
        var other = FreePort.Take();
        Start(other);
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.CommandsUpToDate, CommandCount), Patience);
        var first = await RunAsync(Ann, "corrections");

        await Server.SetInteractionsEndpointAsync(UrlAt(other), Patience);

        Assert.Equal(first.Embeds.ToJsonString(), (await RunAsync(Ann, "corrections")).Embeds.ToJsonString());
        Assert.Equal("Page 2 of 6", (await Channel.Press(Ann, first, "2 ›").MessageAsync(Patience)).Embeds[^1]!["footer"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_no_request_of_Discords_is_turned_away()
    {
        await StartWithOwnKeyAsync();
        var other = Key.Create(SignatureAlgorithm.Ed25519);
        var now = Seconds(TimeSpan.Zero);
        var signature = Sign(_key, now, Ping);

        Assert.Equal(401, await PostAsync(Ping, null, null));
        Assert.Equal(401, await PostAsync(Ping, signature, null));
        Assert.Equal(401, await PostAsync(Ping, null, now));
        Assert.Equal(401, await PostAsync(Ping, "", ""));
        Assert.Equal(401, await PostAsync(Ping, "nonsense", now));
        Assert.Equal(401, await PostAsync(Ping, new string('0', 128), now));
        Assert.Equal(401, await PostAsync(Ping, new string('z', 128), now));
        Assert.Equal(401, await PostAsync(Ping, signature + "00", now));
        Assert.Equal(401, await PostAsync(Ping, signature, Seconds(TimeSpan.FromSeconds(1))));
        Assert.Equal(401, await PostAsync(Ping, signature, "soon"));
        Assert.Equal(401, await PostAsync(Ping + " ", signature, now));
        Assert.Equal(401, await PostAsync("", signature, now));
        Assert.Equal(401, await PostAsync(Ping, Sign(other, now, Ping), now));
        Assert.Equal(401, await PostAsync("garbage", "00", now));
        Assert.Equal(200, await PostAsync(Ping, signature, now));
        Assert.Equal(200, await PostAsync(Ping, signature.ToUpperInvariant(), now));
        other.Dispose();
    }

    [Theory]
    [InlineData(-280, 200)]
    [InlineData(-320, 401)]
    [InlineData(280, 200)]
    [InlineData(320, 401)]
    [InlineData(-100_000_000, 401)]
    public async Task A_request_that_was_signed_long_ago_is_taken_for_one_that_somebody_caught(int seconds, int status)
    {
        await StartWithOwnKeyAsync();
        var signed = Seconds(TimeSpan.FromSeconds(seconds));

        Assert.Equal(status, await PostAsync(Ping, Sign(_key, signed, Ping), signed));
    }

    [Fact]
    public async Task What_is_signed_but_no_interaction_is_refused()
    {
        await StartWithOwnKeyAsync();

        Assert.Equal(400, await PostSignedAsync(""));
        Assert.Equal(400, await PostSignedAsync("garbage"));
        Assert.Equal(400, await PostSignedAsync("null"));
        Assert.Equal(400, await PostSignedAsync("[]"));
        Assert.Equal(400, await PostSignedAsync("{}"));
        Assert.Equal(400, await PostSignedAsync("""{"id":"seven","type":1}"""));
        Assert.Equal(400, await PostSignedAsync(Ping[..^1]));
        Assert.Equal(200, await PostSignedAsync(Ping[..^1] + ",\"new\":\"" + new string('x', 200_000) + "\"}"));
        Assert.Equal(413, await PostSignedAsync(Ping[..^1] + ",\"new\":\"" + new string('x', 300_000) + "\"}"));
        using var get = await _http.GetAsync(new Uri(Url), Patience);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
        using var elsewhere = await _http.PostAsync(new Uri($"http://127.0.0.1:{_port}/"), null, Patience);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Equal(200, await PostSignedAsync(Ping));
    }

    [Fact]
    public async Task A_ping_is_answered_by_a_pong()
    {
        await StartWithOwnKeyAsync();
        using var request = Request(Ping, Sign(_key, Seconds(TimeSpan.Zero), Ping), Seconds(TimeSpan.Zero));

        using var answer = await _http.SendAsync(request, Patience);

        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("""{"type":1}""", await answer.Content.ReadAsStringAsync(Patience));
    }

    [Fact]
    public async Task Before_the_key_is_known_Discord_is_told_to_come_back()
    {
        var gate = new TaskCompletionSource();
        Server.Faults.Next("GET applications/@me", Fault.Slow(gate.Task));
        Start();
        await ListeningAsync();

        Assert.Equal(503, await PostSignedAsync(Ping));
        gate.SetResult();

        await Server.WaitForCommandsAsync(Patience);
        await Server.SetInteractionsEndpointAsync(Url, Patience);
        await AskAsync();
    }

    [Fact]
    public async Task With_a_key_in_the_settings_questions_are_answered_while_Discords_API_is_down()
    {
        Start(variables: [("Discord__ApiUrl", $"http://127.0.0.1:{FreePort.Take()}"), ("Discord__PublicKey", OwnPublicKey.ToUpperInvariant())]);
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.RequestFailed, "GET applications/@me", "failure 1"), Patience);
        await ListeningAsync();

        Assert.Equal(200, await PostSignedAsync(Ping));
        Assert.Equal(200, await PostSignedAsync("""{"id":"8","type":2,"token":"x","locale":"uk","data":{"name":"about","type":1}}"""));
    }

    [Fact]
    public async Task A_token_that_is_not_known_ends_the_process_with_exit_code_4()
    {
        FaultsAreExpected = true;
        Server.ResetToken();
        Start();

        Assert.Equal(4, await _programs[0].EndedAsync(Patience));

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.TokenRejected, "Set Discord:Token (Discord__Token in the environment) to the token that the developer portal gives under Bot, Reset Token, and start again."), Patience);
    }

    [Fact]
    public async Task An_app_without_a_key_ends_the_process_with_exit_code_4()
    {
        FaultsAreExpected = true;
        Server.Faults.Next("GET applications/@me", Fault.Answers(new JsonObject { ["id"] = "1140000000000000042", ["verify_key"] = "" }));
        Start();

        Assert.Equal(4, await _programs[0].EndedAsync(Patience));

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.PublicKeyMissing, "Set Discord:PublicKey to the one in the developer portal (General Information), and start again."), Patience);
    }

    private static string UrlAt(int port) => $"http://127.0.0.1:{port}/interactions";

    private void Start(int? port = null, params (string Name, string Value)[] variables)
    {
        var all = new Dictionary<string, string>
        {
            ["Discord__Token"] = Token,
            ["Discord__ApiUrl"] = Server.ApiUrl,
            ["Discord__Mode"] = "Http",
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port ?? _port}",
        };
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }

        _programs.Add(BotProgram.Start(Folder, Log, all));
    }

    // As Discord does it: a ping, and one with a wrong signature.
    private async Task StartAndSetAsync()
    {
        Start();
        await Server.WaitForCommandsAsync(Patience);
        await Server.SetInteractionsEndpointAsync(Url, Patience);
    }

    private async Task StartWithOwnKeyAsync()
    {
        Start(variables: ("Discord__PublicKey", OwnPublicKey));
        await Server.WaitForCommandsAsync(Patience);
        await ListeningAsync();
    }

    // The host listens after it has started everything else.
    private async Task ListeningAsync()
    {
        while (true)
        {
            try
            {
                using var answer = await _http.GetAsync(new Uri(Url), Patience);
                return;
            }
            catch (HttpRequestException)
            {
                Patience.ThrowIfCancellationRequested();
                await Task.Yield();
            }
        }
    }

    private static string Seconds(TimeSpan fromNow) =>
        (TimeProvider.System.GetUtcNow() + fromNow).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Sign(Key key, string timestamp, string body) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(key, Encoding.UTF8.GetBytes(timestamp + body)));

    private Task<int> PostSignedAsync(string body)
    {
        var now = Seconds(TimeSpan.Zero);
        return PostAsync(body, Sign(_key, now, body), now);
    }

    private async Task<int> PostAsync(string body, string? signature, string? timestamp)
    {
        using var request = Request(body, signature, timestamp);
        using var answer = await _http.SendAsync(request, Patience);
        return (int)answer.StatusCode;
    }

    private HttpRequestMessage Request(string body, string? signature, string? timestamp)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Signature-Ed25519", signature);
        }

        if (timestamp is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Signature-Timestamp", timestamp);
        }

        return request;
    }
}
