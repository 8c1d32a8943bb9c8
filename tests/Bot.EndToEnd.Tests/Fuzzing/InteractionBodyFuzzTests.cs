using System.Globalization;
using System.Text;
using Bot.Discord.Configuration;
using Bot.EndToEnd.Tests.Discord;
using Bot.Loopback.Discord;
using NSec.Cryptography;

namespace Bot.EndToEnd.Tests.Fuzzing;

public sealed class InteractionBodyFuzzTests(ITestOutputHelper output) : DiscordTest
{
    private const int Bodies = 1500;

    // As Discord sends them (Receiving and Responding, Interaction Structure).
    private static readonly string[] s_bodies =
    [
        """{"version":1,"type":1,"token":"x","id":"7","application_id":"1140000000000000042"}""",
        """{"version":1,"type":2,"token":"x","id":"7","locale":"en-US","channel_id":"77","member":{"user":{"id":"61","username":"rex"},"roles":[],"permissions":"0"},"guild_id":"5","data":{"id":"1","name":"ask","type":1,"options":[{"type":3,"name":"question","value":"How long did the Riyadh talks last?"},{"type":5,"name":"private","value":true}]}}""",
        """{"version":1,"type":2,"token":"x","id":"7","locale":"uk","channel_id":"77","user":{"id":"61","username":"rex"},"data":{"id":"2","name":"Check against the facts","type":3,"target_id":"900","resolved":{"messages":{"900":{"id":"900","content":"","embeds":[{"title":"t","description":"The talks lasted 12 hours."}],"message_snapshots":[{"message":{"content":"Lavrov"}}]}}}}}""",
        """{"version":1,"type":3,"token":"x","id":"7","locale":"ru","channel_id":"77","user":{"id":"61","username":"rex"},"message":{"id":"8","flags":64,"content":"x"},"data":{"custom_id":"f00000000e1 who lavrov","component_type":2}}""",
        """{"version":1,"type":3,"token":"x","id":"7","locale":"zh-TW","channel_id":"77","user":{"id":"61","username":"rex"},"message":{"id":"8","flags":0},"data":{"custom_id":"menu","component_type":3,"values":["f00000000e1 reactions Germany"]}}""",
        """{"version":1,"type":4,"token":"x","id":"7","locale":"zh-CN","channel_id":"77","user":{"id":"61","username":"rex"},"data":{"id":"1","name":"who","type":1,"options":[{"type":3,"name":"name","value":"lavr","focused":true}]}}""",
    ];

    private readonly SeededRandom _random = new(2025_02_15);
    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);

    private protected override TimeSpan MaxDuration => TimeSpan.FromSeconds(60);

    private protected override DiscordOptions BotOptions =>
        new() { Token = Token, ApiUrl = Server.ApiUrl, Mode = "Http", PublicKey = Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey)) };

    public override async ValueTask DisposeAsync()
    {
        _key.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Every_hostile_body_is_answered_or_rejected()
    {
        StartBot();
        await Server.WaitForCommandsAsync(Deadline);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var statuses = new SortedDictionary<int, int>();
        for (var i = 0; i < Bodies; i++)
        {
            var body = HostileJson.Change(_random, _random.Of(s_bodies));
            byte[] signed = [.. Encoding.ASCII.GetBytes(now), .. body];
            var signature = _random.Percent(3) ? HostileInput.Text(_random) : Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_key, signed));
            var reply = await Adapter.Endpoint!.ReceiveAsync(signature, _random.Percent(2) ? HostileInput.Text(_random) : now, new MemoryStream(body), Deadline);
            statuses[reply.Status] = statuses.GetValueOrDefault(reply.Status) + 1;
            var json = Encoding.UTF8.GetString(reply.Json.Span);
            HostileInput.AssertClean(json);
            if (json.Contains("\"components\"", StringComparison.Ordinal))
            {
                Assert.Contains("\"allowed_mentions\":" + Kind.NoMentions, json, StringComparison.Ordinal);
            }
        }

        output.WriteLine($"{Bodies} interaction bodies: {string.Join(", ", statuses.Select(s => $"{s.Value} × {s.Key}"))}.");
        Assert.Equal([KeyValuePair.Create(200, 731), KeyValuePair.Create(400, 689), KeyValuePair.Create(401, 80)], statuses);
        Assert.DoesNotContain(Log.Lines, line => line.Contains("Exception", StringComparison.Ordinal) || line.Contains("zqxmark", StringComparison.Ordinal));
    }
}
