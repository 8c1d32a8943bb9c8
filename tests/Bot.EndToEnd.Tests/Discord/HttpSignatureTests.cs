using System.Net;
using System.Net.Sockets;
using System.Text;
using Bot.Discord.Logging;
using NSec.Cryptography;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>What is not signed by Discord, or no interaction, is not taken.</summary>
[Trait("Program", "Published")]
public sealed class HttpSignatureTests : HttpModeTest
{
    [Fact]
    public async Task What_is_no_request_of_Discords_is_rejected()
    {
        await StartWithOwnKeyAsync();
        var other = Key.Create(SignatureAlgorithm.Ed25519);
        var now = Seconds(TimeSpan.Zero);
        var signature = Sign(OwnKey, now, Ping);

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

    [Fact]
    public async Task A_request_that_was_signed_long_ago_is_rejected_as_a_replay()
    {
        await StartWithOwnKeyAsync();

        Assert.Equal(200, await PostSignedAtAsync(-280));
        Assert.Equal(401, await PostSignedAtAsync(-320));
        Assert.Equal(200, await PostSignedAtAsync(280));
        Assert.Equal(401, await PostSignedAtAsync(320));
        Assert.Equal(401, await PostSignedAtAsync(-100_000_000));

        Task<int> PostSignedAtAsync(int seconds)
        {
            var signed = Seconds(TimeSpan.FromSeconds(seconds));
            return PostAsync(Ping, Sign(OwnKey, signed, Ping), signed);
        }
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
        using var get = await Http.GetAsync(new Uri(Url), Deadline);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
        using var elsewhere = await Http.PostAsync(new Uri($"http://127.0.0.1:{Port}/"), null, Deadline);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Equal(200, await PostSignedAsync(Ping));
    }

    [Fact]
    public async Task Unauthenticated_requests_are_answered_in_time_and_log_nothing_of_their_own()
    {
        await StartWithOwnKeyAsync();
        var signed = $"X-Signature-Ed25519: {new string('0', 128)}\r\nX-Signature-Timestamp: {Seconds(TimeSpan.Zero)}\r\n";

        Assert.Equal("HTTP/1.1 413 Payload Too Large", await SendAsync(signed + "Content-Length: 40000000\r\n\r\n"));
        Assert.Equal("HTTP/1.1 400 Bad Request", await SendAsync(signed + "Transfer-Encoding: chunked\r\n\r\nzz\r\nsecret-body\r\n"));
        Assert.Equal("HTTP/1.1 408 Request Timeout", await SendAsync(signed + "Content-Length: 20\r\n\r\nsecret-body"));
        using (var gone = new TcpClient())
        {
            await gone.ConnectAsync(IPAddress.Loopback, Port, Deadline);
            await gone.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /interactions HTTP/1.1\r\nHost: x\r\n{signed}Content-Length: 20\r\n\r\nsecret"), Deadline);
        }

        for (var i = 0; i < 200; i++)
        {
            Assert.Equal(401, await PostAsync("secret-body", null, null));
        }

        Assert.Equal(200, await PostSignedAsync(Ping));
        Assert.Equal(0, await Programs[0].TerminateAsync(Deadline));
        Assert.InRange(Log.Of(Kind.Logged(DiscordEvents.SignatureRejected)).Count, 1, 2);
        Assert.DoesNotContain(Log.Lines, l => l.Contains("   at ", StringComparison.Ordinal) || l.Contains("secret-body", StringComparison.Ordinal) || l.Contains(new string('0', 128), StringComparison.Ordinal));
    }

    // The first line of the answer.
    private async Task<string?> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port, Deadline);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST /interactions HTTP/1.1\r\nHost: x\r\n" + request), Deadline);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadLineAsync(Deadline);
    }
}
