using System.Globalization;
using System.Text;
using Bot.Logging;
using Bot.Loopback.Discord;
using NSec.Cryptography;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>A bot that takes interactions by HTTP.</summary>
public abstract class HttpModeTest : DiscordTest
{
    private protected const string Ping = """{"id":"7","type":1,"token":"x","version":1}""";

    private protected int Port { get; } = FreePort.Take();
    private protected HttpClient Http { get; } = new();
    private protected Key OwnKey { get; } = Key.Create(SignatureAlgorithm.Ed25519);
    private protected List<IProgram> Programs { get; } = [];

    private protected string Url => UrlAt(Port);

    private protected string OwnPublicKey => Convert.ToHexStringLower(OwnKey.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    public override async ValueTask DisposeAsync()
    {
        foreach (var program in Programs)
        {
            await program.DisposeAsync();
        }

        Http.Dispose();
        OwnKey.Dispose();
        Assert.Equal((0, 0), (Server.Connections.Count, Server.Calls.Of(Callback).Count));
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static string UrlAt(int port) => $"http://127.0.0.1:{port}/interactions";

    private protected void Start(int? port = null, params (string Name, string Value)[] variables) => Programs.Add(HostedProgram.Start(Folder, Log, Variables(port, variables)));

    private protected void StartProcess() => Programs.Add(BotProgram.Start(Folder, Log, Variables(null, [])));

    private Dictionary<string, string> Variables(int? port, (string Name, string Value)[] variables)
    {
        var all = new Dictionary<string, string>
        {
            ["Discord__Token"] = Token,
            ["Discord__ApiUrl"] = Server.ApiUrl,
            ["Discord__Mode"] = "Http",
            ["Http__Urls"] = $"http://127.0.0.1:{port ?? Port}",
        };
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }

        return all;
    }

    // As Discord does it: a ping, and one with a wrong signature.
    private protected async Task StartAndSetAsync()
    {
        Start();
        await SetAsync();
    }

    private protected async Task SetAsync()
    {
        await Server.WaitForCommandsAsync(Deadline);
        await AnsweringAsync();
        await Server.SetInteractionsEndpointAsync(Url, Deadline);
    }

    private protected async Task StartWithOwnKeyAsync()
    {
        Start(variables: ("Discord__PublicKey", OwnPublicKey));
        await Server.WaitForCommandsAsync(Deadline);
        await AnsweringAsync();
    }

    // The host listens after it has started everything else. Until the search is built, Discord is told to come back.
    private protected async Task AnsweringAsync(int? port = null)
    {
        var address = $"http://127.0.0.1:{port ?? Port}";
        await Log.WaitForAsync(LoggedEvent.OfHost(HostEvents.Listening, address), Deadline);
        await ProcessHealth.WaitForAsync(
            async () =>
            {
                using var answer = await Http.GetAsync(new Uri($"{address}/health/ready"), Deadline);
                return await answer.Content.ReadAsStringAsync(Deadline);
            },
            health => health.Contains("""{"name":"facts","status":"healthy",""", StringComparison.Ordinal),
            Deadline);
    }

    private protected static string Seconds(TimeSpan fromNow) =>
        (TimeProvider.System.GetUtcNow() + fromNow).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private protected static string Sign(Key key, string timestamp, string body) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(key, Encoding.UTF8.GetBytes(timestamp + body)));

    private protected Task<int> PostSignedAsync(string body)
    {
        var now = Seconds(TimeSpan.Zero);
        return PostAsync(body, Sign(OwnKey, now, body), now);
    }

    private protected async Task<int> PostAsync(string body, string? signature, string? timestamp)
    {
        using var request = Request(body, signature, timestamp);
        using var answer = await Http.SendAsync(request, Deadline);
        return (int)answer.StatusCode;
    }

    private protected HttpRequestMessage Request(string body, string? signature, string? timestamp)
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
